"""Claims and identities to entities, edges, events and tenures.

`assemble` does it in memory. What holds for one document (`Mapper`, `assemble_events`) or for one
group of a sorted stream (`entity`, `edge`, `tenures_of`, `merge_reports`) are functions of their own,
so that a store can go through a corpus without holding it.
"""

from __future__ import annotations

from graphbuild.assemble.curation import Curator
from graphbuild.assemble.entities import edge, entity
from graphbuild.assemble.graph import assemble, order_of
from graphbuild.assemble.links import link
from graphbuild.assemble.mapping import Mapper
from graphbuild.assemble.occurrences import event_key, merge_events, merge_reports
from graphbuild.assemble.reprints import Fingerprints, fingerprint, reprints
from graphbuild.assemble.tenures import contradictions, post_key, sightings, tenures_of

__all__ = [
    "Curator",
    "Fingerprints",
    "Mapper",
    "assemble",
    "contradictions",
    "edge",
    "entity",
    "event_key",
    "fingerprint",
    "link",
    "merge_events",
    "merge_reports",
    "order_of",
    "post_key",
    "reprints",
    "sightings",
    "tenures_of",
]
