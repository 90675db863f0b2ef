"""Resolution of one document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.resolve import resolve_document
from tests.reading import article, read_parses

PIECES = st.sampled_from(
    [
        "Tan Yishan, mayor of Yunmo City, spoke.",
        "Mayor Tan left.",
        "Tan Yi and Tan Yishan met.",
        "The Municipal Party Committee met.",
        "The Yunmo Municipal Government met.",
        "Our city is rich.",
        "Pingshun County is poor.",
        "Pingshun grew.",
        "The Secretary spoke.",
        "Henglu Paper Co., Ltd. grew.",
        "Henglu Paper grew.",
        "Accra, Ghana, is far.",
        "Kenyan President Edwin Mutua spoke.",
        "\n\n",
        "The Office of the Municipal Government met.",
        "Tan spoke.",
        "President Mutua left.",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=9).map(" ".join).filter(lambda text: any(c.isalpha() for c in text))
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([None, "Huadian, Jilin", "Yunmo City", "Nowhere, Neverland"]))
def test_resolution_is_consistent(text: str, locus: str | None) -> None:
    """For any article: every mention is in one chain of its own type, and no chain is part of itself."""
    resolution = resolve_document(article(text, locus=locus), read_parses(text))
    types = {chain.id: chain.type for chain in resolution.chains}
    assert len(types) == len(resolution.chains)
    assert all(types[mention.refers_to] == mention.type for mention in resolution.mentions)
    assert list(resolution.mentions) == sorted(resolution.mentions)
    assert resolution.seat is None or types[resolution.seat] == "Place"
    posts = {post.id for post in resolution.posts}
    assert all(post.post_in is None or post.post_in in types for post in resolution.posts)
    for claim in resolution.claims:
        assert claim.subject in types
        assert claim.object in (posts if claim.relation == "holdsPost" else types)
        assert claim.subject != claim.object


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_resolution_is_a_function(text: str) -> None:
    """The same article resolves to the same chains, ids included."""
    assert resolve_document(article(text), read_parses(text)) == resolve_document(
        article(text), read_parses(text)
    )


def test_document_that_names_nothing() -> None:
    """An article without a name resolves to nothing."""
    resolution = resolve_document(article("The sun rose."), read_parses("The sun rose."))
    assert (resolution.chains, resolution.posts, resolution.mentions, resolution.claims, resolution.seat) == (
        (),
        (),
        (),
        (),
        None,
    )
