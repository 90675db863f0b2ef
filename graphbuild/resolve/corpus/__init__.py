"""Identity across documents: which chains of many articles are one entity.

It runs in two passes, neither of which holds the corpus. `records` turns an extraction into flat
records, one a chain. Sorted by `block_key`, each block goes through `identify_block`, which gives
identities, doubts and one `Profile` for each entity. Profiles, repeated under each of their
`link_keys` and sorted by key, go through `link_block`, which joins variants of a name that no block
holds together ("Blinken" and "Antony J. Blinken"); `settle` turns all links into one table of which
entity is replaced by which. `identify` does all of it for extractions in memory.
"""

from __future__ import annotations

from graphbuild.resolve.corpus.blocks import block_key, identify_block
from graphbuild.resolve.corpus.curation import current_ids, merged_identity, merges
from graphbuild.resolve.corpus.identity import Identities, identify, identify_all, identify_records
from graphbuild.resolve.corpus.ids import own_id
from graphbuild.resolve.corpus.links import link_block, link_keys
from graphbuild.resolve.corpus.memory import BlockMemory
from graphbuild.resolve.corpus.profiles import usual_places
from graphbuild.resolve.corpus.record import HeldPost, Record
from graphbuild.resolve.corpus.records import SHOWN, records
from graphbuild.resolve.corpus.settling import settle, settled_doubts
from graphbuild.resolve.corpus.values import Blocked, Link, Linked, Profile

__all__ = [
    "SHOWN",
    "BlockMemory",
    "Blocked",
    "HeldPost",
    "Identities",
    "Link",
    "Linked",
    "Profile",
    "Record",
    "block_key",
    "current_ids",
    "identify",
    "identify_all",
    "identify_block",
    "identify_records",
    "link_block",
    "link_keys",
    "merged_identity",
    "merges",
    "own_id",
    "records",
    "settle",
    "settled_doubts",
    "usual_places",
]
