"""Words that promise a claim: verbs and nouns of the frames, and titles beside a name.

They are looser than the rules of extraction on purpose: a sentence that holds one and gave nothing
is where to look for what was missed.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Protocol

from graphbuild.languages import words
from graphbuild.model import Span, Trigger

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graphbuild.model import Line, Word

POST: Final = "post"
_REACH: Final = 3
"""Words after a verb of motion among which its preposition of goal stands: "came back again to"."""


class Named(Protocol):
    """A mention: its span, the class of what it names, and the name that it stands for."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...

    @property
    def type(self) -> str:
        """A class of the ontology."""
        ...

    @property
    def name(self) -> str:
        """The name of its chain."""
        ...


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    tags: frozenset[str]
    needs: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Return the rules by the lemma that they are about."""
    found: dict[str, tuple[_Rule, ...]] = {}
    for row in _table()["triggers"]:
        rule = _Rule(row["kind"], frozenset(row["tags"]), row.get("needs", ""))
        for lemma in words("en", "frames", row["list"]) - frozenset(row.get("except", ())):
            found[lemma] = (*found.get(lemma, ()), rule)
    return found


def find_triggers(line: Line, marks: Sequence[Named]) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in the order of the text, those inside names left out."""
    named = [mark for mark in marks if mark.type != "Meeting"]
    found = [trigger for at in range(len(line.words)) for trigger in _at(line, at, named)]
    return tuple(dict.fromkeys(found))


def rank(relation: str) -> int:
    """Return the order in which claims are shown: acts, then posts, then what names alone say."""
    return 0 if relation in _table()["acts"] else 1 if relation in _table()["posts"] else 2


def promised(
    triggers: Sequence[Trigger], relations: Collection[str], known: Collection[Trigger] = ()
) -> tuple[str, ...]:
    """Return the kinds of triggers of which nothing came, given the relations that were read there.

    Any act answers for a verb or noun of an act ("came for a meeting" is one visit), any act or post
    for a title. The triggers in `known` promise nothing new.
    """
    ranks = {rank(relation) for relation in relations}
    kinds = dict.fromkeys(trigger.kind for trigger in triggers if trigger not in known)
    return tuple(kind for kind in kinds if not ranks & ({0, 1} if kind == POST else {0}))


def known_titles(
    triggers: Sequence[Trigger], marks: Sequence[Named], titles: Collection[tuple[str, str]]
) -> tuple[Trigger, ...]:
    """Return the triggers that repeat a title which the article gives elsewhere.

    `titles` pairs the names of officials with the posts that were read of them. "Secretary Wang" is
    known when Wang is a secretary there, "the Acting Mayor" when anybody is an acting mayor.
    """
    posts = (trigger for trigger in triggers if trigger.kind == POST)
    return tuple(trigger for trigger in posts if _is_known(trigger, marks, titles))


def _is_known(trigger: Trigger, marks: Sequence[Named], titles: Collection[tuple[str, str]]) -> bool:
    start = trigger.span.end + 1
    bearer = next((mark.name for mark in marks if mark.type == "Official" and mark.span.start == start), None)
    posts = (post.casefold() for name, post in titles if bearer in (None, name))
    return any(trigger.text.casefold() in post.split(",")[0].split() for post in posts)


def _at(line: Line, at: int, marks: Sequence[Named]) -> Iterator[Trigger]:
    word = line.words[at]
    rules, title = _rules().get(word.lemma.lower(), ()), word.low in words("en", "posts", "heads")
    span = Span(word.start, word.end)
    if not (rules or title) or any(mark.span.covers(span) for mark in marks):
        return
    for rule in rules:
        if word.pos in rule.tags and _has(rule.needs, line, at, marks):
            yield Trigger(span, rule.kind, word.text)
    if title and _beside_a_name(line, at):
        yield Trigger(span, POST, word.text)


def _has(needs: str, line: Line, at: int, marks: Sequence[Named]) -> bool:
    """Whether what the trigger needs follows it."""
    if not needs:
        return True
    start = line.words[at].end
    if needs == "goal":
        goal = _goal(line.words[at + 1 : at + 1 + _REACH])
        return goal is not None and _named_after(goal.end, marks, but="Official")
    return _named_after(start, marks, only="Official" if needs == "official" else "")


def _goal(following: Sequence[Word]) -> Word | None:
    goals = words("en", "frames", "visit.goals")
    return next((word for word in following if word.low in goals), None)


def _named_after(start: int, marks: Sequence[Named], *, only: str = "", but: str = "") -> bool:
    return any(mark.span.start >= start and mark.type != but and only in ("", mark.type) for mark in marks)


def _beside_a_name(line: Line, at: int) -> bool:
    """Whether a proper noun stands right beside; the first word of a sentence does not count."""
    beside = [index for index in (at - 1, at + 1) if 0 < index < len(line.words)]
    return any(line.words[index].capital and line.words[index].pos == "PROPN" for index in beside)
