"""Keys of all that is no person: what two names of one body, place or enterprise have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import mapping, phrases, words
from graphbuild.resolve.corpus.names import fold
from graphbuild.resolve.names import canonical, parse_body, plain

if TYPE_CHECKING:
    from graphbuild.model import Chain

_DEPARTMENT: Final = re.compile(r"^(?P<topic>[\w'&, -]+) (?P<head>department|ministry)$")


def thing_key(chain: Chain, document: str) -> str:
    """Return what chains of one thing share; a name that needs its context is its document's alone.

    Places go by the gazetteer's code or their name, bodies by jurisdiction and organ, enterprises by
    trade name, projects and meetings by name, when it is a proper one.
    """
    name = " ".join(chain.name.replace("·", " ").casefold().split())
    if chain.type == "Place":
        key = chain.key or f"name:{name}"
        return (_country(name) or key) if key.startswith("name:") else key
    if chain.type == "Body":
        return body_key(chain.name) + ("" if _complete(chain.name) else f"|{document}")
    if chain.type == "Enterprise":
        trade = trade_name(chain.name)
        return trade if len(trade.split()) > 1 or trade != name else f"{trade}|{document}"
    return fold(name) if proper(chain.name) else f"{name}|{document}"


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Return one form for a body's names: "State Department", "U.S. Department of State" and the like."""
    text = canonical(name).replace("&", "and")
    text = re.sub(r"^(?:u\.s\.|us|united states|american) (?=\w)", "", text)
    text = re.sub(r"^(department|ministry) of the ", r"\1 of ", text)
    text = mapping("en", "acronyms", "bodies").get(text, text)
    turned = _DEPARTMENT.match(text)
    if turned and parse_body(text).level is None:
        text = f"{turned['head']} of {turned['topic']}"
    return fold(text)


@lru_cache(maxsize=65536)
def _country(name: str) -> str:
    """Return the code of a country under any of its names."""
    found = {place.code for place in gazetteer.lookup(name) if place.level == 0}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=8192)
def _complete(name: str) -> bool:
    """Whether a body's name says whose it is: one with a word of level and no place does not."""
    body = parse_body(name)
    if canonical(name) in mapping("en", "acronyms", "bodies"):
        return True
    return not body.level or bool(body.jurisdiction) or body.level == "national"


@cache
def _legal_forms() -> tuple[str, ...]:
    forms = (" ".join(form) for form in phrases("en", "enterprises", "legal_forms"))
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=65536)
def trade_name(name: str) -> str:
    """Return an enterprise's name without its legal form, in lower case."""
    text = " ".join(fold(plain(name)).replace("(group)", "group").split()).rstrip(".")
    for form in _legal_forms():
        bare = form.rstrip(".")
        if text.endswith(f" {bare}"):
            return text[: -len(bare)].strip(" ,.") or text
    return text


def proper(name: str) -> bool:
    """Whether a project's or meeting's name is a name: two capitalised words or more, not a description."""
    big = [part for part in plain(name).split() if part[:1].isupper() or part[:1].isdigit()]
    generic = {part.casefold() for part in big} <= words("en", "identity", "generic_names")
    return len(big) > 1 and not generic and plain(name)[:1].isupper()
