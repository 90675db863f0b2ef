"""graphbuild/export/iris.py: IRIs that nothing can break out of."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graphbuild.errors import ExportError
from graphbuild.export.iris import DEFAULT_BASE, Iris, check_base, is_web_iri, local_name
from graphbuild.model import Mention, Span

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "base",
    [
        DEFAULT_BASE,
        "http://example.org/",
        "https://example.org:8443/a/b#",
        "https://example.org/a?set=1/",
        "https://例え.jp/数据/",
        "https://example.org/%E6%95%B0/",
    ],
)
def test_a_good_base_is_taken_as_it_is(base: str) -> None:
    """Absolute http and https IRIs that end in / or # are bases, and oxigraph agrees."""
    assert check_base(base) == base
    assert NamedNode(base).value == base


@pytest.mark.parametrize(
    ("base", "problem"),
    [
        ("", "must end in"),
        ("https://example.org", "must end in"),
        ("example.org/", "absolute"),
        ("/data/", "absolute"),
        ("ftp://example.org/", "absolute"),
        ("javascript:alert(1)//", "absolute"),
        ("urn:x:/", "absolute"),
        ("https:///", "absolute"),
        ("https://user:secret@example.org/", "absolute"),
        ("https://example.org/a b/", "absolute"),
        ("https://example.org/\n/", "absolute"),
        ("https://example.org/>.<x>/", "absolute"),
        ('https://example.org/"/', "absolute"),
        ("https://example.org/{id}/", "absolute"),
        ("https://example.org/%zz/", "absolute"),
        ("https://example.org/#a#", "absolute"),
        ("https://example.org/\ud800/", "absolute"),
        ("https://w3id.org/graphbuild/ns#", "namespace of the ontology"),
    ],
)
def test_a_bad_base_is_refused(base: str, problem: str) -> None:
    """What is no absolute web IRI ending in / or # is refused with what is wrong and an example."""
    with pytest.raises(ExportError, match=problem) as caught:
        check_base(base)
    assert DEFAULT_BASE in str(caught.value)


@given(ANY_TEXT)
def test_local_names_are_reversible_and_safe(name: str) -> None:
    """Any name makes a legal IRI under the base without slashes, and no two names make the same."""
    local = local_name(name)
    assert NamedNode(DEFAULT_BASE + local).value == DEFAULT_BASE + local
    assert set("/#?<>\"' .:").isdisjoint(local)
    assert unquote(local, errors="surrogatepass") == name


@given(ANY_TEXT)
def test_named_things_get_legal_iris(name: str) -> None:
    """A topic of any text has an IRI that oxigraph takes."""
    iri = Iris(DEFAULT_BASE).named("topic", name)
    assert NamedNode(iri).value == iri
    assert iri.startswith(f"{DEFAULT_BASE}topic-")


@given(ANY_TEXT)
def test_what_passes_for_a_web_iri_is_one(text: str) -> None:
    """No string passes for a web IRI that oxigraph would refuse."""
    for candidate in (text, f"https://example.org/{text}"):
        if is_web_iri(candidate):
            assert NamedNode(candidate).value == candidate


def test_iris_are_readable() -> None:
    """Each kind of node shows what it is and where it comes from."""
    iris = Iris("https://example.org/")
    mention = Mention("d1", Span(3, 9), "Place", "Yunmo", "yunmo")
    assert iris.node("official-lu-1d20") == "https://example.org/official-lu-1d20"
    assert iris.document("d1") == "https://example.org/doc-d1"
    assert iris.sentence("d1", Span(0, 40)) == "https://example.org/doc-d1-0-40"
    assert iris.mention(mention) == "https://example.org/mention-d1-3-9-place"
    assert iris.claim("ab12") == "https://example.org/claim-ab12"
    assert iris.participation("visit-1", "companion", "official-2") == (
        "https://example.org/visit-1-companion-official-2"
    )
    assert iris.stop("visit-1", 2) == "https://example.org/visit-1-stop-2"
    assert iris.named("topic", "Grain storage!").startswith("https://example.org/topic-grain-storage-")
