"""The assembled graph in memory: every value sorted, so that the order of the documents leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.assemble.curation import Curator
from graphbuild.assemble.gathering import gather
from graphbuild.assemble.mapping import mentions_of
from graphbuild.assemble.orders import by_id, place_of_mention
from graphbuild.assemble.reprints import Fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Claim, Coverage, Doubt, Extraction, GraphData, Identity, Mention


def assemble(
    extractions: Iterable[Extraction],
    identities: Iterable[Identity],
    doubts: Iterable[Doubt] = (),
    curator: Curator | None = None,
    fingerprints: Fingerprints | None = None,
) -> GraphData:
    """Merge the extractions of all documents into one graph.

    `doubts` become claims of `possiblySameAs`; `curator` applies decisions, and can be asked
    afterwards which found nothing to apply to. `fingerprints` spare the work that an earlier run did.
    """
    papers = tuple({each.document.id: each for each in extractions}.values())
    curator = curator or Curator()
    chains = chains_of(identities, curator)
    claims: list[Claim] = []
    found = gather(papers, papers, chains, doubts, curator, fingerprints or Fingerprints(), claims.extend)
    documents = {each.id: each for each in (*(paper.document for paper in papers), *found.documents)}
    told = chain.from_iterable(each.sentences for each in papers)
    return replace(
        found.shared,
        documents=by_id(map(found.document, documents.values())),
        sentences=tuple(found.sentences(chain(told, found.quoted))),
        mentions=_mentions(papers, chains),
        claims=by_id(map(found.claim, claims)),
        coverage=_coverage(papers),
        set_phrases=tuple(sorted({phrase for each in papers for phrase in each.set_phrases})),
    )


def chains_of(identities: Iterable[Identity], curator: Curator) -> dict[str, str]:
    """Return the entity of each chain that is in the graph."""
    omitted = curator.omitted
    return {each.chain: each.entity for each in identities if each.entity not in omitted}


def _mentions(papers: Sequence[Extraction], chains: Mapping[str, str]) -> tuple[Mention, ...]:
    found = {mention for each in papers for mention in mentions_of(each, chains)}
    return tuple(sorted(found, key=place_of_mention))


def _coverage(papers: Sequence[Extraction]) -> tuple[Coverage, ...]:
    found = [each.coverage for each in papers if each.coverage is not None]
    return tuple(sorted(found, key=lambda each: each.document))
