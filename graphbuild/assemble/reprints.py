"""Near-duplicate articles: reprints and lightly edited copies, by shingles of words.

MinHash (Broder 1997) estimates how many shingles two texts share; locality-sensitive hashing finds
the pairs without comparing each with each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from datasketch import MinHash

    from graphbuild.model import Document

Fingerprint = tuple[int, ...]

_WORD: Final = re.compile(r"[^\W_]+")
_SHINGLE: Final = 5
_PERMUTATIONS: Final = 64
_SEED: Final = 1
_SCHEME: Final = "affine32"
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


def _minhash(values: Fingerprint | None = None) -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=_SEED, hashvalues=values, scheme=_SCHEME)


def reprints(
    fingerprints: Iterable[tuple[str, Fingerprint]], orders: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Return for each document that nearly repeats an earlier one the earliest such document.

    `orders` sorts the documents by release; the order in which the fingerprints come plays no part.
    """
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=_SHARED, num_perm=_PERMUTATIONS)
    hashes = {name: _minhash(values) for name, values in fingerprints if values}
    found: dict[str, str] = {}
    for name in sorted(hashes, key=lambda each: (orders[each], each)):
        similar = [
            each for each in index.query(hashes[name]) if hashes[name].jaccard(hashes[each]) >= _SHARED
        ]
        if similar:
            found[name] = min(similar, key=lambda each: (orders[each], each))
        else:
            index.insert(name, hashes[name])
    return found
