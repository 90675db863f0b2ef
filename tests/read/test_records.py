"""Data files of many articles: which field is which, and what becomes of bad records."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graphbuild.errors import ReadError
from graphbuild.model import BlockRole, Document
from graphbuild.read import Fields, read, read_records, tables

TEXT = "On April 4, Ren Dalu, mayor of Shanxia City, visited the cement works."
FULL = {
    "title": "Mayor Ren Dalu Visits Works",
    "text": TEXT,
    "url": "https://news.example/1",
    "published": "2023-04-05",
    "publisher": "Shanxia Daily",
    "language": "en",
    "locus": "Shanxia City",
}


def load(path: Path, **options: dict[str, str] | str) -> tuple[list[Document], list[str]]:
    """Return the documents of a data file, and the problems."""
    problems: list[ReadError] = []
    documents = list(read([path], on_problem=problems.append, **options))  # type: ignore[arg-type]
    return documents, [str(problem).removeprefix(f"{path}") for problem in problems]


def lines(path: Path, *records: object) -> Path:
    """Write JSON Lines; a text is written as it is."""
    texts = (record if isinstance(record, str) else json.dumps(record) for record in records)
    data = "".join(f"{text}\n" for text in texts).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def table(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    """Write a table with a header."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(params=["a.jsonl", "a.jsonl.gz", "a.ndjson", "a.json", "a.csv", "a.tsv", "a.parquet"])
def data_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a data file of one article, in each format."""
    path = tmp_path / request.param
    if path.suffix == ".parquet":
        parquet.write_table(pyarrow.Table.from_pylist([FULL]), path)
    elif path.suffix in {".csv", ".tsv"}:
        table(path, [FULL], "\t" if path.suffix == ".tsv" else ",")
    elif path.suffix == ".json":
        path.write_text(json.dumps([FULL]))
    else:
        lines(path, FULL)
    return path


def test_every_format_gives_the_same_document(data_file: Path) -> None:
    """What is known of an article travels with it, whatever the file."""
    ((document,), problems) = load(data_file)
    assert problems == []
    assert {name: getattr(document, name) for name in FULL if name != "text"} == {
        name: value for name, value in FULL.items() if name != "text"
    }
    assert document.text == f"{FULL['title']}\n\n{TEXT}"
    assert [(block.role, document.quote(block.span)) for block in document.blocks] == [
        (BlockRole.TITLE, FULL["title"]),
        (BlockRole.PARAGRAPH, TEXT),
    ]
    assert document.source.startswith(f"{data_file}: ")


def test_a_title_that_the_text_holds_is_not_doubled(tmp_path: Path) -> None:
    """A text that begins with its own headline keeps it once."""
    record = FULL | {"text": f"{FULL['title']}\n\n{TEXT}"}
    ((document,), _) = load(lines(tmp_path / "a.jsonl", record))
    assert document.text == record["text"]
    assert document.blocks[0].role == BlockRole.TITLE


@pytest.mark.parametrize("title", ["Source: Hill Daily", "▲ Photo", "Home > News", "3", "x", "April 4, 2023"])
def test_a_stated_title_is_a_title_whatever_it_looks_like(tmp_path: Path, title: str) -> None:
    """The rules that guess at titles of pages have no say where the title is known."""
    ((document,), _) = load(lines(tmp_path / "a.jsonl", FULL | {"title": title}))
    assert (document.blocks[0].role, document.quote(document.blocks[0].span)) == (BlockRole.TITLE, title)
    assert document.title == title


def test_usual_names_of_fields_are_known(tmp_path: Path) -> None:
    """Headline, body, link and date are found, in any case and with any separators."""
    record = {
        "Headline": "A Title",
        "BODY": TEXT,
        "source_url": "https://news.example/2",
        "Date Published": "4 April 2023",
    }
    ((document,), problems) = load(lines(tmp_path / "a.jsonl", record))
    assert problems == []
    assert (document.title, document.url, document.published) == (
        "A Title",
        "https://news.example/2",
        "2023-04-04",
    )


def test_fields_can_be_named(tmp_path: Path) -> None:
    """What is named wins over what is usual, and a dot leads into an object."""
    record = {"text": "a summary", "data": {"story": TEXT}, "h": "A Title"}
    ((document,), problems) = load(
        lines(tmp_path / "a.jsonl", record), fields={"text": "data.story", "title": "h"}
    )
    assert problems == []
    assert document.text == f"A Title\n\n{TEXT}"


def test_unknown_fields_of_an_article_are_told() -> None:
    """A name on the left that is no field of an article is an error that lists them."""
    with pytest.raises(ReadError, match="'headline' is no field of an article; choose from title, text"):
        Fields({"headline": "title"})


def test_bad_records_are_told_with_their_line_and_skipped(tmp_path: Path) -> None:
    """Each bad record is one problem; the good ones around it are read."""
    path = lines(
        tmp_path / "a.jsonl",
        FULL,
        "{broken",
        "",
        "[1]",
        {"title": "no text"},
        FULL | {"text": 3},
        FULL | {"published": "soon"},
        "[" * 100_000,
        FULL | {"text": " "},
        FULL | {"title": "Another"},
    )
    documents, problems = load(path)
    assert [document.title for document in documents] == [FULL["title"], "Another"]
    assert [problem.partition(": ")[2] for problem in problems] == [
        "line 2: not JSON: Expecting property name enclosed in double quotes",
        "line 4: no JSON object: give one {…} with the fields of an article per line",
        "line 5: no field with a text: its fields are title; name the right one with --fields text=NAME",
        "line 6: text is no text but a number",
        "line 7: published 'soon' is not a day like 2023-08-04",
        "line 8: not JSON: nested too deeply",
        "line 9: empty: there is no text in it",
    ]


def test_bad_rows_of_a_table_are_told(tmp_path: Path) -> None:
    """Rows with too many cells, or bytes that are no UTF-8, are problems with their line."""
    path = tmp_path / "a.csv"
    good = f'"{TEXT}市长到水泥厂调研。"'.encode()
    path.write_bytes(b"text,title\n" + good + b",A\n" + good + b",A,B\n" + good + b",\xff\n" + good + b",C\n")
    documents, problems = load(path)
    assert [document.title for document in documents] == ["A", "C"]
    assert problems == [
        ": line 3: 3 cells under 2 columns: quote cells that hold commas",
        ": line 4: not valid UTF-8: save it again as UTF-8",
    ]


@pytest.mark.parametrize(
    ("encoding", "title"), [("utf-8-sig", "市长"), ("utf-16", "市长"), ("gb18030", "市长到水泥厂调研")]
)
def test_tables_may_be_in_other_encodings(tmp_path: Path, encoding: str, title: str) -> None:
    """What spreadsheets save, with a mark or without one, is read; separators are found."""
    path = tmp_path / "a.csv"
    text = "市长到水泥厂调研，并听取了汇报。县长随同。" * 3
    path.write_bytes(f"标题;正文\r\n{title};{text}\r\n".encode(encoding))
    ((document,), problems) = load(path)
    assert (problems, document.title, document.language) == ([], title, "zh")


def test_a_file_with_other_names_is_told_once(tmp_path: Path) -> None:
    """When no record of the beginning holds a text, the rest is not tried."""
    documents, problems = load(lines(tmp_path / "a.jsonl", *({"words": TEXT} for _ in range(500))))
    assert documents == []
    assert problems[-1] == ": no text in the first 20 records; the rest is not read"
    assert len(problems) == 21


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.jsonl.gz", b"no gzip", "not a whole gzip file: fetch or pack it again"),
        ("a.jsonl.gz", gzip.compress(b"\n")[:-9], "not a whole gzip file: fetch or pack it again"),
        ("a.parquet", b"PAR1 no parquet", "not a whole Parquet file"),
        ("a.json", b"{", "not JSON"),
        ("a.csv", b"", "empty: there is no table in it"),
        ("a.csv", b"title,text", "empty: there are no records in it"),
        ("a.jsonl", b" ", "empty: there are no records in it"),
        ("none.csv", None, "no such file or folder"),
    ],
)  # fmt: skip
def test_broken_files_are_told(tmp_path: Path, name: str, data: bytes | None, problem: str) -> None:
    """A file that cannot be read at all, or breaks off, is one problem in our words."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    _, problems = load(tmp_path / name)
    assert len(problems) == 1
    assert problems[0].startswith(f": {problem}")


def test_dates_of_parquet_are_days(tmp_path: Path) -> None:
    """Dates and times of a typed column count as the day that they name; rows are numbered."""
    path = tmp_path / "a.parquet"
    rows = [
        {"text": TEXT, "date": datetime(2023, 4, 5, 9, 30)},  # noqa: DTZ001 - as files have them
        {"text": TEXT + " Again.", "date": None},
    ]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    documents, problems = load(path)
    assert problems == []
    assert [(document.published, document.source) for document in documents] == [
        (date(2023, 4, 5).isoformat(), f"{path}: row 1"),
        (None, f"{path}: row 2"),
    ]


def test_markup_in_a_field_is_read_as_a_page(tmp_path: Path) -> None:
    """A text that is an HTML page becomes prose, and what is stated beside it wins."""
    body = f"<article><h1>Mayor Visits</h1><p>{TEXT}</p><p>{TEXT}</p></article>"
    page = f"<html><head><title>Other</title></head><body>{body}</body></html>"
    ((document,), problems) = load(lines(tmp_path / "a.jsonl", FULL | {"text": page}))
    assert problems == []
    assert "<" not in document.text
    assert document.published == "2023-04-05"


def test_folders_give_corpora_but_not_any_table(tmp_path: Path) -> None:
    """JSON Lines, Parquet and packed articles in a folder are read; tables are named outright."""
    (tmp_path / "deep").mkdir()
    lines(tmp_path / "deep" / "a.jsonl.gz", FULL)
    table(tmp_path / "places.tsv", [FULL], "\t")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    documents, problems = load(tmp_path)
    assert problems == []
    assert [Path(document.source.partition(": ")[0]).name for document in documents] == [
        "b.txt.gz",
        "a.jsonl.gz",
    ]
    matched, problems = load(tmp_path / "*.tsv")
    assert (len(matched), problems) == (1, [])


def test_records_are_read_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first article comes before the second line is looked at: no file is held."""
    seen: list[bytes] = []
    original = tables._parsed

    def note(place: str, line: bytes, encoding: str) -> tables.Record:
        seen.append(line)
        return original(place, line, encoding)

    monkeypatch.setattr(tables, "_parsed", note)
    path = lines(tmp_path / "a.jsonl", FULL, FULL, FULL)
    documents: Iterator[Document] = read_records(path, on_problem=pytest.fail)
    next(documents)
    assert len(seen) == 1


def test_an_endless_line_is_told_and_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the largest size is passed over, and the next one read."""
    monkeypatch.setattr(tables, "LARGEST", 2000)
    path = lines(tmp_path / "a.jsonl", "x" * 9000, FULL, "y" * 2001, FULL | {"title": "Last"})
    documents, problems = load(path)
    assert [document.source.partition(": ")[2] for document in documents] == ["line 2", "line 4"]
    assert [problem.partition(": ")[2].partition(":")[0] for problem in problems] == ["line 1", "line 3"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*FULL, "body", "date"]), VALUES, max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_no_record_stops_the_reading(tmp_path: Path, record: dict[str, object]) -> None:
    """Whatever a record holds, it becomes one document or one problem, and the next is read."""
    path = lines(tmp_path / "a.jsonl", record, FULL)
    documents, problems = load(path)
    assert len(documents) + len(problems) == 2
    assert documents[-1].title == FULL["title"]
