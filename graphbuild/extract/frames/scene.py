"""A sentence as a scene: who can act in it, what can be acted on, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.extract.tags import NOUNS
from graphbuild.languages import words as listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from graphbuild.model import Line, Mention, PersonMention, SentenceParse, Span

    Refer = Mapping[tuple[str, Span], str]
    Extent = Callable[[Sequence[Span]], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Actor:
    """People who act together: chain ids in the order of the text, and the words they cover.

    `kind` is "named", "pronoun", "group" ("the delegation") or "title" ("the mayor"); the last three
    have no members until the story says whom they mean. `spans` are the names themselves; `word` and
    `level` are those of a title.
    """

    start: int
    end: int
    kind: str
    members: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    word: str = ""
    level: str | None = None

    @property
    def pairs(self) -> list[tuple[str, Span]]:
        """Return each member with the span that names it."""
        return list(zip(self.members, self.spans, strict=True))

    def span_of(self, person: str) -> Span:
        """Return the span that names the member; an anaphor's own for whomever it stands."""
        return dict(zip(self.members, self.spans, strict=False)).get(person, self.spans[0])


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

    def meeting_within(self, start: int, end: int) -> bool:
        """Whether a meeting begins or goes on at one of the words `start` to `end` (exclusive)."""
        found = (self.site_at(index) for index in range(start, end))
        return any(site is not None and site.type == "Meeting" for site in found)

    def of_type(self, *types: str) -> list[Site]:
        """Return the sites of these types in order."""
        return [site for site in self.sites if site.type in types]

    def actor_starting(self, first: int, last: int) -> Actor | None:
        """Return the first actor that begins at one of the words `first` to `last` (inclusive)."""
        return next((actor for actor in self.actors if first <= actor.start <= last), None)

    def actor_after(self, index: int, *, named: bool = False) -> Actor | None:
        """Return the first actor, or the first with a name, that begins at `index` or later."""
        fitting = (actor for actor in self.actors if actor.start >= index)
        return next((actor for actor in fitting if actor.kind == "named" or not named), None)

    def owner_of(self, noun: int, *, reach: int) -> Actor | None:
        """Return the actor whose possessive stands at most `reach` words before the noun: "A's visit"."""
        fitting = (actor for actor in self.actors if noun - reach <= actor.end <= noun)
        return next((actor for actor in fitting if self.low(actor.end) in POSSESSIVE), None)

    def find(self, low: str, start: int, end: int) -> int | None:
        """Return where the word first stands among the words `start` to `end` (exclusive)."""
        return next((index for index in range(start, end) if self.low(index) == low), None)

    def any_of(self, lows: AbstractSet[str], start: int, end: int) -> bool:
        """Whether one of these words stands among the words `start` to `end` (exclusive)."""
        return any(self.low(index) in lows for index in range(start, end))

    def span(self, index: int) -> Span:
        """Return the document span of one word."""
        return self.line.cover(index, index + 1)

    def low(self, index: int) -> str:
        """Return the word in lower case, "" outside the line."""
        return self.line.words[index].low if 0 <= index < len(self.line.words) else ""


def build_scene(line: Line, parse: SentenceParse, refer: Refer) -> Scene:
    """Place the mentions of a parse on the words of its line; `refer` leads from mention to chain id."""
    starts = {word.start: index for index, word in enumerate(line.words)}
    ends = {word.end: index + 1 for index, word in enumerate(line.words)}

    def extent(spans: Sequence[Span]) -> tuple[int, int]:
        return min(starts[span.start] for span in spans), max(ends[span.end] for span in spans)

    named = _named(line, parse.people, refer, extent)
    anaphors = [*_titles(parse, extent), *_anaphors(line)]
    others = [actor for actor in anaphors if not _inside(actor, named)]
    actors = tuple(sorted([*named, *others], key=lambda actor: actor.start))
    return Scene(line, parse, actors, _sites(parse.things, refer, extent, actors))


def _named(line: Line, people: Sequence[PersonMention], refer: Refer, extent: Extent) -> list[Actor]:
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
    return "and" in before and _between(line, group[-1], person) == [","]


def _between(line: Line, left: PersonMention, right: PersonMention) -> list[str]:
    """Return the words between two people and their posts, in lower case."""
    end = max([left.mention.span.end, *(post.span.end for post in left.posts)])
    start = min([right.mention.span.start, *(post.span.start for post in right.posts)])
    return [word.low for word in line.words if end <= word.start and word.end <= start]


def _actor(group: Sequence[PersonMention], refer: Refer, extent: Extent) -> Actor | None:
    spans = [
        span for person in group for span in (person.mention.span, *(post.span for post in person.posts))
    ]
    known = [(refer.get(("Official", person.mention.span)), person.mention.span) for person in group]
    pairs = [(chain, span) for chain, span in known if chain is not None]
    if not pairs:
        return None
    return Actor(
        *extent(spans), "named", tuple(chain for chain, _ in pairs), tuple(span for _, span in pairs)
    )


def _titles(parse: SentenceParse, extent: Extent) -> Iterator[Actor]:
    """Yield the definite titles without a name: "the mayor"."""
    for reference in parse.references:
        yield Actor(
            *extent([reference.span]),
            "title",
            spans=(reference.span,),
            word=reference.title.casefold(),
            level=reference.level,
        )


def _anaphors(line: Line) -> Iterator[Actor]:
    """Yield pronouns and groups: "he", "they", "the delegation"."""
    for index, word in enumerate(line.words):
        kind = _anaphor_kind(line, index)
        if kind:
            yield Actor(index, index + 1, kind, spans=(line.cover(index, index + 1),), word=word.low)


def _anaphor_kind(line: Line, index: int) -> str:
    word = line.words[index]
    if word.low in listed("en", "frames", "anaphora.pronouns"):
        return "" if word.low == "her" and word.tag == "PRP$" else "pronoun"
    if word.low == "it" and index and line.words[index - 1].low in listed("en", "grammar", "before_they"):
        groups = listed("en", "frames", "anaphora.groups")
        return "group" if any(before.low in groups for before in line.words[:index]) else ""
    if word.low == "they":
        opens = index == 0 or line.words[index - 1].low in listed("en", "grammar", "before_they")
        return "they" if opens else ""
    return "group" if word.low in listed("en", "frames", "anaphora.groups") and _definite(line, index) else ""


def _definite(line: Line, index: int) -> bool:
    """Whether "the", "his" or "her" stands before the noun, at most one word away, and it ends the phrase."""
    before = {line.words[i].low for i in range(max(0, index - 2), index)}
    after = line.words[index + 1] if index + 1 < len(line.words) else None
    return bool(before & listed("en", "grammar", "definite")) and (after is None or after.pos not in NOUNS)


def _inside(actor: Actor, others: Sequence[Actor]) -> bool:
    return any(other.start <= actor.start < other.end for other in others)


def _sites(
    things: Sequence[Mention], refer: Refer, extent: Extent, actors: Sequence[Actor]
) -> tuple[Site, ...]:
    """Return the outermost things that are no part of a person's title."""
    found: list[Site] = []
    for thing in things:
        chain = refer.get((thing.type, thing.span))
        if chain is None:
            continue
        start, end = extent([thing.span])
        nested = any(site.start <= start and end <= site.end for site in found)
        titled = any(actor.kind == "named" and actor.start <= start and end <= actor.end for actor in actors)
        if not nested and not titled:
            found.append(Site(start, end, thing.type, chain, thing.span))
    return tuple(found)
