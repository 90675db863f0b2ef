"""Changes to a page that change nothing it says, or that change it in a way one can follow."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Change = Callable[[str], str]

SIGNATURE = "(Correspondent Mo Xiaoyan; photographs by Mo Xiaoyan; editor in charge: Mo Dali)"
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
)
DAYS = (
    re.compile(rf"(?P<before>\b(?:{MONTHS})\.? \d\d?(?:-|–| to | and ))(?P<day>\d\d?)\b(?! ?\d{{3}})"),
    re.compile(r"(?P<before>^XXXX-\d\d-)(?P<day>\d\d)\b"),
    re.compile(rf"(?P<before>\b(?:{MONTHS})\.? )(?P<day>\d\d?)(?=(?:st|nd|rd|th)?\b(?! ?\d{{3}}))"),
    re.compile(rf"(?P<before>\b)(?P<day>\d\d?)(?= (?:{MONTHS})\b)"),
    re.compile(r"(?P<before>\b(?:19|20)\d\d[-/]\d\d?[-/])(?P<day>\d\d?)\b"),
    re.compile(r"(?P<before>\bon the )(?P<day>\d\d?)(?=(?:st|nd|rd|th)\b)"),
)
"""Days as pages write them: "May 6", "6 May", "2024-05-06", "on the 6th"."""


# --- page furniture ------------------------------------------------------------------------------


def share_bar(text: str) -> str:
    """Add a share bar under the headline."""
    head, rest = text.split("\n", 1)
    return f"{head}\n\nShare to: WeChat | Weibo | QQ    [Font size: large medium small]\n{rest}"


def links(text: str) -> str:
    """Add buttons and links to neighbours behind the article."""
    return f"{text.rstrip()}\n\n[Print] [Close] [Back to top]\n\nPrevious: None    Next: None\n"


def signature(text: str) -> str:
    """Add the signature of a reporter and an editor behind the last paragraph."""
    return f"{text.rstrip()}\n\n{SIGNATURE}\n"


# --- typing --------------------------------------------------------------------------------------


def curly(text: str) -> str:
    """Curl all quotation marks."""
    return re.sub(r'"([^"\n]*)"', "“\\1”", text.replace("'", "’"))


def straight(text: str) -> str:
    """Straighten all quotation marks."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def en_dashes(text: str) -> str:
    """Write en dashes for em dashes."""
    return text.replace("—", "–")


def em_dashes(text: str) -> str:
    """Write em dashes for en dashes with spaces around them."""
    return text.replace(" – ", " — ")


def no_break_hyphens(text: str) -> str:
    """Write hyphens between letters so that no line breaks at them."""
    return re.sub(r"(?<=[a-z])-(?=[a-z])", "\N{NON-BREAKING HYPHEN}", text)


def double_spaces(text: str) -> str:
    """Put two spaces behind every sentence, as typewriters did."""
    return re.sub(r"(?<=[a-z]\.) (?=[A-Z])", "  ", text)


def all_double_spaces(text: str) -> str:
    """Double each space between words."""
    return re.sub(r"(?<=\w) (?=\w)", "  ", text)


def no_break_spaces(text: str) -> str:
    """Write no-break spaces for all spaces."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def wrapped(text: str) -> str:
    """Break the lines of prose at 76 columns; headlines, header fields and furniture stay on theirs."""
    blocks = text.strip().split("\n\n")
    return "\n\n".join(_filled(block) if _is_prose(block) else block for block in blocks) + "\n"


def _filled(block: str) -> str:
    return textwrap.fill(block, 76, break_on_hyphens=False, break_long_words=False)


def _is_prose(block: str) -> bool:
    return "\n" not in block and len(block) > 120 and block.rstrip(")\"'”’").endswith((".", "!", "?"))


def decomposed(text: str) -> str:
    """Write letters and their accents apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def composed(text: str) -> str:
    """Write letters and their accents as one (NFC)."""
    return unicodedata.normalize("NFC", text)


# --- time ----------------------------------------------------------------------------------------


def years_back(text: str, years: int = 28) -> str:
    """Move all years back; after 28 years the weekdays are the same."""
    return re.sub(r"\b(?:19|20)\d\d\b", lambda year: str(int(year[0]) - years), text)


def a_day_later(text: str) -> str:
    """Move every day of a month by one."""
    for pattern in DAYS:
        text = pattern.sub(lambda found: f"{found['before']}{_next(found['day'])}", text)
    return re.sub(r"\b(\d\d?)(?:st|nd|rd|th)\b", lambda found: found[1] + _ending(int(found[1])), text)


def _ending(number: int) -> str:
    return "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def days(text: str) -> list[int]:
    """Return the days that `a_day_later` moves."""
    return [int(found["day"]) for pattern in DAYS for found in pattern.finditer(text)]


def _next(day: str) -> str:
    return f"{int(day) + 1:0{len(day)}d}"


def plain(text: str) -> str:
    """Return a name as a typewriter has it: one kind of hyphen, quote and dash."""
    return text.translate(str.maketrans("\N{NON-BREAKING HYPHEN}–—‘’“”", "---''\"\""))
