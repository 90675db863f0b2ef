"""Gold files: finding them, and reading each with an error that names the field that is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from graphbuild.errors import GoldError
from graphbuild.evaluate.fields import Record, shown
from graphbuild.evaluate.gold import (
    MODALITIES,
    RELATIONS,
    TYPES,
    GoldArticle,
    GoldClaim,
    GoldEntity,
    GoldOrder,
    GoldPost,
    GoldRelation,
)
from graphbuild.model import FACTUAL

ARTICLES: Final = (".txt", ".html", ".htm", ".md")
"""Endings of the article beside a gold file, the first that is there."""

_LARGEST: Final = 16 * 1024 * 1024
_MONTH: Final = r"(?:0[1-9]|1[0-2])"
_DAY: Final = re.compile(
    rf"\d{{4}}(?:-{_MONTH})?|(?:\d{{4}}|-|XXXX)-{_MONTH}-(?:0[1-9]|[12]\d|3[01])", re.ASCII
)
_NO_YEAR: Final = "XXXX"

_FILE: Final = (
    "doc", "lang", "published", "event_date", "locus",
    "entities", "posts", "relations", "claims", "companions_order",
)  # fmt: skip
_ENTITY: Final = ("id", "type", "name", "aliases", "name_en", "type_alt", "optional")
_POST: Final = ("holder", "title", "of", "title_alt", "of_alt", "optional")
_RELATION: Final = ("type", "subject", "object", "optional")
_CLAIM: Final = ("type", "subject", "object", "modality", "optional")
_ORDER: Final = ("principal", "companions")


def read_gold(
    sources: Iterable[str | Path], *, on_problem: Callable[[GoldError], None] | None = None
) -> tuple[GoldArticle, ...]:
    """Return the gold of every article that the sources hold, sorted by file within each source.

    A source is a folder with ``<name>.json`` beside ``<name>.txt`` (or .html, .htm, .md), or one file of
    such a pair. `on_problem` is told of each file that is malformed; without it the first one raises
    `GoldError`, as does a source that holds no gold.
    """
    found: dict[Path, GoldArticle] = {}
    for path in _files(sources):
        try:
            found.setdefault(path.resolve(), read_gold_file(path))
        except GoldError as error:
            if on_problem is None:
                raise
            on_problem(error)
    return tuple(found.values())


def read_gold_file(path: str | Path) -> GoldArticle:
    """Read one gold file. Raises `GoldError` that names the field and says what would be right."""
    file = Path(path)
    record = Record(str(file), "", _parsed(file), known=_FILE)
    entities = record.records("entities", _ENTITY, _entity)
    ids = {entity.id: entity for entity in entities}
    if len(ids) < len(entities):
        raise record.wrong("entities", f"two of them have the id {_twice(entities)!r}; give each its own")
    return GoldArticle(
        name=file.stem,
        set=file.resolve().parent.name,
        article=_article(file),
        entities=entities,
        posts=record.records("posts", _POST, lambda one: _post(one, ids)),
        relations=record.records("relations", _RELATION, lambda one: _relation(one, ids)),
        claims=record.records("claims", _CLAIM, lambda one: _claim(one, ids), needed=False),
        orders=record.records("companions_order", _ORDER, lambda one: _order(one, ids), needed=False),
        event_date=_event_date(record),
        locus=record.text_or_none("locus", 'a seat, such as "Dunhua, Jilin"'),
    )


def _files(sources: Iterable[str | Path]) -> Iterator[Path]:
    for source in map(Path, sources):
        if source.is_dir():
            found = sorted(path for path in source.glob("*.json") if not path.name.startswith("."))
            if not found:
                raise GoldError(str(source), "", _nothing(source))
            yield from found
        elif source.suffix.lower() == ".json":
            yield source
        elif source.suffix in ARTICLES and (beside := source.with_suffix(".json")).is_file():
            yield beside
        else:
            right = "give a folder of gold, or a .json file of it"
            problem = "is no gold file" if source.exists() else "no such file or folder"
            raise GoldError(str(source), "", f"{problem}; {right}")


def _nothing(folder: Path) -> str:
    """Say what a folder without gold lacks, and where there is some below it."""
    below = sorted({path.parent for path in folder.glob("*/*.json")})
    if below:
        return f"holds no gold itself; name the folders in it, such as {below[0]}"
    return "holds no gold: one <name>.json beside each <name>.txt"


def _parsed(file: Path) -> dict[str, object]:
    try:
        if file.stat().st_size > _LARGEST:
            raise GoldError(str(file), "", f"is larger than {_LARGEST} bytes; give one file for each article")
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise GoldError(str(file), "", f"cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:  # not JSON, not UTF-8, or nested without end
        raise GoldError(str(file), "", f"is not JSON in UTF-8: {str(error) or 'nested too deeply'}") from None
    if not isinstance(value, dict):
        raise GoldError(str(file), "", f"holds {shown(value)}; give one object with {', '.join(_FILE[5:8])}")
    return value


def _article(file: Path) -> Path:
    for ending in ARTICLES:
        if (path := file.with_suffix(ending)).is_file():
            return path
    raise GoldError(str(file), "", f"has no article beside it; put {file.stem}.txt into the same folder")


def _twice(entities: tuple[GoldEntity, ...]) -> str:
    ids = [entity.id for entity in entities]
    return next(name for name in ids if ids.count(name) > 1)


def _event_date(record: Record) -> str | None:
    right = "a day such as 2024-05-13, --05-13 when the year is not known, or null"
    text = record.text_or_none("event_date", right)
    if text is not None and not _DAY.fullmatch(text):
        raise record.wrong("event_date", f"is {shown(text)}; give {right}")
    return text.replace("--", f"{_NO_YEAR}-", 1) if text and text.startswith("--") else text


def _entity(record: Record) -> GoldEntity:
    aliases = record.texts("aliases", "other names that the article uses")
    return GoldEntity(
        record.text("id", "a short name that no other entity of the file bears"),
        record.one_of("type", TYPES),
        record.text("name", 'the full name, such as "Tengyan City"'),
        (*aliases, *record.texts("name_en", "the English name of a Chinese entity")),
        record.some_of("type_alt", TYPES),
        record.flag("optional"),
    )


def _post(record: Record, ids: dict[str, GoldEntity]) -> GoldPost:
    return GoldPost(
        record.reference("holder", ids),
        record.text("title", 'the title without its body, such as "Deputy Secretary"'),
        None if record.values.get("of") is None else record.reference("of", ids),
        record.texts("title_alt", "other acceptable titles"),
        record.references("of_alt", ids),
        record.flag("optional"),
    )


def _relation(record: Record, ids: dict[str, GoldEntity]) -> GoldRelation:
    kind = record.one_of("type", RELATIONS)
    return GoldRelation(kind, *_ends(record, ids), record.flag("optional"))


def _claim(record: Record, ids: dict[str, GoldEntity]) -> GoldClaim:
    kind = record.one_of("type", RELATIONS)
    modality = record.text("modality", f"one of {', '.join(MODALITIES)}")
    if modality in FACTUAL:
        raise record.wrong("modality", f"is {modality!r}; what is a fact belongs to `relations`")
    return GoldClaim(kind, *_ends(record, ids), modality, record.flag("optional"))


def _ends(record: Record, ids: dict[str, GoldEntity]) -> tuple[str, str]:
    return record.reference("subject", ids), record.reference("object", ids)


def _order(record: Record, ids: dict[str, GoldEntity]) -> GoldOrder:
    companions = record.references("companions", ids)
    if len(set(companions)) < len(companions):
        raise record.wrong("companions", "names someone twice; list each companion once, in order")
    return GoldOrder(record.reference("principal", ids), companions)
