"""Near-duplicate articles: reprints and lightly edited copies, by shingles of words.

MinHash (Broder 1997) estimates how many shingles two texts share; locality-sensitive hashing finds
the pairs without comparing each with each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    from datasketch import MinHash
    from numpy.typing import NDArray

    from graphbuild.model import Document

    Values = NDArray[np.uint32]

Fingerprint = tuple[int, ...]
Bucket = tuple[int, int]
"""Where a band begins, and which of the values it has there."""

_WORD: Final = re.compile(r"[^\W_]+")
_SHINGLE: Final = 5
_PERMUTATIONS: Final = 64
_SEED: Final = 1
_SCHEME: Final = "affine32"
_BAND: Final = 8
"""Values of a band: eight bands of eight find most pairs that share 0.7 and few that do not."""
_SHARED: Final = 0.7
"""Share of all shingles of two texts that both have, from which the one reprints the other."""
_FEWEST: Final = 20
"""Shingles below which a text is too short to tell."""
_MOST: Final = 20_000


def fingerprint(document: Document) -> Fingerprint:
    """Return the MinHash values of a document's readable text; empty when it is too short to tell."""
    words = _WORD.findall(_readable(document).casefold())[:_MOST]
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if len(shingles) < _FEWEST:
        return ()
    found = _minhash()
    found.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return tuple(int(value) for value in found.hashvalues)


class Fingerprints:
    """Fingerprints of documents, and those that an earlier run `kept`, by the document's stamp.

    `stamps` gives for a document a text that changes with whatever was read in it; one without a
    stamp is always read.
    """

    def __init__(
        self, stamps: Mapping[str, str] | None = None, known: Mapping[str, Sequence[int]] | None = None
    ) -> None:
        self._stamps = stamps or {}
        self._known = known or {}
        self.kept: dict[str, Sequence[int]] = {}

    def of(self, document: Document) -> Fingerprint:
        """Return what `fingerprint` does."""
        stamp = self._stamps.get(document.id)
        if stamp is None:
            return fingerprint(document)
        stored = self._known.get(stamp)
        self.kept[stamp] = stored if stored is not None else fingerprint(document)
        return tuple(self.kept[stamp])


def _readable(document: Document) -> str:
    from graphbuild.model import READABLE_ROLES

    return "\n".join(document.quote(block.span) for block in document.blocks if block.role in READABLE_ROLES)


def _minhash() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme=_SCHEME)


def reprints(
    fingerprints: Iterable[tuple[str, Sequence[int]]], orders: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Return for each document that nearly repeats an earlier one the earliest such document.

    `orders` sorts the documents by release; the order in which the fingerprints come plays no part.
    """
    import numpy as np

    known = {name: np.array(values, np.uint32) for name, values in fingerprints if values}
    names = sorted(known, key=lambda each: (orders[each], each))
    rows = [known[name] for name in names]
    firsts: defaultdict[Bucket, list[int]] = defaultdict(list)
    found: dict[str, str] = {}
    for at, buckets in enumerate(_buckets(rows)):
        earlier = {each for bucket in buckets for each in firsts[bucket]}
        similar = [each for each in earlier if np.mean(rows[each] == rows[at]) >= _SHARED]
        if similar:
            found[names[at]] = names[min(similar)]
        else:
            for bucket in buckets:
                firsts[bucket].append(at)
    return found


def _buckets(rows: Sequence[Values]) -> list[list[Bucket]]:
    """Return for each fingerprint the bands of it that others have too: without one no two are alike.

    The buckets of a corpus are nearly all of one document; an index that keeps those as well takes
    many times the memory of the fingerprints.
    """
    import numpy as np

    found: list[list[Bucket]] = [[] for _ in rows]
    for start in range(0, _PERMUTATIONS if rows else 0, _BAND):
        band = np.stack([row[start : start + _BAND] for row in rows])
        _, kinds, counts = np.unique(band, axis=0, return_inverse=True, return_counts=True)
        for at in np.flatnonzero(counts[kinds.reshape(-1)] > 1):
            found[at].append((start, int(kinds.reshape(-1)[at])))
    return found
