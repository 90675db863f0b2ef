"""redirects.ttl."""

from __future__ import annotations

from rdflib import Graph as Rdf

from graphbuild.export.redirects import ids_in, moved, targets_in, to_redirects

OLD, NEW = "official-tan-yishan-0000000a", "official-tan-yishan-0000000b"


def test_redirects_are_turtle_and_are_read_again() -> None:
    """Each line says which IRI replaces which; ends that are equal are left out."""
    text = to_redirects({OLD: NEW, NEW: NEW})
    assert len(Rdf().parse(data=text, format="turtle")) == 1
    assert targets_in(text) == {OLD: NEW}
    assert ids_in(text) == {OLD, NEW}


def test_only_what_is_gone_and_leads_on_is_redirected() -> None:
    """Ids that are still there, or lead nowhere, have no redirect."""
    kept = {OLD: NEW, "place-x-00000001": "place-x-00000001"}
    assert moved(
        [OLD, "place-x-00000001", "body-y-00000002"], kept, frozenset(("place-x-00000001", NEW))
    ) == {OLD: NEW}


def test_ids_of_a_graph() -> None:
    """Ids of entities are found in Turtle, with a prefix and without; those of others are not."""
    text = f"id:{OLD} a gb:Official . <https://example.org/place-x-00000001> a gb:Place . id:tenure-000000 ."
    assert ids_in(text) == {OLD, "place-x-00000001"}
