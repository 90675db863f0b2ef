"""Reading articles into documents: plain pages, HTML, and the records of data files."""

from __future__ import annotations

from graphbuild.read.decode import decode
from graphbuild.read.html import read_html
from graphbuild.read.language import detect_language, unsupported_language
from graphbuild.read.page import read_text
from graphbuild.read.records import Fields, read_records
from graphbuild.read.sources import discover, read, read_bytes, read_path

__all__ = [
    "Fields",
    "decode",
    "detect_language",
    "discover",
    "read",
    "read_bytes",
    "read_html",
    "read_path",
    "read_records",
    "read_text",
    "unsupported_language",
]
