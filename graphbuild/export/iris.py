"""IRIs of everything in a graph, a pure function of ids and a base.

Local names hold letters, digits, ``-`` and ``_``; any other character is percent-encoded, so that
no name can break out of an IRI and every one can be written with a prefix in SPARQL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graphbuild.errors import ExportError
from graphbuild.model import Mention, Span, digest
from graphbuild.ontology import NAMESPACE

DEFAULT_BASE: Final = "https://w3id.org/graphbuild/id/"
"""Where data IRIs live unless the user says otherwise."""

_UCS: Final = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
_IRI: Final = re.compile(
    r"https?://"
    rf"[A-Za-z0-9.\-{_UCS}]+(:[0-9]{{1,5}})?"
    rf"(?:[/?](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?{_UCS}]|%[0-9A-Fa-f]{{2}})*)?"
    rf"(?:#(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?{_UCS}]|%[0-9A-Fa-f]{{2}})*)?"
)
_SLUG: Final = 40
_PREFIXABLE: Final = re.compile(
    "[A-Za-z0-9_\u3400-\u4dbf\u4e00-\u9fff][A-Za-z0-9_\u3400-\u4dbf\u4e00-\u9fff-]*"
)
"""A part of what Turtle takes behind a prefix (production PN_LOCAL), read alike by every parser."""


def is_web_iri(text: str) -> bool:
    """Whether a string is an absolute http or https IRI (RFC 3987) without user or odd characters."""
    return _IRI.fullmatch(text) is not None


def check_base(base: str) -> str:
    """Return a base for data IRIs if it can be one; raise `ExportError` that says what is wrong."""
    if not base.endswith(("/", "#")):
        problem = "must end in / or #"
    elif not is_web_iri(base):
        problem = "is not an absolute http or https IRI"
    elif base == NAMESPACE:
        problem = "is the namespace of the ontology, not a home for data"
    else:
        return base
    message = f"base {base!r} {problem}; use for example {DEFAULT_BASE}"
    raise ExportError(message)


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs of one graph. `base` is absolute and ends in ``/`` or ``#``."""

    base: str

    def node(self, name: str) -> str:
        """Return the IRI of an entity, post, event or tenure: its id is the local name."""
        return self.base + local_name(name)

    def document(self, document: str) -> str:
        """Return the IRI of a document."""
        return self.node(f"doc-{document}")

    def sentence(self, document: str, span: Span) -> str:
        """Return the IRI of a sentence: its document and its place there."""
        return self.node(f"doc-{document}-{span.start}-{span.end}")

    def mention(self, mention: Mention) -> str:
        """Return the IRI of a mention; two readings of one span differ by their type."""
        span = mention.span
        return self.node(f"mention-{mention.document}-{span.start}-{span.end}-{mention.type.lower()}")

    def claim(self, claim: str) -> str:
        """Return the IRI of a claim, by its id."""
        return self.node(f"claim-{claim}")

    def participation(self, event: str, role: str, official: str) -> str:
        """Return the IRI of an official's part in an event."""
        return self.node(f"{event}-{role}-{official}")

    def stop(self, event: str, position: int) -> str:
        """Return the IRI of a stop of an event, counted from 1."""
        return self.node(f"{event}-stop-{position}")

    def named(self, kind: str, name: str) -> str:
        """Return the IRI of something that is known by its name alone, such as a topic."""
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:_SLUG].strip("-")
        return self.node("-".join(filter(None, (kind, slug, digest(name, length=8)))))


class Names(Iris):
    """Makes the names by which Turtle calls the IRIs of one graph: ``id:place-dunhua``, else ``<…>``."""

    __slots__ = ()

    def node(self, name: str) -> str:
        """Return the prefixed name of a node, or its IRI in angle brackets if that is safer."""
        if _PREFIXABLE.fullmatch(name):
            return f"id:{name}"
        return f"<{self.base}{local_name(name)}>"


def is_prefixable(name: str) -> bool:
    """Whether a local name can stand behind a prefix in every syntax."""
    return _PREFIXABLE.fullmatch(name) is not None


def local_name(name: str) -> str:
    """Return a name with all but letters, digits, ``-`` and ``_`` percent-encoded as UTF-8."""
    if _PREFIXABLE.fullmatch(name):
        return name
    return "".join(char if char.isalnum() or char in "-_" else _encoded(char) for char in name)


def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
