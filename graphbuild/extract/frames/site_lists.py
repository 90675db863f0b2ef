"""Lists of sites: "the port, the school in X and Y Co., Ltd.", and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.subjects import is_infinitive
from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.extract.tags import NOUNS, PARTICIPLES, TIMES, VERBS
from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.frames.scene import Scene, Site

VISITABLE: Final = frozenset({"Place", "Enterprise", "Project", "Body"})
_SKIPPED_POS: Final = frozenset(
    {"DET", "ADJ", "ADV", "NUM", "PUNCT", "CCONJ", "NOUN", "PROPN", "PART", "PRON", "SYM"}
)
_MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "nummod"})
_ENDS: Final = frozenset({".", ";", ":"})


def sites_of(scene: Scene, start: int) -> Iterator[Site]:
    """Yield the visitable things of a list that begins at or after `start`."""
    index = start
    while index < len(scene.line.words):
        site = scene.site_at(index)
        if site is not None:
            if _is_stop(scene, site):
                yield site
            index = site.end
        elif scene.low(index) == "which" and scene.low(index - 1) == ",":
            index = _after_clause(scene, index)
        elif scene.actor_at(index) is not None or not _passes(scene, index):
            return
        else:
            index += 1


def _is_stop(scene: Scene, site: Site) -> bool:
    """Whether the thing itself is visited: no possessor, and no modifier of the noun after it."""
    return site.type in VISITABLE and scene.low(site.end) not in POSSESSIVE and not _modifies(scene, site)


def _modifies(scene: Scene, site: Site) -> bool:
    """Whether a place only modifies the noun after it: "a Zambian plant", "a U.S. bomber"."""
    if site.type != "Place" or site.end >= len(scene.line.words):
        return False
    if scene.low(site.start - 1) in words("en", "grammar", "indefinite"):
        return True
    following, last = scene.line.words[site.end], scene.line.words[site.end - 1]
    return following.pos in NOUNS and following.ent not in TIMES and last.dep in _MODIFIERS


def _after_clause(scene: Scene, start: int) -> int:
    """Return where the list goes on after ", which …,": at the ", and" before another site."""
    for index in range(start, len(scene.line.words) - 2):
        goes_on = scene.low(index) == "," and scene.low(index + 1) == "and"
        if goes_on and scene.site_at(index + 2) is not None:
            return index + 1
    return len(scene.line.words)


def _passes(scene: Scene, index: int) -> bool:
    """Whether a list of sites may go on over the word."""
    word = scene.line.words[index]
    if word.low in words("en", "frames", "visit.stops") or word.text in _ENDS:
        return False
    if word.low == "to":
        return index + 1 < len(scene.line.words) and not is_infinitive(scene, index + 1)
    if word.low == "on" and not _passes_on(scene, index):
        return False
    if word.tag in PARTICIPLES:
        return True
    if word.pos in VERBS:
        return False
    return word.pos in _SKIPPED_POS or word.low in words("en", "frames", "visit.passed")


def _passes_on(scene: Scene, index: int) -> bool:
    """Whether "on" is that of "on to the port" or of a date."""
    return scene.low(index + 1) in words("en", "frames", "visit.passed_after_on") or before_date(scene, index)


def before_date(scene: Scene, index: int) -> bool:
    """Whether a date follows the word, or the last word of the line is part of one."""
    return scene.line.words[min(index + 1, len(scene.line.words) - 1)].ent == "DATE"


def sites_before(scene: Scene, end: int) -> list[Site]:
    """Return the visitable things that end at or before the word."""
    return [site for site in scene.sites if site.end <= end and site.type in VISITABLE]


def reaches(scene: Scene, start: int, site: Site) -> bool:
    """Whether the goal of a verb of motion is the site itself: not "came to power in X"."""
    if scene.low(site.end) in POSSESSIVE:
        return False
    inner = words("en", "frames", "visit.within")
    parted = (i + 1 for i in range(site.start - 1, start - 1, -1) if scene.low(i) in {"and", ","})
    between = scene.line.words[next(parted, start) : site.start]
    return all(word.pos != "NOUN" or word.low in inner or word.ent in TIMES for word in between)
