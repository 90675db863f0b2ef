"""What one document did not give: sentences that promised more, and set phrases that say nothing."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model.document import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that promises a claim: `kind` is visit, accompany, chair, meet, attend or post."""

    span: Span
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that holds triggers of which no claim came.

    `number` counts the sentences of the document that are read, from 1; `triggers` are only those
    that gave nothing.
    """

    number: int
    span: Span
    text: str
    triggers: tuple[Trigger, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its triggers, each once, in the order of the text."""
        return tuple(dict.fromkeys(trigger.kind for trigger in self.triggers))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences of a document there are, how many name something and how many give a claim.

    `gaps` are the sentences that promised a claim and gave none of its kind.
    """

    document: str
    sentences: int
    with_mentions: int
    with_claims: int
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class SetPhrase:
    """A set phrase of political prose ("the spirit of the important speech of ..."), which makes no node.

    `sentence` is the span of its sentence; `names` pairs the class of what it names with the name,
    in the order of the text.
    """

    document: str
    span: Span
    text: str
    sentence: Span
    names: tuple[tuple[str, str], ...] = ()
