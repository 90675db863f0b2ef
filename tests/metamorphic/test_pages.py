"""Pages of every kind of source that are changed in ways that say the same, or the same of others.

The examples are changed by tests/test_metamorphic.py; these are the pages of our gold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pytest

from tests.builds import Said, build_page, said
from tests.metamorphic import articles, changes

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

Known = dict[str, str]
"""Pages that are read otherwise when changed, with what is wrong. A page that is mended must leave."""

SHORT_RUN = "a hard-wrapped paragraph of two or three lines is taken for lines of their own"
BYLINE = 'a wrapped line that begins with "by the" is taken for a byline'
SPELLINGS = "the page spells a name in a second way, which the renaming leaves"

RELEASE = "the day in a line of the header is not found where its spaces are doubled or hold lines together"

FURNITURE: Known = {}
QUOTES: Known = {}
HOMES = "a post whose home is told by what stands around it finds another one, or none"
SPACES: Known = {
    "cn-qilian-mining": HOMES,
    "gov-wh-call-mauritius": HOMES,
    "gov-uk-travel-statement": "the home of a spokesperson for the Office is lost",
    "wire-colombia-governor-bridge": RELEASE,
    "wire-pakistan-commissioner": RELEASE,
}
WRAPPED: Known = {
    "cn-kaidu-education": SHORT_RUN,
    "gov-delegation-four-leads": SHORT_RUN,
    "wire-nigeria-road-inspection": BYLINE,
    "wire-pakistan-commissioner": SHORT_RUN,
    "wire-xinhua-foreign-leaders": SHORT_RUN,
}
COMPOSED: Known = {}
YEARS: Known = {}
DAYS: Known = {}
GIVEN: Known = {
    "gov-trilateral-advisors": "whom a host received is missed for one name and read for another",
    "wire-colombia-governor-bridge": "who refused to go along is read for one name and missed for another",
}
CHINESE: Known = {
    "cn-dongjiawan-morning": SPELLINGS,
    "cn-kaidu-education": "whether a manager without an article is read hangs on the tags of the name",
    "cn-university-enterprise": SPELLINGS,
}
PLACES: Known = {}


def _pages(known: Known, names: Iterable[str] = articles.NAMES) -> list[ParameterSet]:
    """Return the pages as parameters; those of `known` are expected to fail."""
    return [pytest.param(name, marks=_marks(known, name), id=name) for name in names]


def _marks(known: Known, name: str) -> list[Any]:
    return [pytest.mark.xfail(reason=known[name], strict=True)] if name in known else []


def _after(name: str, *steps: Callable[[str], str]) -> Said:
    text = articles.text(name)
    for step in steps:
        text = step(text)
    return said(build_page(text))


def _composed(found: Said) -> Said:
    return articles.restated(found, changes.composed)


@pytest.mark.parametrize("name", _pages(FURNITURE))
def test_furniture(name: str) -> None:
    """A share bar, buttons, neighbours and signatures of reporters say nothing."""
    assert _after(name, changes.share_bar, changes.links, changes.signature) == articles.told(name)


@pytest.mark.parametrize("name", _pages(QUOTES))
def test_quotes_and_dashes(name: str) -> None:
    """Quotes curled, dashes shortened and hyphens that hold a line together say the same."""
    found = _after(name, changes.curly, changes.en_dashes, changes.no_break_hyphens)
    assert articles.restated(found, changes.plain) == articles.restated(articles.told(name), changes.plain)


@pytest.mark.parametrize("name", _pages(SPACES))
def test_spaces(name: str) -> None:
    """Spaces doubled, and made such that no line breaks at them, say the same."""
    assert _after(name, changes.all_double_spaces, changes.no_break_spaces) == articles.told(name)


@pytest.mark.parametrize("name", _pages(WRAPPED))
def test_line_wraps(name: str) -> None:
    """Prose that is broken into lines of 76 columns says the same."""
    assert _after(name, changes.wrapped) == articles.told(name)


@pytest.mark.parametrize(
    "name", _pages(COMPOSED, (n for n in articles.NAMES if not articles.text(n).isascii()))
)
def test_letters_and_their_accents(name: str) -> None:
    """Accents that stand apart from their letters (NFD) say the same."""
    assert _composed(_after(name, changes.decomposed)) == _composed(articles.told(name))


@pytest.mark.parametrize("name", _pages(YEARS))
def test_other_years(name: str) -> None:
    """The same news of 28 years before is the same graph, 28 years before."""
    assert _after(name, changes.years_back) == articles.restated(articles.told(name), changes.years_back)


def _movable(name: str) -> bool:
    """Whether every day of a page can move by one, and none is told by its weekday."""
    text = articles.text(name)
    days = changes.days(text)
    weekday = re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text)
    return bool(days) and max(days) < 28 and weekday is None


@pytest.mark.parametrize("name", _pages(DAYS, filter(_movable, articles.NAMES)))
def test_other_days(name: str) -> None:
    """The same news of a day later is the same graph, a day later."""
    expected = articles.restated(articles.told(name), changes.a_day_later)
    assert _after(name, changes.a_day_later) == expected


@pytest.mark.parametrize("name", _pages(GIVEN, filter(articles.given_names, articles.NAMES)))
def test_other_given_names(name: str) -> None:
    """People of other given names of their region do the same."""
    rename = articles.renamer(articles.given_names(name))
    assert _after(name, rename) == articles.restated(articles.told(name), rename)


@pytest.mark.parametrize("name", _pages(CHINESE, filter(articles.chinese_names, articles.NAMES)))
def test_other_chinese_names(name: str) -> None:
    """People of other romanised Chinese names do the same."""
    rename = articles.renamer(articles.chinese_names(name))
    assert _after(name, rename) == articles.restated(articles.told(name), rename)


@pytest.mark.parametrize("name", _pages(PLACES, filter(articles.places, articles.NAMES)))
def test_other_places(name: str) -> None:
    """Invented places of other names, and the bodies named after them, are places and bodies all the same."""
    rename = articles.renamer(articles.places(name))
    assert _after(name, rename) == articles.restated(articles.told(name), rename)
