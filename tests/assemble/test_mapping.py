"""From chains to entities."""

from __future__ import annotations

from graphbuild.assemble.mapping import Mapper
from graphbuild.model import Identity, Post
from graphbuild.resolve import identify
from tests.reading import read_extraction


def mapper_of(text: str) -> Mapper:
    """Return a mapper for one article."""
    return Mapper(identify((read_extraction(text),)), {})


def test_post_without_a_home_is_its_holders_own() -> None:
    """Two presidents without a country do not share a post; two mayors of one city do."""
    mapper = Mapper((Identity("c1", "place-yunmo", 1.0),), {})
    bare, mayor = Post("p1", "President"), Post("p2", "Mayor", "c1")
    assert mapper.post(bare, "official-a").id != mapper.post(bare, "official-b").id
    assert mapper.post(mayor, "official-a") == mapper.post(mayor, "official-b")


def test_post_id_is_safe_in_an_iri() -> None:
    """Titles with letters beyond ASCII and punctuation give readable, safe ids."""
    found = Mapper((), {}).post(Post("p", "Chargé d'Affaires <b>"), "official-a")
    assert set(found.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_claims_of_unknown_chains_are_left_out() -> None:
    """Without identities nothing is claimed."""
    text = "Tan Yishan, mayor of Yunmo City, visited Baishi Town."
    extraction = read_extraction(text)
    assert Mapper((), {}).claims(extraction, {}) == []
    mapper = mapper_of(text)
    assert len(mapper.claims(extraction, mapper.posts(extraction))) == len(extraction.claims)


def test_mentions_refer_to_entities() -> None:
    """Mentions keep their place and point to the entity."""
    text = "Tan Yishan visited Baishi Town."
    extraction, mapper = read_extraction(text), mapper_of(text)
    found = mapper.mentions(extraction.mentions)
    assert [mention.span for mention in found] == [mention.span for mention in extraction.mentions]
    assert all(
        mention.refers_to == mapper.entity(old.refers_to)
        for mention, old in zip(found, extraction.mentions, strict=True)
    )
