"""Which language an article is in, judged by its letters: English or Chinese."""

from __future__ import annotations

import unicodedata
from collections import Counter

SAMPLE = 20_000
"""Code points looked at: the head of an article tells its script."""

CHINESE_SHARE = 0.3
"""Share of Chinese characters among the letters from which a text is Chinese."""

KANA_SHARE = 0.1
"""Share of kana among the letters from which a text with Chinese characters is Japanese."""


def detect_language(text: str) -> str:
    """Return "zh" when a good share of the letters is Chinese characters, else "en"."""
    scripts = _scripts(text)
    return "zh" if scripts["CJK"] >= CHINESE_SHARE * max(scripts.total(), 1) else "en"


def unsupported_language(text: str) -> str | None:
    """Name the script ("Cyrillic") of a text that is neither English nor Chinese by its letters.

    None when the text may be read. French or Malay, in Latin letters, pass as English.
    """
    scripts = _scripts(text)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana > KANA_SHARE * scripts.total():
        return "Japanese"
    known = scripts["LATIN"] + scripts["CJK"]
    others = sorted((-count, script) for script, count in scripts.items() if script not in ("LATIN", "CJK"))
    return others[0][1].capitalize() if others and scripts.total() > 2 * known else None


def _scripts(text: str) -> Counter[str]:
    """Count the letters of the head of `text` by script, as the names of characters give it."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(text[:SAMPLE]).items():
        if char.isalpha():
            scripts[_script(char)] += count
    return scripts


def _script(char: str) -> str:
    name = unicodedata.name(char, "UNKNOWN")
    return "LATIN" if name.startswith("FULLWIDTH LATIN") else name.split()[0].split("-")[0]
