"""Identity across documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import Extraction, Identity
from graphbuild.resolve import identify
from graphbuild.resolve.corpus.ids import slug
from tests.reading import chain_named, read_extraction

MAYOR = "Tan Yishan, mayor of Yunmo City, visited Baishi Town."
AGAIN = "Tan Yishan, mayor of Yunmo City, met Kang Wenhe, chairman of Henglu Paper Co., Ltd."
DIRECTOR = "Tan Yishan, director of the Hailu Municipal Tax Bureau, spoke in Nairobi."
BARE = "Tan Yishan spoke at Henglu Paper Co., Ltd."
COUNTRY = "Kenyan President Edwin Mutua visited Nairobi, accompanied by Ingrid Solberg."
PAPERS = (
    read_extraction(MAYOR, published="2019-03-01"),
    read_extraction(AGAIN, published="2019-02-01"),
    read_extraction(DIRECTOR, published="2019-04-01"),
    read_extraction(BARE),
    read_extraction(COUNTRY, published="2020-01-01"),
)


def entity(identities: tuple[Identity, ...], extraction: Extraction, name: str) -> str:
    """Return the entity of the chain of a name."""
    chain = chain_named(extraction, name).id
    (found,) = (identity.entity for identity in identities if identity.chain == chain)
    return found


def same(left: str, right: str, name: str, *, published: str | None = None) -> bool:
    """Whether two articles' chains of one name are one entity."""
    papers = (read_extraction(left, published="2019-01-01"), read_extraction(right, published=published))
    found = identify(papers)
    return entity(found, papers[0], name) == entity(found, papers[1], name)


@pytest.mark.parametrize(
    ("left", "right", "name", "one"),
    [
        (MAYOR, AGAIN, "Tan Yishan", True),
        (MAYOR, DIRECTOR, "Tan Yishan", False),
        (MAYOR, BARE, "Tan Yishan", False),
        (BARE, AGAIN, "Henglu Paper Co., Ltd.", True),
        (DIRECTOR, COUNTRY, "Nairobi", True),
        ("Tan Yishan saw Pingshun County.", "Kang Wenhe saw Pingshun.", "Pingshun", True),
        (
            "Tan Yishan met the Yunmo Municipal Party Committee.",
            "Tan Yi met the CPC Yunmo Municipal Committee.",
            "Yunmo Municipal Party Committee",
            True,
        ),
        (
            "Tan Yishan inspected the flood control project.",
            "Kang Wenhe inspected the flood control project.",
            "flood control project",
            False,
        ),
        (
            "Tan Yishan attended a symposium on flood control.",
            "Kang Wenhe attended a symposium on flood control.",
            "symposium on flood control",
            False,
        ),
    ],
)
def test_what_joins_and_what_stays_apart(left: str, right: str, name: str, *, one: bool) -> None:
    """People join by name and post, firms by full name, places and bodies by key; common names never."""
    papers = (read_extraction(left), read_extraction(right))
    found = identify(papers)
    short = name if name != "Yunmo Municipal Party Committee" else "CPC Yunmo Municipal Committee"
    assert (entity(found, papers[0], name) == entity(found, papers[1], short)) is one


def test_same_post_in_two_cities_stays_apart() -> None:
    """Two mayors of one name, of different cities, are two people."""
    assert not same(MAYOR, "Tan Yishan, mayor of Hailu City, spoke.", "Tan Yishan")


def test_homonyms_of_one_document_stay_apart() -> None:
    """Two chains of one name in one document are never joined, nor by way of another document."""
    both = read_extraction(
        "Tan Yi, mayor of Yunmo City, and Tan Yi, director of the Hailu Municipal Tax Bureau, spoke."
    )
    other = read_extraction("Tan Yi, mayor of Yunmo City, visited Baishi Town.")
    found = identify((both, other))
    two = [chain.id for chain in both.chains if chain.name == "Tan Yi"]
    assert len({identity.entity for identity in found if identity.chain in two}) == 2


def test_every_chain_has_one_identity_with_a_reason() -> None:
    """Nothing is lost, nothing is decided twice, and each decision says why."""
    found = identify(PAPERS)
    chains = [chain.id for extraction in PAPERS for chain in extraction.chains]
    assert sorted(chains) == [identity.chain for identity in found]
    assert all(identity.reasons and 0 < identity.score <= 1 for identity in found)


@settings(deadline=None)
@given(st.permutations(PAPERS))
def test_order_of_documents_leaves_no_trace(papers: list[Extraction]) -> None:
    """The same documents in any order give the same ids."""
    assert identify(papers) == identify(PAPERS)


@settings(deadline=None)
@given(st.sets(st.sampled_from(range(len(PAPERS)))))
def test_types_do_not_mix(chosen: set[int]) -> None:
    """Chains of different types are never one entity, whatever documents there are."""
    papers = [PAPERS[number] for number in sorted(chosen)]
    types = {chain.id: chain.type for paper in papers for chain in paper.chains}
    kinds: dict[str, set[str]] = {}
    for identity in identify(papers):
        kinds.setdefault(identity.entity, set()).add(types[identity.chain])
    assert all(len(found) == 1 for found in kinds.values())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Tan Yishan", "tan-yishan"), ("José Núñez", "jose-nunez"), ("乔安南", "x"), ("--", "x")],
)
def test_slug(name: str, expected: str) -> None:
    """Readable ASCII, and never empty."""
    assert slug(name) == expected


@given(st.text())
def test_slug_is_safe_in_an_iri(name: str) -> None:
    """For any name: lower-case letters, digits and single inner hyphens, of bounded length."""
    found = slug(name)
    assert 0 < len(found) <= 48
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert found == found.strip("-")
