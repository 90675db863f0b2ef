"""Workspaces: the same graph by whatever way its documents came, and nothing half done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graphbuild
from graphbuild import pipeline, workspace
from graphbuild.errors import ReadError, StoreError
from graphbuild.model import Document, Extraction
from graphbuild.store import manifest
from graphbuild.store.manifest import WORKSPACE
from graphbuild.workspace import assembling, outputs
from tests.builds import EXAMPLES, PATHS, PLACES

TURTLE = {"formats": ["ttl"], "places": [PLACES]}
ALL = sorted(PATHS.values())


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Read each example once for all tests; returns the sources that a test has read, in order."""
    original = pipeline.Extractor.__call__
    noted: list[str] = []

    def remembered(self: pipeline.Extractor, document: Document) -> Extraction:
        noted.append(document.source)
        key = (self.model, self.places, document.id)
        if key not in _READ:
            _READ[key] = original(self, document)
        return _READ[key]

    monkeypatch.setattr(pipeline.Extractor, "__call__", remembered)
    return noted


_READ: dict[object, Extraction] = {}


@pytest.fixture(scope="module")
def whole() -> str:
    """Return the Turtle of all examples, built in memory."""
    return graphbuild.build(ALL, places=[PLACES]).to_turtle()


def turtle(folder: Path) -> str:
    """Return what is in graph.ttl."""
    return (folder / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("large", [0, 10_000])
def test_a_workspace_says_what_memory_says(
    tmp_path: Path, whole: str, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built into a folder, held in memory or not, the graph is that of the library call."""
    monkeypatch.setattr(assembling, "LARGE", large)
    update = workspace.build(tmp_path, ALL, **TURTLE)
    assert turtle(tmp_path) == whole
    assert (update.added, update.removed, update.read) == (len(ALL), 0, len(ALL))
    opened = graphbuild.open(tmp_path)
    assert opened.graph().to_turtle() == whole
    assert opened.graph().summary() == update.summary


@given(st.permutations(ALL), st.lists(st.integers(0, len(ALL)), max_size=9), st.integers(0, len(ALL) - 1))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_way_leads_to_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, whole: str, order: list[Path], cuts: list[int], gone: int
) -> None:
    """In any order, in any portions, with an article taken out and put back: one graph.ttl."""
    folder = tmp_path_factory.mktemp("way")
    bounds = sorted({0, len(ALL), *cuts})
    portions = [order[start:end] for start, end in pairwise(bounds)]
    workspace.build(folder, portions[0], **TURTLE)
    for portion in portions[1:]:
        workspace.add(folder, portion)
    assert turtle(folder) == whole
    workspace.remove(folder, [str(ALL[gone])])
    assert turtle(folder) != whole
    workspace.add(folder, [ALL[gone]])
    assert turtle(folder) == whole


@pytest.mark.parametrize("name", ["html", "graphml", "nq", "csv", "json.gz"])
def test_a_large_graph_is_written_as_a_small_one(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a graph is held or comes from disk leaves no trace in any file."""
    for large in (0, 10_000):
        monkeypatch.setattr(assembling, "LARGE", large)
        workspace.build(tmp_path / str(large), ALL[:4], formats=[name], places=[PLACES])
    files = [path.relative_to(tmp_path / "0") for path in (tmp_path / "0").rglob("*") if path.is_file()]
    made = [path for path in files if path.parts[0] != WORKSPACE]
    assert made
    for path in made:
        assert (tmp_path / "0" / path).read_bytes() == (tmp_path / "10000" / path).read_bytes()


@pytest.mark.parametrize("large", [0, 10_000])
def test_decisions_count_in_any_corpus(tmp_path: Path, large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is left out takes sentences along, and what a curator adds comes, held in memory or not."""
    monkeypatch.setattr(assembling, "LARGE", large)
    before = graphbuild.build(ALL, places=[PLACES])
    gone, stays = before.edges("visited")[0].subject, before.edges("holdsPost")[-1].subject
    place = before.entities("Place")[0].id
    decisions = tmp_path / "decisions.toml"
    decisions.write_text(
        f'[[omit]]\nentity = "{gone}"\n'
        f'[[add]]\nsubject = "{stays}"\nrelation = "visited"\nobject = "{place}"\ndate = 2018-05-01\n'
        'source = { quote = "In May the mayor came.", url = "https://example.org/a" }\n',
        encoding="utf-8",
    )
    update = workspace.build(tmp_path / "out", ALL, decisions=decisions, **TURTLE)
    expected = graphbuild.build(ALL, places=[PLACES], decisions=decisions)
    assert len(expected.data.sentences) < len(before.data.sentences)
    assert turtle(tmp_path / "out") == expected.to_turtle()
    assert update.summary == expected.summary()
    assert update.unused == ()


def test_what_is_known_is_not_read_again(tmp_path: Path, read: list[str], whole: str) -> None:
    """A second build reads what is new, and what is no longer among the sources goes."""
    workspace.build(tmp_path, ALL[1:], **TURTLE)
    del read[:]
    update = workspace.build(tmp_path, ALL, **TURTLE)
    assert read == [str(ALL[0])]
    assert (update.added, update.removed, update.read) == (1, 0, 1)
    assert turtle(tmp_path) == whole
    update = workspace.build(tmp_path, ALL[:2], **TURTLE)
    assert (update.added, update.removed, update.read) == (0, len(ALL) - 2, 0)
    assert turtle(tmp_path) == graphbuild.build(ALL[:2], places=[PLACES]).to_turtle()


def test_other_settings_read_again(tmp_path: Path, read: list[str]) -> None:
    """Other places are another reading, of the stored text: the sources need not be there."""
    page = tmp_path / "page.txt"
    page.write_text(ALL[-1].read_text(encoding="utf-8"), encoding="utf-8")
    out = tmp_path / "out"
    workspace.build(out, [page], formats=["ttl"])
    page.unlink()
    del read[:]
    workspace.add(out, [ALL[0]], places=[PLACES])
    assert sorted(read) == sorted([str(page), str(ALL[0])])
    assert turtle(out) == graphbuild.build([ALL[0], ALL[-1]], places=[PLACES]).to_turtle()


def test_options_are_remembered(tmp_path: Path) -> None:
    """What the build was told holds for later commands: places, formats, base and title."""
    workspace.build(tmp_path, ALL[:1], formats=["ttl"], places=[PLACES], base="https://example.org/")
    workspace.add(tmp_path, ALL[1:2])
    assert {path.name for path in tmp_path.iterdir()} - {"redirects.ttl"} == {WORKSPACE, "graph.ttl"}
    built = graphbuild.build(ALL[:2], places=[PLACES])
    assert turtle(tmp_path) == built.to_turtle("https://example.org/")


def test_a_removed_article_leaves_no_trace(tmp_path: Path) -> None:
    """Its text is in no file of the output any more, the stored shards included."""
    gone = ALL[0]
    sentence = "zzyzx"
    page = tmp_path / "page.txt"
    page.write_text(
        gone.read_text(encoding="utf-8") + f"\n\nMayor Ke Wendi of Luping Town visited {sentence}.\n"
    )
    out = tmp_path / "out"
    workspace.build(out, [page, *ALL[1:3]], formats=["ttl", "html"], places=[PLACES])
    update = workspace.remove(out, [str(page)])
    assert update.removed == 1
    assert turtle(out) == graphbuild.build(ALL[1:3], places=[PLACES]).to_turtle()
    stored = [document.source for document in (each.document for each in graphbuild.open(out).extractions())]
    assert sorted(stored) == sorted(map(str, ALL[1:3]))
    assert graphbuild.open(out).documents.filter(f"text LIKE '%{sentence}%'").fetchall() == []


def test_all_can_be_removed(tmp_path: Path) -> None:
    """A graph of nothing is written when everything was taken out."""
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    update = workspace.remove(tmp_path, [str(ALL[0])])
    assert update.summary.documents == 0
    assert turtle(tmp_path) == graphbuild.build([]).to_turtle()


def test_a_wrong_name_takes_nothing_out(tmp_path: Path) -> None:
    """One name without a document stops the command before anything is changed."""
    workspace.build(tmp_path, ALL[:2], **TURTLE)
    before = turtle(tmp_path)
    with pytest.raises(StoreError, match="nothing like it: no such document"):
        workspace.remove(tmp_path, [str(ALL[0]), "nothing like it"])
    assert turtle(tmp_path) == before
    assert graphbuild.open(tmp_path).tables.count("documents") == 2


def test_a_changed_file_replaces_what_was_read_from_it(tmp_path: Path) -> None:
    """By default an article takes the place of what came from its file, or from its address."""
    page = tmp_path / "page.txt"
    page.write_bytes(ALL[0].read_bytes())
    out = tmp_path / "out"
    workspace.build(out, [page, ALL[1]], **TURTLE)
    page.write_bytes(ALL[2].read_bytes())
    update = workspace.replace(out, [page])
    assert (update.added, update.removed) == (1, 1)
    assert turtle(out) == graphbuild.build([page, ALL[1]], places=[PLACES]).to_turtle()


def test_a_replacement_says_what_of(tmp_path: Path) -> None:
    """With `of` any article can take the place of any other; without, it must be clear which."""
    workspace.build(tmp_path, ALL[:2], **TURTLE)
    with pytest.raises(StoreError, match="replaces no document: say which with --of"):
        workspace.replace(tmp_path, [ALL[2]])
    workspace.replace(tmp_path, [ALL[2]], of=[str(ALL[0])])
    assert turtle(tmp_path) == graphbuild.build(ALL[1:3], places=[PLACES]).to_turtle()


def test_bad_sources_change_nothing(tmp_path: Path) -> None:
    """When nothing can be read the graph stays, and each problem is told."""
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    before, problems = turtle(tmp_path), list[ReadError]()
    for command in (workspace.build, workspace.replace):
        update = command(tmp_path, ["missing.txt"], on_problem=problems.append)
        assert update.written == ()
    assert [problem.source for problem in problems] == ["missing.txt"] * 2
    assert turtle(tmp_path) == before
    assert graphbuild.open(tmp_path).graph().summary().documents == 1


def test_nothing_is_left_where_nothing_was_built(tmp_path: Path) -> None:
    """A first build of bad sources makes no folder."""
    workspace.build(tmp_path / "out", ["missing.txt"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [workspace.add, workspace.remove, workspace.replace])
def test_where_nothing_was_built_nothing_can_be_changed(tmp_path: Path, call: Callable[..., object]) -> None:
    """The other commands need a build, and say so."""
    with pytest.raises(StoreError, match="no graph was built here: graphbuild build SOURCES -o"):
        call(tmp_path / "out", ["x"])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError, match="no graph was built here"):
        graphbuild.open(tmp_path)


def test_a_failure_while_writing_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there stays whole, and the next run goes on with what was read."""
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    before = turtle(tmp_path)

    def fail(*_: object) -> Iterator[None]:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(manifest, "save", fail)
        broken.setattr(outputs.manifest, "save", fail)
        with pytest.raises(KeyboardInterrupt):
            workspace.add(tmp_path, ALL[1:2])
    opened = graphbuild.open(tmp_path)
    assert opened.tables.count("documents") == 1
    assert len(list((tmp_path / WORKSPACE).glob("graph-*"))) == 1
    update = workspace.add(tmp_path, ALL[1:2])
    assert (update.added, update.read) == (1, 0)
    assert turtle(tmp_path) != before


def test_tables_that_were_deleted_are_made_again(tmp_path: Path, read: list[str]) -> None:
    """A graph whose tables or files are gone is whole after the next build, and nothing is read again."""
    workspace.build(tmp_path, ALL[:2], **TURTLE)
    for path in (tmp_path / WORKSPACE).glob("graph-*/*.parquet"):
        path.unlink()
    (tmp_path / "graph.ttl").unlink()
    del read[:]
    workspace.build(tmp_path, ALL[:2], **TURTLE)
    assert read == []
    assert turtle(tmp_path) == graphbuild.open(tmp_path).graph().to_turtle()


def test_a_changed_turtle_file_is_not_copied_from(tmp_path: Path) -> None:
    """Sections are taken from the last graph.ttl only if nobody has touched it."""
    workspace.build(tmp_path, ALL[:2], **TURTLE)
    page = tmp_path / "graph.ttl"
    page.write_text(page.read_text(encoding="utf-8").replace("Mayor", "Baker"), encoding="utf-8")
    workspace.add(tmp_path, [ALL[2]])
    assert turtle(tmp_path) == graphbuild.build(ALL[:3], places=[PLACES]).to_turtle()


def test_tables_are_relations(tmp_path: Path) -> None:
    """Each table can be asked for by name, queried, and had as pandas and Arrow."""
    workspace.build(tmp_path, [EXAMPLES / "fiction"], **TURTLE)
    opened = graphbuild.open(tmp_path)
    graph = opened.graph()
    assert len(opened.entities.df()) == len(graph.entities())
    assert opened.edges.filter("relation = 'visited'").count("*").fetchall() == [
        (len(graph.edges("visited")),)
    ]
    batches = opened.sql("SELECT DISTINCT document FROM mentions").arrow()
    assert sum(batch.num_rows for batch in batches) == len(graph.data.documents)
    assert {"claims", "tenures"} <= set(dir(opened))
    with pytest.raises(StoreError, match="people: no such table; choose from documents"):
        opened.table("people")
    assert not hasattr(opened, "people")


def test_an_opened_workspace_can_be_changed(tmp_path: Path) -> None:
    """The object has the verbs, and shows what came of them."""
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    opened = graphbuild.open(tmp_path)
    opened.add([ALL[1]])
    assert repr(opened).startswith(f"<Workspace {tmp_path}: 2 documents, ")
    opened.remove(str(ALL[1]))
    assert opened.documents.count("*").fetchall() == [(1,)]


def test_one_document_in_two_files_is_one(tmp_path: Path) -> None:
    """A document that several sources hold is one, whichever comes first."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(ALL[0].read_bytes())
    update = workspace.build(tmp_path / "out", [copy, *ALL], **TURTLE)
    assert update.summary.documents == len(ALL)


def test_redirects_that_are_none_any_more_are_deleted(tmp_path: Path) -> None:
    """A build that redirects nothing leaves no redirects of an earlier one."""
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    (tmp_path / "redirects.ttl").write_text("# of an earlier build\n", encoding="utf-8")
    workspace.build(tmp_path, ALL[:1], **TURTLE)
    assert not (tmp_path / "redirects.ttl").exists()
