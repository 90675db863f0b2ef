"""Values of the model as Arrow arrays and back, without loss: the columns are derived from the types.

A dataclass becomes a struct of its fields, a tuple of one type a list, a pair a struct of `key` and
`value`. Both ways work column by column, so that ten thousands of values take a fraction of a second.

Text may hold lone surrogates, which UTF-8 cannot write: each is stored as two private code points.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import accumulate, pairwise, repeat
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from graphbuild.model import Span

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")
Hint: TypeAlias = Any
"""A type as `typing.get_type_hints` gives it."""

_OFTEN_EQUAL: Final = frozenset({Span})
_ESCAPE: Final = "\U0010ffff"
_PRIVATE: Final = 0xF0000
_FIRST, _LAST = "\ud800", "\udfff"


@cache
def arrow_type(hint: Hint) -> pyarrow.DataType:
    """Return the Arrow type of a type of the model."""
    import pyarrow

    plain = _plain(hint)
    simple = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    if plain in simple:
        return simple[plain]
    if isinstance(plain, type) and issubclass(plain, Enum):
        return pyarrow.string()
    if _is_list(plain):
        return pyarrow.list_(arrow_type(get_args(plain)[0]))
    return pyarrow.struct([pyarrow.field(name, arrow_type(each)) for name, each in _parts(plain)])


def encode(hint: Hint, values: Sequence[Any]) -> pyarrow.Array:
    """Return values of one type as an array; None is null."""
    import pyarrow

    plain = _plain(hint)
    if _is_list(plain):
        return _encode_lists(plain, values)
    if _is_struct(plain):
        return _encode_structs(plain, values)
    if plain is str:
        return pyarrow.array(_escaped(values), pyarrow.string())
    return pyarrow.array(values, arrow_type(plain))


def decode(hint: Hint, array: pyarrow.Array | pyarrow.ChunkedArray) -> list[Any]:
    """Return the values of an array that `encode` made."""
    import pyarrow

    whole = array.combine_chunks() if isinstance(array, pyarrow.ChunkedArray) else array
    plain = _plain(hint)
    if _is_list(plain):
        return _decode_lists(plain, whole)
    if _is_struct(plain):
        return _decode_structs(plain, whole)
    if plain in {int, float, bool}:
        found: list[Any] = whole.to_pylist()
        return found
    return _decode_texts(plain, whole)


def table(hint: type[T], values: Iterable[T], extra: dict[str, list[str]] | None = None) -> pyarrow.Table:
    """Return dataclasses as a table with a column for each field, and further columns of text."""
    import pyarrow

    rows = list(values)
    columns = {name: encode(each, [getattr(row, name) for row in rows]) for name, each in _parts(hint)}
    texts = {
        name: pyarrow.array(_escaped(column), pyarrow.string()) for name, column in (extra or {}).items()
    }
    return pyarrow.table(texts | columns)


def schema(hint: type[object], extra: Iterable[str] = ()) -> pyarrow.Schema:
    """Return the columns of such a table."""
    import pyarrow

    texts = [(name, pyarrow.string()) for name in extra]
    return pyarrow.schema(texts + [(name, arrow_type(each)) for name, each in _parts(hint)])


def rows(hint: type[T], found: pyarrow.Table | pyarrow.RecordBatch) -> list[T]:
    """Return the dataclasses of a table."""
    made = _constructor(hint)
    columns = [decode(each, found.column(name)) for name, each in _parts(hint) if name in made.taken]
    return list(map(made.make, *columns)) if columns else []


def some_rows(hint: type[T], found: pyarrow.Table, parts: Iterable[str]) -> list[T]:
    """Return dataclasses of which only some fields are taken from a table; the others have their defaults."""
    make: Callable[..., T] = hint
    hints = dict(_parts(hint))
    names = [name for name in parts if name in _constructor(hint).taken]
    columns = [decode(hints[name], found.column(name)) for name in names]
    return [make(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def release_unused() -> None:
    """Give memory that columns took, and no longer need, back to the system."""
    import gc

    import pyarrow

    gc.collect()
    pyarrow.default_memory_pool().release_unused()


def _is_struct(hint: Hint) -> bool:
    return is_dataclass(hint) or _origin(hint) is tuple


def _plain(hint: Hint) -> Hint:
    """Return X for ``X | None``."""
    if get_origin(hint) in {Union, types.UnionType}:
        (plain,) = (each for each in get_args(hint) if each is not type(None))
        return plain
    return hint


def _is_list(hint: Hint) -> bool:
    return _origin(hint) is tuple and get_args(hint)[-1] is Ellipsis


def _origin(hint: Hint) -> object:
    return get_origin(hint)


def _parts(hint: Hint) -> tuple[tuple[str, Hint], ...]:
    """Return the fields of a dataclass or the members of a pair, with their types."""
    return _typed_parts(hint)


@cache
def _typed_parts(hint: Hint) -> tuple[tuple[str, Hint], ...]:
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return tuple((field.name, hints[field.name]) for field in fields(hint) if field.name[0] != "_")
    return tuple(zip(("key", "value"), get_args(hint), strict=True))


class _constructor:  # noqa: N801 - used like a function
    """How values of a type are made: from which of its parts, and by what."""

    __slots__ = ("make", "taken")

    def __init__(self, hint: Hint) -> None:
        taken = (
            [field.name for field in fields(hint) if field.init] if is_dataclass(hint) else ["key", "value"]
        )
        self.taken = frozenset(taken)
        self.make: Callable[..., Any] = hint if is_dataclass(hint) else _pair  # type: ignore[assignment]


def _pair(*parts: object) -> tuple[object, ...]:
    return parts


def _encode_lists(hint: Hint, values: Sequence[Any]) -> pyarrow.Array:
    import pyarrow

    inner = get_args(hint)[0]
    members = [value or () for value in values]
    offsets = pyarrow.array(accumulate(map(len, members), initial=0), pyarrow.int32())
    flat = encode(inner, [each for value in members for each in value])
    return pyarrow.ListArray.from_arrays(offsets, flat, type=arrow_type(hint))


def _decode_lists(hint: Hint, array: pyarrow.ListArray) -> list[Any]:
    flat = decode(get_args(hint)[0], array.flatten())
    offsets = array.offsets.to_pylist()
    start = offsets[0] if offsets else 0
    return [tuple(flat[begin - start : end - start]) for begin, end in pairwise(offsets)]


def _encode_structs(hint: Hint, values: Sequence[Any]) -> pyarrow.Array:
    import pyarrow

    pair = not is_dataclass(hint)
    columns = []
    for number, (name, each) in enumerate(_parts(hint)):
        if pair:
            column = [None if value is None else value[number] for value in values]
        else:
            column = [getattr(value, name, None) for value in values]
        columns.append(encode(each, column))
    mask = pyarrow.array([value is None for value in values], pyarrow.bool_())
    return pyarrow.StructArray.from_arrays(columns, fields=list(arrow_type(hint)), mask=mask)


def _decode_structs(hint: Hint, array: pyarrow.StructArray) -> list[Any]:
    made = _constructor(hint)
    named = zip(_parts(hint), array.flatten(), strict=True)
    columns = [decode(each, child) for (name, each), child in named if name in made.taken]
    if array.null_count == 0:
        found = map(made.make, *columns)
        return list(found if hint not in _OFTEN_EQUAL else _shared(found))
    present = array.is_valid().to_pylist()
    rows_ = zip(*columns, strict=True) if columns else repeat(())
    return [made.make(*row) if good else None for row, good in zip(rows_, present, strict=False)]


def _shared(values: Iterable[T]) -> Iterator[T]:
    """Yield one object for all that are equal: the claims of a document point at the same few spans."""
    known: dict[T, T] = {}
    return (known.setdefault(value, value) for value in values)


def _decode_texts(hint: Hint, array: pyarrow.StringArray) -> list[Any]:
    """Return texts, equal ones as one object, or members of an enumeration."""
    coded = array.dictionary_encode()
    known = coded.dictionary.to_pylist()
    texts = [_unescaped(text) if text and _ESCAPE in text else text for text in known]
    unique = texts if hint is str else [hint(text) for text in texts]
    return [None if index is None else unique[index] for index in coded.indices.to_pylist()]


def _escaped(values: Sequence[str | None]) -> list[str | None]:
    return [text if text is None or text.isascii() else _escape(text) for text in values]


def _escape(text: str) -> str:
    if _ESCAPE not in text and not _has_surrogates(text):
        return text
    return "".join(map(_stored, text))


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _stored(char: str) -> str:
    if _FIRST <= char <= _LAST:
        return _ESCAPE + chr(_PRIVATE + ord(char) - ord(_FIRST))
    return char * 2 if char == _ESCAPE else char


def _unescaped(text: str) -> str:
    parts = iter(text)
    return "".join(_original(next(parts)) if char == _ESCAPE else char for char in parts)


def _original(char: str) -> str:
    return char if char == _ESCAPE else chr(ord(char) - _PRIVATE + ord(_FIRST))
