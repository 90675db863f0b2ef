"""Chains of people in one document: full names, homonyms apart, short forms joined to whom they shorten."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance.Levenshtein import distance

from graphbuild.languages import words
from graphbuild.languages.people import surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import PersonMention, PostMention, SentenceParse, Span
    from graphbuild.resolve.ledger import Draft, Ledger


_LONGEST_INITIAL: Final = 3
_LONG_NAME: Final = 8
"""Letters from which a name that differs in one of them is taken for the same, misspelt."""


@dataclass(slots=True)
class Holder:
    """A person's chain with the posts seen so far and where."""

    draft: Draft
    parts: tuple[str, ...]
    posts: list[tuple[PostMention, Span]] = field(default_factory=list)
    sentences: set[Span] = field(default_factory=set)

    def titles(self) -> set[str]:
        """Return the titles held, in lower case."""
        return {post.title.casefold() for post, _ in self.posts}


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparison: lower case, middle dots as spaces, no suffix."""
    juniors, ordinals = words("en", "names", "juniors"), words("en", "names", "ordinals")
    parts = name.replace("·", " ").replace(",", " ").replace("’", "'").casefold().split()
    return tuple(word for word in parts if word not in juniors and word not in ordinals)


def chain_people(ledger: Ledger, parses: Sequence[SentenceParse]) -> list[Holder]:
    """Open chains for full names first, then give each short form to the person it shortens."""
    holders: list[Holder] = []
    people = [(person, parse.span) for parse in parses for person in parse.people]
    longest = sorted(people, key=lambda pair: (-len(name_parts(pair[0].mention.name)), pair[0].mention.span))
    full = [pair for pair in longest if len(name_parts(pair[0].mention.name)) > 1]
    for person, span in sorted(full, key=lambda pair: pair[0].mention.span):
        _join(_full(ledger, holders, person, span), ledger, person, span)
    _join_misspelt(ledger, holders)
    for person, span in people:
        if len(name_parts(person.mention.name)) == 1:
            holder = _short(ledger, holders, person)
            if holder is not None:
                _join(holder, ledger, person, span)
    return holders


def _join_misspelt(ledger: Ledger, holders: list[Holder]) -> None:
    """Join a name to one that the page spells almost so under the same title, never in one sentence."""
    for holder in list(holders):
        for other in holders:
            if (
                other is not holder
                and len(other.sentences) > len(holder.sentences)
                and _drifts(holder, other)
            ):
                ledger.merge(holder.draft, other.draft)
                other.posts.extend(holder.posts)
                other.sentences |= holder.sentences
                holders.remove(holder)
                break


def _drifts(left: Holder, right: Holder) -> bool:
    if left.sentences & right.sentences or not left.titles() & right.titles():
        return False
    one, two = "".join(left.parts), "".join(right.parts)
    return min(len(one), len(two)) >= _LONG_NAME and distance(one, two) == 1


def _join(holder: Holder, ledger: Ledger, person: PersonMention, span: Span) -> None:
    holder.draft.aliases.add(person.mention.name)
    holder.posts.extend((post, span) for post in person.posts)
    holder.sentences.add(span)
    ledger.add(holder.draft, person.mention)


def _full(ledger: Ledger, holders: list[Holder], person: PersonMention, span: Span) -> Holder:
    parts = name_parts(person.mention.name)
    for holder in holders:
        if _same_name(holder.parts, parts) and not _homonym(holder, person, span):
            if len(parts) > len(holder.parts) and not _spellings(parts) & _spellings(holder.parts):
                holder.parts, holder.draft.name = parts, person.mention.name
            return holder
    number = sum(holder.parts == parts for holder in holders)
    draft = ledger.open("Official", person.mention.name, f"{' '.join(parts)}#{number}")
    draft.key = None
    holders.append(Holder(draft, parts))
    return holders[-1]


def _same_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Equal, or one drops first or middle names of the other: "Ruiz Zafra", "Harold Pike"."""
    if left == right or _spellings(left) & _spellings(right):
        return True
    if (left[0] in surnames() and len(left) == 2) or (right[0] in surnames() and len(right) == 2):
        return False
    short, long = sorted((left, right), key=lambda parts: (not _is_initial(parts[0]), len(parts)))
    if _is_initial(short[0]) and len(short) == 2:
        return short[1] == long[-1] and long[0].startswith(short[0].rstrip("."))
    short, long = sorted((left, right), key=len)
    ends = long[-len(short) :] == short or _stops_at_particle(short, long)
    middle = short[0] == long[0] and short[-1] == long[-1] and len(short) == 2
    return ends or middle


def _stops_at_particle(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the longer name only goes on with whose son or daughter it is: "Ahmad Faizal bin Othman"."""
    rest = long[len(short) :]
    particles = words("en", "names", "particles")
    return len(short) >= 2 and long[: len(short)] == short and bool(rest) and rest[0] in particles


def _is_initial(part: str) -> bool:
    """Whether a first name is cut to its first letter, or to the letters that stand for one: "V.", "Ye."."""
    return part.endswith(".") and len(part) <= _LONGEST_INITIAL


def _spellings(parts: tuple[str, ...]) -> set[str]:
    """Return a name's letters in the spellings that pages mix: "Lü" is "Lv" and "Lu"."""
    text = "".join(parts).replace("-", "").replace("'", "")
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return {text, bare, text.replace("ü", "v"), text.replace("ü", "yu")}


def _homonym(holder: Holder, person: PersonMention, span: Span) -> bool:
    """Whether the posts say that this is another person of the same name.

    Two people named in one sentence with different posts are two; so are a holder of public office
    and a person whom the article knows only as head of an enterprise.
    """
    if not person.posts or not holder.posts:
        return False
    new = {post.title.casefold() for post in person.posts}
    if new & holder.titles():
        return False
    if span in {where for _, where in holder.posts}:
        return True
    return _in_trade(person.posts) != _in_trade([post for post, _ in holder.posts])


def _in_trade(posts: Sequence[PostMention]) -> bool:
    return all(post.home is not None and post.home.type == "Enterprise" for post in posts)


def _short(ledger: Ledger, holders: list[Holder], person: PersonMention) -> Holder | None:
    """Give "Mayor Wang" or "Wang" to the person meant; several of the surname are told apart by title."""
    part = name_parts(person.mention.name)[0]
    fitting = [
        holder
        for holder in holders
        if part in (holder.parts[0], holder.parts[-1], holder.parts[-1].split("-")[0])
    ] or [holder for holder in holders if len(holder.parts) >= 3 and part == holder.parts[-2]]
    if not fitting:
        return _lone(ledger, holders, person, part)
    titles = {post.title.casefold() for post in person.posts}
    by_title = [holder for holder in fitting if any(_agrees(title, holder.titles()) for title in titles)]
    if titles and len(by_title) == 1:
        return by_title[0]
    if len(fitting) == 1:
        return fitting[0]
    before = [
        holder
        for holder in by_title or fitting
        if any(m.span < person.mention.span for m in holder.draft.mentions)
    ]
    # The person whom the article has named most is the one a bare surname brings to mind.
    return max(
        before or fitting,
        key=lambda holder: (len(holder.draft.mentions), -int(holder.draft.id.rsplit("-", 1)[1])),
    )


def _agrees(title: str, titles: set[str]) -> bool:
    return any(
        title == other or other.endswith(f" {title}") or title.endswith(f" {other}") for other in titles
    )


def _lone(ledger: Ledger, holders: list[Holder], person: PersonMention, part: str) -> Holder | None:
    """Open a chain for someone known by one name only, if a title or the recogniser vouches for it."""
    if part in surnames() and not person.posts:
        return None
    draft = ledger.open("Official", person.mention.name, f"{part}#0")
    draft.key = None
    known = next((holder for holder in holders if holder.draft is draft), None)
    if known is None:
        known = Holder(draft, (part,))
        holders.append(known)
    return known
