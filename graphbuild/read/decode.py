"""Bytes to text: byte order marks, UTF-8, the encodings that Chinese and Western pages use."""

from __future__ import annotations

import codecs
import re

from graphbuild.errors import ReadError

LARGEST = 20_000_000
"""Bytes beyond which a file is no article."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_AS_TEXT = "save it as text or HTML first"
_SIGNATURES = (
    (b"%PDF", f"a PDF: {_AS_TEXT}"),
    (b"PK\x03\x04", f"a zip file or an office document (docx, xlsx, epub): unpack it or {_AS_TEXT}"),
    (b"PK\x05\x06", "an empty zip file: give .txt, .html or .md files"),
    (b"\xd0\xcf\x11\xe0", f"an old office document (doc, xls): {_AS_TEXT}"),
    (b"{\\rtf", f"an RTF document: {_AS_TEXT}"),
    (b"\x1f\x8b", "a gzip file: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a rar archive: unpack it first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it first"),
    (b"\x89PNG", "an image: only text can be read"),
    (b"\xff\xd8\xff", "an image: only text can be read"),
    (b"GIF8", "an image: only text can be read"),
    (b"SQLite format 3", "a database: give .txt, .html or .md files"),
    (b"PAR1", "a Parquet file: give .txt, .html or .md files"),
)

_EAST_AND_WEST = ("gb18030", "big5", "cp1252", "cp1251", "shift_jis", "euc_kr")
"""Encodings looked for. Russian, Japanese and Korean ones are there to be told from the others."""

_SINGLE_BYTE = ("cp1252", "cp1251")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_PLAIN_HEAD = 4096


def decode(data: bytes, source: str) -> str:
    """Turn the bytes of a source into text; a byte order mark is dropped, nothing else is altered.

    Raises `ReadError` when there are no bytes, more than 20 million, a file of another kind than
    text, or no encoding in which the bytes read as text.
    """
    if not data.strip():
        raise ReadError(source, "empty: there is no text in it")
    if len(data) > LARGEST:
        raise ReadError(source, f"larger than {LARGEST // 1_000_000} MB: give one article per file")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(source, f"this is {kind}")
    text = _marked(data, source) or _unmarked(data, source)
    if len(_CONTROL.findall(text, 0, _PLAIN_HEAD)) * 50 > len(text[:_PLAIN_HEAD]):
        raise ReadError(source, "binary data, not text: give .txt, .html or .md files")
    return text


def _marked(data: bytes, source: str) -> str:
    """Decode what begins with a byte order mark; empty when there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(source, f"not valid {encoding} at byte {error.start + len(mark)}") from None
    return ""


def _unmarked(data: bytes, source: str) -> str:
    if b"\0" in data:
        raise ReadError(source, "binary data, not text: give .txt, .html or .md files")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            problem = f"not valid UTF-8 at byte {error.start}: save it again as UTF-8"
            raise ReadError(source, problem) from None
    text = _declared(data) or _guessed(data)
    if text is None:
        raise ReadError(source, "unreadable encoding: save it as UTF-8")
    return text


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8, so that no other encoding is meant."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    kept = sum(not char.isascii() for char in text) - lost
    return kept > 4 * lost


def _declared(data: bytes) -> str | None:
    """Decode by the charset that an HTML page declares, if it holds for all bytes."""
    found = _CHARSET.search(data, 0, _PLAIN_HEAD)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
        return data.decode("gb18030" if name in ("gb2312", "gbk") else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> str | None:
    """Decode in the encoding that makes the bytes look most like writing."""
    from charset_normalizer import from_bytes

    runs = _HIGH_RUN.findall(data)
    sparse = 10 * sum(map(len, runs)) < len(data) and 2 * sum(len(run) == 1 for run in runs) > len(runs)
    best = from_bytes(data, cp_isolation=list(_SINGLE_BYTE if sparse else _EAST_AND_WEST)).best()
    return str(best) if best is not None else None
