"""The component as a spaCy user meets it: offsets, spans, configuration, and documents that travel."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from graphbuild import spacy_pipe
from graphbuild.annotate import DEFAULT_MODEL
from graphbuild.errors import ModelError, ReadError
from graphbuild.pipeline import extract
from graphbuild.read import read_text
from tests.builds import PATHS, PLACES

if TYPE_CHECKING:
    from graphbuild.spacy_pipe import DocClaim

TEXT = (
    "On May 6, Mayor Qian Duofu inspected Pingtan Tea Co., Ltd. "
    "He was accompanied by Sun Shaoqing, acting director of the Municipal Bureau of Commerce."
)
FIRST, SECOND = TEXT[: TEXT.index(" He was")], TEXT[TEXT.index("He was") :]


@cache
def _pipeline() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("graphbuild")
    return nlp


@cache
def _doc() -> Doc:
    return _pipeline()(TEXT)


def _claim(relation: str) -> DocClaim:
    (claim,) = (claim for claim in _doc()._.claims if claim.relation == relation)
    return claim


def test_a_claim_is_told_in_spans() -> None:
    """Subject, object and trigger are spans of the document, labelled; the act's sentence comes first."""
    claim = _claim("accompanied")
    assert (claim.subject.text, claim.subject.label_) == ("Sun Shaoqing", "Official")
    assert (claim.object.text, claim.object_name) == ("Qian Duofu", "Qian Duofu")
    assert claim.trigger.text == "accompanied"
    assert [sentence.text for sentence in claim.sentences] == [SECOND, FIRST]
    assert (claim.modality, claim.factual, claim.position) == ("stated", True, 1)
    assert claim.subject.doc is _doc()


def test_posts() -> None:
    """A post comes with its holder, its home and how it is held."""
    posts = {post.holder_name: (post.title, post.home, post.status) for post in _doc()._.posts}
    assert posts["Sun Shaoqing"] == ("Acting Director", "Municipal Bureau of Commerce", "acting")
    assert set(posts) == {"Qian Duofu", "Sun Shaoqing"}


def test_events() -> None:
    """A visit holds the claims that say who took part."""
    (event,) = _doc()._.events
    assert (event.type, event.date) == ("Visit", "XXXX-05-06")
    assert {claim.relation for claim in event.claims} == {"visited", "accompanied"}


def test_spans_are_drawn() -> None:
    """Mentions stand in a group of spans by type, and displaCy draws them."""
    spans = {(span.text, span.label_) for span in _doc().spans["graphbuild"]}
    assert {("Qian Duofu", "Official"), ("Pingtan Tea Co., Ltd.", "Enterprise")} <= spans
    drawn = displacy.render(_doc(), style="span", options={"spans_key": "graphbuild"}, jupyter=False)
    assert "Enterprise" in drawn


@pytest.mark.parametrize("name", ["haoling-reservoir-october", "jiaohe-investigation"])
def test_whole_pages_say_what_a_build_says(name: str) -> None:
    """A page with header fields gives nearly the claims of a build, which parses each paragraph alone."""
    text = PATHS[name].read_text(encoding="utf-8")
    found = extract(read_text(text, language="en"))
    names = {chain.id: chain.name for chain in found.chains} | {post.id: post.title for post in found.posts}
    built = {(names[each.subject], each.relation) for each in found.claims if each.factual}
    told = {(each.subject_name, each.relation) for each in _pipeline()(text)._.claims if each.factual}
    assert len(built & told) >= 0.8 * len(built | told)


def test_one_document_may_be_stated_of() -> None:
    """What is set on a document before the pipeline runs wins over the configuration."""
    nlp = _pipeline()
    doc = nlp.make_doc(TEXT)
    doc._.locus, doc._.published = "Dunhua, Jilin", "2024-05-07"
    doc = nlp(doc)
    assert "Dunhua City" in {post.home for post in doc._.posts}
    assert [event.date for event in doc._.events] == ["2024-05-06"]


def test_configuration() -> None:
    """Seat, day, places and the key of the spans are configured; what cannot be used is said."""
    nlp = spacy.load(DEFAULT_MODEL)
    config = {"locus": "Haoling", "published": "2024-05-07", "places": [str(PLACES)], "spans_key": "sc"}
    nlp.add_pipe("graphbuild", config=config)
    doc = nlp(TEXT)
    assert "Haoling City" in {post.home for post in doc._.posts}
    assert len(doc.spans["sc"]) > 3
    with pytest.raises(ReadError, match="no-such-file"):
        nlp.add_pipe("graphbuild", name="other", config={"places": ["no-such-file.tsv"]})


def test_documents_travel() -> None:
    """A document that was written and read again tells the same; so does one in a DocBin."""
    kept = Doc(_pipeline().vocab).from_bytes(_doc().to_bytes())
    box = DocBin(docs=[_doc()], store_user_data=True)
    (boxed,) = box.get_docs(_pipeline().vocab)
    for doc in (kept, boxed):
        assert list(map(repr, doc._.claims)) == list(map(repr, _doc()._.claims))
    assert len(kept.spans["graphbuild"]) == len(_doc().spans["graphbuild"])


def test_the_pipeline_travels(tmp_path: Path) -> None:
    """A pipeline that was written to disk is loaded with its component."""
    _pipeline().to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert len(nlp(TEXT)._.claims) == len(_doc()._.claims)


def test_a_batch_gives_what_single_documents_give() -> None:
    """`nlp.pipe` reads each document for itself."""
    docs = list(_pipeline().pipe([FIRST, TEXT, SECOND]))
    assert [len(doc._.claims) > 0 for doc in docs] == [True, True, True]
    assert len(docs[1]._.claims) == len(_doc()._.claims)


@pytest.mark.parametrize("text", ["", " \n\n", "\u200b", "[Print] [Close]", "今天天气很好。"])
def test_nothing_to_read(text: str) -> None:
    """A document without English prose gives nothing, and no error."""
    doc = _pipeline()(text)
    assert (doc._.claims, doc._.posts, doc._.events) == ((), (), ())


def test_a_pipeline_without_a_parser() -> None:
    """A document that lacks what is needed is refused, with what would give it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuild")
    with pytest.raises(ModelError, match=r"lacks what tagger, .*parser would give"):
        nlp(TEXT)


def test_an_extension_of_another() -> None:
    """A name that another component uses on `Doc` is not taken from it."""
    old = Doc.get_extension("events")
    Doc.set_extension("events", default=(), force=True)
    try:
        with pytest.raises(ModelError, match="extension 'events' of another component"):
            spacy.blank("en").add_pipe("graphbuild")
    finally:
        Doc.set_extension("events", getter=old[2], force=True)


@given(text=st.lists(st.sampled_from([FIRST, SECOND, "\n\n", "“He”", "—", "\u00a0", "Mr. ", "(", "9"])))
@settings(max_examples=25, deadline=None)
def test_offsets_are_those_of_the_document(text: list[str]) -> None:
    """Whatever the page, each span quotes the document, and sentences hold their triggers."""
    doc = _pipeline()(" ".join(text))
    for claim in doc._.claims:
        assert claim.trigger is None or claim.sentences[0].text.count(claim.trigger.text)
        assert all(sentence.text in doc.text for sentence in claim.sentences)


def test_spacy_finds_the_component(tmp_path: Path, checkout: Path) -> None:
    """The entry points that the project declares lead to the component, without an import."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["spacy_factories"]
    about = tmp_path / "points-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: points\nVersion: 0\n", encoding="utf-8")
    lines = "".join(f"{name} = {target}\n" for name, target in points.items())
    (about / "entry_points.txt").write_text(f"[spacy_factories]\n{lines}", encoding="utf-8")
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(checkout)!r}]\n"
        "import spacy; nlp = spacy.blank('en')\n"
        "nlp.add_pipe('graphbuild'); print(nlp.pipe_names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['graphbuild']\n"


def test_public_names() -> None:
    """What the room offers can be had."""
    assert [name for name in spacy_pipe.__all__ if not hasattr(spacy_pipe, name)] == []
