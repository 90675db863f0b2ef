"""Files as streams of bytes, plain or packed with gzip, and the encoding that their first bytes show."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from graphbuild.errors import ReadError

GZIP: Final = ".gz"
HEAD: Final = 65_536
"""Bytes that are looked at to tell the encoding of a data file."""

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def suffix(path: str | Path) -> str:
    """Return the last suffix of a name in lower case, that of what is packed for ``x.jsonl.gz``."""
    name = Path(path)
    last = name.suffix.lower()
    return Path(name.stem).suffix.lower() if last == GZIP else last


def is_packed(path: str | Path) -> bool:
    """Whether a name says that the file is packed with gzip."""
    return Path(path).suffix.lower() == GZIP


@contextmanager
def opened(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a file for reading, unpacking it if its name says so; its parts come as they are read.

    Raises `ReadError` when it is not there, may not be read, or is no whole gzip file.
    """
    try:
        with Path(path).open("rb") as plain:
            if not is_packed(path):
                yield plain
                return
            with gzip.open(plain) as unpacked:
                yield cast("IO[bytes]", unpacked)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise ReadError(str(path), "not a whole gzip file: fetch or pack it again") from None
    except UnicodeError:
        raise ReadError(str(path), "its bytes are no text in one encoding: save it again as UTF-8") from None
    except (OSError, ValueError) as error:
        raise ReadError(str(path), reason(error)) from None


def reason(error: OSError | ValueError) -> str:
    """Say why a path cannot be read."""
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case IsADirectoryError():
            return "a folder, not a file"
        case PermissionError():
            return "may not be read: permission denied"
        case OSError():
            return f"cannot be read: {error.strerror or error}"
        case _:
            return f"not a path: {error}"


def text_encoding(head: bytes) -> str:
    """Return the codec of a data file by its first bytes: a byte order mark, UTF-8, else the likeliest."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _likeliest(head)
    return "utf-8"


def _likeliest(head: bytes) -> str:
    from charset_normalizer import from_bytes

    kept = head.decode("utf-8", "ignore")
    if 10 * len(kept.encode()) > 9 * len(head) and not kept.isascii():
        return "utf-8"  # damaged in a few places only: those records will be told
    best = from_bytes(head, cp_isolation=["gb18030", "big5", "cp1252"]).best()
    return best.encoding if best is not None else "utf-8"
