"""A sentence as a scene: who can act in it, what can be acted on, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.languages import words as listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphbuild.model import Line, Mention, PersonMention, SentenceParse, Span

    Refer = Mapping[tuple[str, Span], str]


@dataclass(frozen=True, slots=True)
class Actor:
    """People who act together: chain ids in the order of the text, and the words they cover.

    `kind` is "named", "pronoun", "group" ("the delegation") or "title" ("the mayor"); the last three
    have no members until the story says whom they mean. `spans` are the names themselves.
    """

    start: int
    end: int
    kind: str
    members: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Something that can be visited, chaired or attended: chain id, type and words covered."""

    start: int
    end: int
    type: str
    chain: str
    span: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """One line with its actors and sites, in order."""

    line: Line
    parse: SentenceParse
    actors: tuple[Actor, ...]
    sites: tuple[Site, ...]

    def actor_at(self, index: int) -> Actor | None:
        """Return the actor whose words include `index`."""
        return next((actor for actor in self.actors if actor.start <= index < actor.end), None)

    def site_at(self, index: int) -> Site | None:
        """Return the outermost site that begins at `index` and is no part of an actor."""
        return next((site for site in self.sites if site.start <= index < site.end), None)

    def low(self, index: int) -> str:
        """Return the word in lower case, "" outside the line."""
        return self.line.words[index].low if 0 <= index < len(self.line.words) else ""


def build_scene(line: Line, parse: SentenceParse, refer: Refer) -> Scene:
    """Place the mentions of a parse on the words of its line."""
    starts = {word.start: index for index, word in enumerate(line.words)}
    ends = {word.end: index + 1 for index, word in enumerate(line.words)}

    def extent(spans: Sequence[Span]) -> tuple[int, int]:
        return min(starts[span.start] for span in spans), max(ends[span.end] for span in spans)

    named = _named(parse.people, refer, extent, line)
    others = [actor for actor in _anaphors(line, parse, starts, ends) if not _inside(actor, named)]
    actors = tuple(sorted([*named, *others], key=lambda actor: actor.start))
    return Scene(line, parse, actors, _sites(parse.things, refer, extent, actors))


def _named(people: Sequence[PersonMention], refer: Refer, extent: object, line: Line) -> list[Actor]:
    groups: list[list[PersonMention]] = []
    for person in people:
        if groups and groups[-1][-1].group == person.group and not _list_closed(line, groups[-1], person):
            groups[-1].append(person)
        else:
            groups.append([person])
    return [actor for group in groups if (actor := _actor(group, refer, extent)) is not None]


def _list_closed(line: Line, group: Sequence[PersonMention], person: PersonMention) -> bool:
    """After "A, B and C" a mere comma opens something new: "Accompanied by A, B and C, D visited"."""
    if len(group) < 2:
        return False
    before = _between(line, group[-2], group[-1])
    here = _between(line, group[-1], person)
    return "and" in before and here == [","]


def _between(line: Line, left: PersonMention, right: PersonMention) -> list[str]:
    end = max([left.mention.span.end, *(post.span.end for post in left.posts)])
    start = min([right.mention.span.start, *(post.span.start for post in right.posts)])
    return [word.low for word in line.words if end <= word.start and word.end <= start]


def _actor(group: Sequence[PersonMention], refer: Refer, extent: object) -> Actor | None:
    spans = [span for person in group for span in (person.mention.span, *(post.span for post in person.posts))]
    start, end = extent(spans)  # type: ignore[operator]
    known = [(refer.get(("Official", person.mention.span)), person.mention.span) for person in group]
    pairs = [(chain, span) for chain, span in known if chain is not None]
    if not pairs:
        return None
    return Actor(start, end, "named", tuple(chain for chain, _ in pairs), tuple(span for _, span in pairs))


def _anaphors(line: Line, parse: SentenceParse, starts: Mapping[int, int], ends: Mapping[int, int]) -> list[Actor]:
    found = []
    for reference in parse.references:
        start, end = starts[reference.span.start], ends[reference.span.end]
        found.append(Actor(start, end, "title", spans=(reference.span,), word=reference.title.casefold()))
    pronouns, groups = listed("en", "frames", "anaphora.pronouns"), listed("en", "frames", "anaphora.groups")
    for index, word in enumerate(line.words):
        if word.low in pronouns and not (word.low == "her" and word.tag == "PRP$"):
            found.append(Actor(index, index + 1, "pronoun", spans=(line.cover(index, index + 1),), word=word.low))
        elif word.low == "they" and (index == 0 or line.words[index - 1].low in {";", "where", "and"}):
            found.append(Actor(index, index + 1, "they", spans=(line.cover(index, index + 1),), word=word.low))
        elif word.low in groups and _definite(line, index):
            found.append(Actor(index, index + 1, "group", spans=(line.cover(index, index + 1),), word=word.low))
    return found


def _definite(line: Line, index: int) -> bool:
    """Whether "the", "his" or "her" stands before the noun, at most one word away, and it ends the phrase."""
    before = {line.words[i].low for i in range(max(0, index - 2), index)}
    after = line.words[index + 1] if index + 1 < len(line.words) else None
    return bool(before & {"the", "his", "her", "their"}) and (after is None or after.pos not in {"NOUN", "PROPN"})


def _inside(actor: Actor, others: Sequence[Actor]) -> bool:
    return any(other.start <= actor.start < other.end for other in others)


def _sites(things: Sequence[Mention], refer: Refer, extent: object, actors: Sequence[Actor]) -> tuple[Site, ...]:
    """Return the outermost things that are no part of a person's title."""
    found: list[Site] = []
    for thing in things:
        chain = refer.get((thing.type, thing.span))
        if chain is None:
            continue
        start, end = extent([thing.span])  # type: ignore[operator]
        nested = any(site.start <= start and end <= site.end for site in found)
        titled = any(actor.kind == "named" and actor.start <= start and end <= actor.end for actor in actors)
        if not nested and not titled:
            found.append(Site(start, end, thing.type, chain, thing.span))
    return tuple(found)
