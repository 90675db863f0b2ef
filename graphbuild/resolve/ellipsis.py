"""Bodies named by a mere noun: "the ministry", "the Office", "the Government"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.resolve.names import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Mention
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.people import Holder
    from graphbuild.resolve.seats import Seats


_NAMED: Final = frozenset({"Body", "Enterprise", "Place"})


def is_elliptical(body: str) -> bool:
    """Whether a body's name is a noun alone that stands for one named elsewhere."""
    return body.casefold() in words("en", "posts", "complements.elliptical")


def elliptical_body(ledger: Ledger, noun: Mention, holders: Sequence[Holder], seats: Seats) -> Draft | None:
    """Return what "the ministry" means: a body named before, a minister's, the seat's government."""
    named = _named_before(ledger, noun)
    if named is not None:
        return named
    low = noun.name.casefold()
    name = None
    if low == "ministry":
        name = next((of for holder in holders if (of := _ministry_of(holder, noun))), None)
    elif low == "government" and (region := seats.at("provincial")) is not None:
        name = f"Government of the {region.name}"
    return ledger.open("Body", name, canonical(name)) if name is not None else None


def _named_before(ledger: Ledger, noun: Mention) -> Draft | None:
    """Return the body of that kind named last before the noun."""
    low = noun.name.casefold()
    found = [
        (mention.span, draft)
        for draft in ledger.drafts.values()
        if draft.type in _NAMED and low in draft.name.casefold().split()
        for mention in draft.mentions
        if mention.span.end <= noun.span.start
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _ministry_of(holder: Holder, noun: Mention) -> str | None:
    """Return "Ministry of Works" when the Minister of Works has been named."""
    for post, span in holder.posts:
        link = "of" if " of " in post.title else "for"
        head, _, portfolio = post.title.partition(f" {link} ")
        if portfolio and head.casefold().split()[-1] == "minister" and span.start <= noun.span.start:
            return f"Ministry {link} {portfolio}"
    return None
