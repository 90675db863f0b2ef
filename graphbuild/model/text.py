"""Text level: words and sentences, and what one sentence mentions before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model.coverage import SetPhrase
from graphbuild.model.document import BlockRole, Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: `start` and `end` are offsets in the document, `head` an index in the line."""

    text: str
    low: str
    lemma: str
    pos: str
    tag: str
    ent: str
    dep: str
    head: int
    start: int
    end: int
    stop: bool

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def alpha(self) -> bool:
        """Whether the word begins with a letter."""
        return self.text[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words, its span in the document and the role of its block."""

    document: str
    span: Span
    role: BlockRole
    words: tuple[Word, ...]

    @property
    def headline(self) -> bool:
        """Whether capitals mark no names here: a title, or a caption written like one."""
        if self.role != BlockRole.CAPTION:
            return self.role == BlockRole.TITLE
        letters = [word for word in self.words if word.alpha]
        return 2 * sum(word.capital for word in letters) > len(letters)

    def cover(self, start: int, end: int) -> Span:
        """Return the span of the document that words `start` to `end` (exclusive) cover."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """Return words `start` to `end` (exclusive) as one string with the source's spacing, tidied."""
        parts: list[str] = []
        for index in range(start, end):
            word = self.words[index]
            glued = index == start or self.words[index - 1].end == word.start
            parts.append(word.text if glued else f" {word.text}")
        return "".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence that is evidence for something, with its text as quoted."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names something: `text` as written, `name` as normalised for comparison.

    `type` is a class of the ontology. `refers_to` is the id of the chain that the mention belongs
    to, and of the entity once identities are resolved; empty before coreference.
    """

    document: str
    span: Span
    type: str
    text: str
    name: str
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class PostMention:
    """A title as attached to a person: "acting mayor", "director of the Municipal Bureau of Finance".

    `home` is the mention of the body, enterprise or place that the title names; `level` the level
    word inside the title ("county" in "county Party secretary") or that the head implies ("mayor").
    `status` is "held", "acting", "former" or "designate".
    """

    span: Span
    title: str
    status: str = "held"
    home: Mention | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named person with the posts that the sentence attaches.

    `full` is false for a surname with a rank ("Secretary Wang") or alone. `group` numbers the
    coordinations of the sentence: people listed together share it.
    """

    mention: Mention
    posts: tuple[PostMention, ...] = ()
    full: bool = True
    group: int = 0


@dataclass(frozen=True, slots=True)
class SentenceParse:
    """Mentions of one sentence: people with posts, and all other things, in order of the text."""

    span: Span
    role: BlockRole
    people: tuple[PersonMention, ...] = ()
    things: tuple[Mention, ...] = ()
    references: tuple[PostMention, ...] = ()
    """Definite titles without a name: "the mayor" points back to a holder."""
    set_phrases: tuple[SetPhrase, ...] = ()
