"""Parts of speech and lemmas, worked out once for each word with its tag and relation.

spaCy's attribute ruler and lemmatizer go through all their patterns again for every token. What they say of
a word hangs on its form, tag and relation alone, but for the few patterns of several tokens ("there is").
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

MOST: Final = 1 << 16
"""Words that are remembered: an English newspaper of a year has fewer."""

_GIVEN: Final[list[int | str]] = ["ORTH", "TAG", "DEP"]
_WORKED_OUT: Final[list[int | str]] = ["POS", "MORPH", "LEMMA"]
_LOOKED_AT: Final = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})
"""What a pattern may look at for a word alone to decide it."""


class Forms:
    """Does to a `Doc` what the attribute ruler of a pipeline does and then its lemmatizer.

    At `most` so many words are remembered.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer, most: int = MOST) -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._openers = Matcher(ruler.vocab)
        first = [pattern[:1] for pattern in _patterns(ruler) if len(pattern) > 1]
        if first:
            self._openers.add("opener", first)
        self._of = lru_cache(most)(self._work_out)

    def __len__(self) -> int:
        return self._of.cache_info().currsize

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech, morphology and lemmas."""
        keys = map(tuple, doc.to_array(_GIVEN).tolist())
        found = [] if doc.to_array(_WORKED_OUT).any() else [self._of(*key) for key in keys]
        if not found or None in found:
            return self._lemmatizer(self._ruler(doc))
        values: Any = np.array(found, dtype=np.uint64)
        return doc.from_array(_WORKED_OUT, values)

    def _work_out(self, orth: int, tag: int, dep: int) -> list[int] | None:
        """Return what is set on a word; None where the next word may have a say, and where more is set."""
        from spacy.tokens import Doc

        vocab = self._ruler.vocab
        word, tagged, related = (vocab.strings[key] for key in (orth, tag, dep))
        alone = Doc(vocab, [word], tags=[tagged], heads=[0], deps=[related])
        if self._openers(alone, allow_missing=True):
            return None
        done = self._lemmatizer(self._ruler(alone))
        values: list[int] = done.to_array(_WORKED_OUT)[0].tolist()
        return values if (done[0].tag, done[0].dep) == (tag, dep) else None


def are_forms(ruler: object, lemmatizer: object) -> bool:
    """Whether two neighbours of a pipeline are a ruler and a lemmatizer that `Forms` can stand for."""
    from spacy.pipeline import AttributeRuler, Lemmatizer

    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    return all(_LOOKED_AT.issuperset(token) for pattern in _patterns(ruler) for token in pattern)


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    rules: list[Any] = ruler.patterns
    return chain.from_iterable(rule["patterns"] for rule in rules)
