"""The component: it reads a `Doc` that other components have annotated, and adds what officials do.

https://spacy.io/usage/processing-pipelines#custom-components says how such a thing is made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from graphbuild.annotate import doc_lines
from graphbuild.errors import ModelError
from graphbuild.gazetteer import read_places
from graphbuild.pipeline import extract_lines
from graphbuild.read import read_text
from graphbuild.spacy_pipe import reading
from graphbuild.spacy_pipe.record import to_record

if TYPE_CHECKING:
    from spacy.tokens import Span

    from graphbuild.gazetteer import Place
    from graphbuild.model import Document, Extraction

NEEDED: Final = {"TAG": "tagger", "POS": "attribute_ruler", "LEMMA": "lemmatizer", "DEP": "parser"}
"""What a token must have, and which component of spaCy's pipelines gives it."""

GETTERS: Final = {"claims": reading.claims, "posts": reading.posts, "events": reading.events}
STATED: Final = ("locus", "published")
"""What is known of one document besides its text; it wins over the configuration of the component."""


class Component:
    """Adds ``doc._.claims``, ``doc._.posts``, ``doc._.events`` and a group of spans with the mentions.

    The document keeps only plain values, in ``Doc.user_data``, so that it can be pickled and written as
    before. Raises ModelError for a document without tags, lemmas or a parse.
    """

    def __init__(
        self, *, locus: str | None, published: str | None, places: tuple[Place, ...], spans_key: str
    ) -> None:
        self._stated = {"locus": locus, "published": published}
        self._places = places
        self._spans_key = spans_key
        add_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read a document and return it."""
        doc.user_data.pop(reading.KEY, None)
        doc.spans[self._spans_key] = SpanGroup(doc, name=self._spans_key)
        if not any(char.isalnum() for char in doc.text):
            return doc
        _check(doc)
        document = self._document(doc)
        extraction = extract_lines(document, doc_lines(document, doc), self._places)
        doc.user_data[reading.KEY] = to_record(extraction)
        doc.spans[self._spans_key] = SpanGroup(doc, name=self._spans_key, spans=_mentions(doc, extraction))
        return doc

    def _document(self, doc: Doc) -> Document:
        stated = {name: getattr(doc._, name) or value for name, value in self._stated.items()}
        return read_text(doc.text, source="a spaCy Doc", language="en", **stated)


def _check(doc: Doc) -> None:
    missing = [name for attribute, name in NEEDED.items() if not doc.has_annotation(attribute)]
    if missing:
        raise ModelError(
            f"the document lacks what {', '.join(missing)} would give; "
            "put the component graphbuild behind them, in a pipeline such as en_core_web_sm"
        )


def _mentions(doc: Doc, extraction: Extraction) -> list[Span]:
    """Return the mentions as spans: the label is the type, the id of the knowledge base the full name."""
    names = {chain.id: chain.name for chain in extraction.chains}
    found = (
        doc.char_span(
            mention.span.start,
            mention.span.end,
            label=mention.type,
            kb_id=names[mention.refers_to],
            alignment_mode="expand",
        )
        for mention in extraction.mentions
    )
    return [span for span in found if span is not None]


def add_extensions() -> None:
    """Give `Doc` its attributes under ``doc._``. Raises ModelError if a name of them is taken."""
    for name, getter in GETTERS.items():
        if Doc.has_extension(name) and Doc.get_extension(name)[2] is not getter:
            raise ModelError(f"Doc has an extension {name!r} of another component; remove that one first")
        Doc.set_extension(name, getter=getter, force=True)
    for name in STATED:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


@Language.factory(
    "graphbuild",
    default_config={"locus": None, "published": None, "places": [], "spans_key": "graphbuild"},
    requires=["token.pos", "token.tag", "token.dep", "token.lemma", "doc.ents"],
    assigns=["doc._.claims", "doc._.posts", "doc._.events", "doc.spans"],
)
def make_component(
    nlp: Language,  # noqa: ARG001 - the protocol of factories
    name: str,  # noqa: ARG001
    locus: str | None,
    published: str | None,
    places: list[str],
    spans_key: str,
) -> Callable[[Doc], Doc]:
    """Make the component.

    `locus` states the seat of all documents ("Dunhua, Jilin"), `published` their ISO day; ``doc._.locus``
    and ``doc._.published``, set before the pipeline runs, win for one document. `places` are files of
    places of your own. The mentions stand in ``doc.spans[spans_key]``. Raises ReadError for a list of
    places that cannot be used.
    """
    known = read_places(places)
    return Component(locus=locus, published=published, places=known, spans_key=spans_key)
