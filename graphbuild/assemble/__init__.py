"""Claims and identities to entities, edges, events and tenures.

`assemble` does it in memory. `gather` makes what the documents share and passes their claims on, so that
a store can go through a corpus without holding it: documents, sentences and mentions come as it tells.
"""

from __future__ import annotations

from graphbuild.assemble.curation import Curator
from graphbuild.assemble.entities import edge, entity
from graphbuild.assemble.gathering import NAMED, TOLD, Gathered, gather
from graphbuild.assemble.graph import assemble, chains_of
from graphbuild.assemble.links import link
from graphbuild.assemble.mapping import Mapper, mentions_of
from graphbuild.assemble.occurrences import event_key, merge_events, merge_reports
from graphbuild.assemble.orders import order_of, place_of_mention, place_of_sentence
from graphbuild.assemble.reprints import Fingerprints, fingerprint, reprints
from graphbuild.assemble.tenures import contradictions, post_key, sightings, tenures_of

__all__ = [
    "NAMED",
    "TOLD",
    "Curator",
    "Fingerprints",
    "Gathered",
    "Mapper",
    "assemble",
    "chains_of",
    "contradictions",
    "edge",
    "entity",
    "event_key",
    "fingerprint",
    "gather",
    "link",
    "mentions_of",
    "merge_events",
    "merge_reports",
    "order_of",
    "place_of_mention",
    "place_of_sentence",
    "post_key",
    "reprints",
    "sightings",
    "tenures_of",
]
