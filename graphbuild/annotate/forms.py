"""Parts of speech and lemmas, worked out once for each word with its tag and relation.

spaCy's attribute ruler and lemmatizer go through all their patterns again for every token. What they say of
a word hangs on its form, tag and relation alone, but for the few patterns of several tokens ("there is").
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

    Key = tuple[int, ...]
    Row = list[int]

MOST: Final = 1 << 16
"""Words that are remembered before it starts anew: a newspaper of a year has about as many."""

_GIVEN: Final[list[int | str]] = ["ORTH", "TAG", "DEP"]
_WORKED_OUT: Final[list[int | str]] = ["POS", "MORPH", "LEMMA"]
_LOOKED_AT: Final = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})
"""What a pattern may look at for a word alone to decide it."""


class Forms:
    """Does to the docs of a batch what the attribute ruler of a pipeline does and then its lemmatizer.

    About `most` words are remembered.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer, most: int = MOST) -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._most = most
        self._known: dict[Key, Row | None] = {}
        self._openers = Matcher(ruler.vocab)
        first = [pattern[:1] for pattern in _patterns(ruler) if len(pattern) > 1]
        if first:
            self._openers.add("opener", first)

    def __len__(self) -> int:
        return len(self._known)

    def __call__(self, docs: Sequence[Doc]) -> list[Doc]:
        """Set parts of speech, morphology and lemmas."""
        if len(self._known) >= self._most:
            self._known = {}  # not cleared: another thread may be reading it
        known = self._known
        keys = [_keys(doc) for doc in docs]
        new = [key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in known]
        known.update(self._learn(new))
        return [self._set(doc, [known[key] for key in row]) for doc, row in zip(docs, keys, strict=True)]

    def _set(self, doc: Doc, rows: list[Row | None]) -> Doc:
        if not rows or None in rows or doc.to_array(_WORKED_OUT).any():
            return self._lemmatizer(self._ruler(doc))
        values: Any = np.array(rows, dtype=np.uint64)
        return doc.from_array(_WORKED_OUT, values)

    def _learn(self, keys: list[Key]) -> dict[Key, Row | None]:
        """Return what is set on each word; None where the next word may have a say, or more is set."""
        opening = {start for _, start, _ in self._openers(self._doc(keys), allow_missing=True)}
        # With nothing that opens a longer pattern, no word has a say about its neighbour.
        alone = [key for index, key in enumerate(keys) if index not in opening]
        done = self._lemmatizer(self._ruler(self._doc(alone)))
        rows: list[Row] = done.to_array(_WORKED_OUT).tolist()
        told = zip(alone, _keys(done), rows, strict=True)
        learnt: dict[Key, Row | None] = {key: row if key == after else None for key, after, row in told}
        return learnt | {keys[index]: None for index in opening}

    def _doc(self, keys: list[Key]) -> Doc:
        from spacy.tokens import Doc

        strings = self._ruler.vocab.strings
        words, tags, deps = ([strings[key[column]] for key in keys] for column in range(3))
        return Doc(self._ruler.vocab, words, tags=tags, heads=list(range(len(keys))), deps=deps)


def are_forms(ruler: object, lemmatizer: object) -> bool:
    """Whether two neighbours of a pipeline are a ruler and a lemmatizer that `Forms` can stand for."""
    from spacy.pipeline import AttributeRuler, Lemmatizer

    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    return all(_LOOKED_AT.issuperset(token) for pattern in _patterns(ruler) for token in pattern)


def _keys(doc: Doc) -> list[Key]:
    return list(map(tuple, doc.to_array(_GIVEN).tolist()))


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    rules: list[Any] = ruler.patterns
    return chain.from_iterable(rule["patterns"] for rule in rules)
