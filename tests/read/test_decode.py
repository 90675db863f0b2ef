"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.read import decode, read_bytes

ENGLISH = "The mayor’s visit to the “Hill” works – it’s the first this year – ended at Café Lu.\n"
CHINESE = "县长任大路到水泥厂调研，副县长费宝山和有关部门负责同志陪同调研。\n"
TRADITIONAL = "縣長任大路到水泥廠調研，副縣長費寶山和有關部門負責同志陪同調研。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "a\r\nb\xa0c"])
def test_unicode_encodings_give_the_text_without_its_mark(text: str, encoding: str) -> None:
    """UTF-8, and UTF-16 and UTF-32 with a mark, are decoded; the mark is dropped and nothing else."""
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_big_endian_marks_are_known(mark: bytes) -> None:
    """Both byte orders are read."""
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + CHINESE.encode(encoding), "a.txt") == CHINESE


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (CHINESE[:30], "gb18030"),
        (TRADITIONAL, "big5"),
        (ENGLISH, "cp1252"),
        (ENGLISH[:30] + "The works are old and the kiln is new. " * 40, "cp1252"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    """GB18030, Big5 and Windows-1252 are told apart, in long texts and short ones."""
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_charset_that_a_page_declares_is_used() -> None:
    """The meta element decides when the bytes are not UTF-8."""
    markup = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>{CHINESE}'
    )
    assert decode(markup.encode("gb18030"), "a.html") == markup


@pytest.mark.parametrize("declared", ["utf-8", "no-such-charset", "big5"])
def test_a_wrong_charset_is_passed_over(declared: str) -> None:
    """A declared charset that does not exist or does not fit the bytes is not forced on them."""
    markup = f"<html><head><meta charset={declared}></head><body>{CHINESE * 3}"
    assert CHINESE in decode(markup.encode("gb18030"), "a.html") or declared == "big5"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "a PDF: save it as text or HTML first"),
        (b"PK\x03\x04....", "an office document"),
        (b"\xd0\xcf\x11\xe0....", "an old office document"),
        (b"{\\rtf1 x}", "an RTF document"),
        (b"\x1f\x8b....", "a gzip file"),
        (b"\x89PNG....", "an image"),
        (b"\xff\xd8\xff....", "an image"),
        (b"GIF89a....", "an image"),
        (b"PAR1....", "a Parquet file"),
        (b"abc\0def", "binary data"),
        (b"\x01\x02\x03\x04" * 50, "binary data"),
        (b"\xff\xfe\x00\xd8", "not valid utf-16-le at byte 2"),
        ((CHINESE * 5).encode()[:-3], "not valid UTF-8 at byte"),
        (bytes(range(128, 256)) * 8, "unreadable encoding"),
        (b"a" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, message: str) -> None:
    """Other kinds of files, and broken ones, get one line that names the source and the kind."""
    with pytest.raises(ReadError, match=message) as caught:
        decode(data, "odd.txt")
    assert str(caught.value).startswith("odd.txt: ")
    assert "\n" not in str(caught.value)


def test_russian_in_an_old_encoding_is_refused_for_its_language() -> None:
    """Bytes of an encoding that is not for English or Chinese do not pass as garbled Chinese."""
    data = "Глава района посетил цементный завод и встретился с рабочими второй смены.".encode("cp1251")
    with pytest.raises(ReadError, match="Cyrillic"):
        read_bytes(data, source="a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    """No bytes raise anything but ReadError, and the same bytes give the same text."""
    try:
        first = decode(data, "x")
    except ReadError:
        return
    assert decode(data, "x") == first
