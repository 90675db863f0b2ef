"""What lies in what, and what is part of what, as names side by side tell.

"Accra, Ghana", "Baishi Town, Yunmo County", "X Cooperative in Y", "Office of A, Bureau for B, C Agency".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import words
from graphbuild.resolve.seats import RANKS, kind_level

if TYPE_CHECKING:
    from graphbuild.model import Mention, SentenceParse
    from graphbuild.resolve.ledger import Draft, Ledger

_LOCATED: Final = frozenset({"Place", "Enterprise", "Project"})
_OF: Final = frozenset({"of", "of the"})
_IN: Final = frozenset({"in", "in the", "at", "at the"})
_OPENS: Final = re.compile(r"\b(?:in|at|of|to|from|near)\s+(?:the\s+)?$", re.IGNORECASE)
_LISTED: Final = re.compile(r"^\s*(?:,\s*)?and\s+(?:the\s+)?[A-Z]")


def claim_locations(ledger: Ledger, parse: SentenceParse) -> None:
    """Claim `locatedIn` for a place, enterprise or project right before the place that holds it."""
    things = sorted(
        (t for t in parse.things if t.type in _LOCATED), key=lambda t: (t.span.start, -t.span.end)
    )
    for left, right in pairwise(things):
        between = " ".join(ledger.document.text[left.span.end : right.span.start].split())
        lower, upper = ledger.chain_of(left), ledger.chain_of(right)
        if lower is None or upper is None or lower is upper or right.type != "Place":
            continue
        if left.type == "Place":
            lies, rule = _lies(ledger, left, right, between, (lower, upper)), "place-apposition"
        else:
            lies, rule = between in _OF | _IN, "site-place"
        if lies:
            _claim(ledger, parse, (left, right), "locatedIn", rule)


def claim_parts(ledger: Ledger, parse: SentenceParse) -> None:
    """Claim `partOf` for bodies side by side, the part before its whole."""
    bodies = [thing for thing in parse.things if thing.type == "Body"]
    for left, right in pairwise(bodies):
        between = " ".join(ledger.document.text[left.span.end : right.span.start].split())
        linked = between in {"of the", "in the", "at the"} or (between == "," and _is_part(left, right))
        if linked and ledger.chain_of(left) is not ledger.chain_of(right):
            _claim(ledger, parse, (left, right), "partOf", "body-apposition")


def _claim(
    ledger: Ledger, parse: SentenceParse, pair: tuple[Mention, Mention], relation: str, rule: str
) -> None:
    part, whole = ledger.chain_of(pair[0]), ledger.chain_of(pair[1])
    if part is None or whole is None:
        return
    roles = (("subject", pair[0].span), ("object", pair[1].span))
    ledger.claim(part.id, relation, whole.id, rule=rule, sentences=(parse.span,), mentions=roles)


def _lies(ledger: Ledger, left: Mention, right: Mention, between: str, drafts: tuple[Draft, Draft]) -> bool:
    """Whether the first of two places lies in the second: by the gazetteer, by their kinds, by a country."""
    lower, upper = drafts
    if between in _OF:
        return _is_smaller(left, right)
    if between != ",":
        return False
    if _above(lower, upper):
        return True
    text = ledger.document.text
    if _LISTED.match(text[right.span.end : right.span.end + 12]):
        return False  # "Baishi Town, Yunmo County and Heping City" may be three goals
    opened = bool(_OPENS.search(text[: left.span.start]))
    unknown = "code" not in lower.attributes and opened and _is_large(upper)
    return unknown or (_is_smaller(left, right) and "code" not in lower.attributes)


def _above(lower: Draft, upper: Draft) -> bool:
    codes = lower.attributes.get("code"), upper.attributes.get("code")
    if codes[0] is None or codes[1] is None:
        return False
    return codes[1] in {place.code for place in gazetteer.ancestors(gazetteer.place(codes[0]))}


def _is_large(draft: Draft) -> bool:
    """Whether the gazetteer knows a country or a region within one of this name."""
    code = draft.attributes.get("code")
    return code is not None and gazetteer.place(code).level <= 1


def _is_smaller(left: Mention, right: Mention) -> bool:
    """Whether the kind of the first place is that of a part of the second: a town of a county."""
    lower, upper = kind_level(left.name), kind_level(right.name)
    if lower is None or upper is None or lower[1] not in RANKS or upper[1] not in RANKS:
        return False
    return RANKS[lower[1]] > RANKS[upper[1]]


def _is_part(left: Mention, right: Mention) -> bool:
    """Whether the heads of two bodies with a comma between are those of a part and its whole."""
    lower, upper = set(left.name.casefold().split()), set(right.name.casefold().split())
    part, whole = lower & words("en", "bodies", "parts"), upper & words("en", "bodies", "wholes")
    return bool(part and whole - part and not upper & part)
