"""Names of people: romanised Chinese names by the national lists, others by the recogniser and context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.honorifics import follows_honorific, is_honorific
from graphbuild.extract.lexicon import generations, is_degree, namelike, ranks_and_titles
from graphbuild.extract.nobody import is_no_person
from graphbuild.extract.phrases import Phrase, phrase_at
from graphbuild.extract.tags import SUBJECTS, TIMES, TOLD
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names, is_given_name, is_pinyin, is_syllable, surnames

if TYPE_CHECKING:
    from collections.abc import Collection

    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

OFFICIAL: Final = "Official"
GOVERNED: Final = "governed"
_LONGEST_NAME: Final = 8
_MOST_PARTICLES: Final = 3
_LONGEST_COMPOUND: Final = 3
_LONGEST_PORTFOLIO: Final = 4
_LONGEST_FIRST_SYLLABLE: Final = 6
_NO_SURNAME: Final = frozenset({"DATE", "TIME", "PERSON"})
QUOTES: Final = frozenset({'"', "\u201c", "\u201d", "``", "''"})
_DOTS: Final = ("·", "•")


def find_people(board: Board) -> None:
    """Pin full names; surnames alone are left to `find_short_names`."""
    index = 0
    while index < len(board.words):
        index += _pin_governed(board, index)
        end, rule = _name_until(board, index)
        if end and not is_no_person(board, index, end) and _vouched(board, index, end, rule):
            board.pin(Phrase(index, end, OFFICIAL, rule, head=index))
        index = max(end, index + 1)


def _pin_governed(board: Board, index: int) -> int:
    """Pin a place between a title and a name, "Deputy Commissioner Quetta Nadia Karim"; return its size."""
    if board.low(index - 1) not in words("en", "posts", "homes.before_names") or not board.name_at(index):
        return 0
    named = all(board.name_at(after) for after in (index + 1, index + 2))
    if not named or not gazetteer.lookup(board.words[index].text):
        return 0
    board.pin(Phrase(index, index + 1, "Place", GOVERNED, head=index))
    return 1


def _name_until(board: Board, start: int) -> tuple[int, str]:
    """Return the end of a full name at `start` and the rule that reads it; 0 for none."""
    end = chinese_name_until(board, start)
    if end:
        return end, "surname-list"
    end = _patronymic_until(board, start) or _honoured_until(board, start)
    if end:
        return end, "name-form"
    end = _recognised_until(board, start)
    if not end and _is_given_name_first(board, start):
        return start + 2, "given-name"
    return end, "recogniser"


def chinese_name_until(board: Board, start: int) -> int:
    """Return the end of a romanised Chinese full name at `start`, or 0."""
    line = board.words
    if start + 1 >= len(line) or line[start].low not in surnames() or not board.all_free(start, start + 2):
        return 0
    surname, given = line[start], line[start + 1]
    if not _name_case(surname) or not _name_case(given) or not is_given_name(given.text):
        return 0
    if given.low in ranks_and_titles() or (start and _name_before(board, start)):
        return 0
    return start + 2 + _second_syllable(board, given, start + 2)


def _patronymic_until(board: Board, start: int) -> int:
    """Return the end of a name with a patronymic, "Vadim Petrovich Sorokin", or 0."""
    if not (board.name_at(start) and board.name_at(start + 1)):
        return 0
    first, middle = board.words[start], board.words[start + 1]
    suffixes = tuple(sorted(words("en", "names", "patronymics")))
    if not middle.low.endswith(suffixes) or first.low in ranks_and_titles() or "-" in first.text:
        return 0
    surname = board.name_at(start + 2) and board.low(start + 2) not in ranks_and_titles()
    return start + 2 + surname


def _honoured_until(board: Board, start: int) -> int:
    """Return the end of the name after "Mr.", "Engr." or "H.E.", or 0."""
    if not board.name_at(start) or not follows_honorific(board, start):
        return 0
    if board.low(start) in ranks_and_titles():
        return 0
    end = start
    while end - start < _LONGEST_NAME and (
        _is_part(board, end) or (end > start and opens_surname(board, end))
    ):
        end += 1
    return end if end - start > 1 else 0


def _is_part(board: Board, index: int) -> bool:
    """Whether a word of a name stands there, after particles or not, and no title."""
    if not board.name_at(index) or is_degree(board.words[index]):
        return False
    return board.words[index].alpha and board.low(index) not in ranks_and_titles()


def _second_syllable(board: Board, given: Word, index: int) -> bool:
    """Whether the given name goes on with a syllable written apart: "Li Xiao Ming"."""
    third = board.words[index] if index < len(board.words) else None
    if third is None or not board.free(index) or not _name_case(third):
        return False
    short = len(given.text) <= _LONGEST_FIRST_SYLLABLE
    return short and is_syllable(given.low) and is_syllable(third.low)


def _name_case(word: Word) -> bool:
    mixed = word.text[1:].islower() or "'" in word.text or "-" in word.text
    return word.capital and len(word.text) > 1 and mixed


def _name_before(board: Board, start: int) -> bool:
    """Whether a capitalised name word that is no title stands right before ("New Shan Dong")."""
    if not board.name_at(start - 1) or board.line.headline:
        return False
    before = board.words[start - 1]
    return before.ent not in {"PERSON", ""} and before.low not in ranks_and_titles() and before.pos == "PROPN"


def _is_given_name_first(board: Board, start: int) -> bool:
    """Whether a common given name and a capitalised word stand alone here, in prose."""
    line = board.words
    if start + 2 >= len(line) or line[start].low not in given_names() or not board.all_free(start, start + 2):
        return False
    if board.name_at(start + 2) or _is_untitled_name(board, start - 1) or board.line.headline:
        return False
    if line[start].ent in {"GPE", "LOC"} and gazetteer.lookup(line[start].text):
        return False
    surname = line[start + 1]
    if len(surname.text.rstrip(".")) == 1:
        return False  # an initial ends no name
    return _is_cut_off(surname) and surname.low not in words("en", "bodies", "heads")


def _vouched(board: Board, start: int, end: int, rule: str) -> bool:
    """Ask for a title, a rank or a verb beside a single word that only the recogniser calls a person."""
    word = board.words[start]
    if (
        rule != "recogniser"
        or end - start > 1
        or "·" in word.text
        or board.low(start - 1) in ranks_and_titles()
    ):
        return True
    if word.text.isupper() and len(word.text) > 2:
        return False
    if board.line.role != "paragraph" or word.dep not in SUBJECTS or word.stop:
        return False
    return not gazetteer.lookup(word.text) and not is_pinyin(word.text)


def _recognised_until(board: Board, start: int) -> int:
    """Return the end of a name that the recogniser calls a person, or that holds a middle dot."""
    word = board.words[start]
    if _is_headline_verb(board, word) or not board.name_at(start):
        return 0
    if word.low in ranks_and_titles() and word.low not in words("en", "posts", "barriers.in_people"):
        return 0
    if any(dot in word.text for dot in _DOTS):
        return start + 1
    if _ends_portfolio(board, start) or _in_compound(board, start):
        return 0
    heads_body = word.low in words("en", "bodies", "heads") and board.name_at(start + 1)
    if word.ent != "PERSON" or heads_body or _is_country_here(board, start) or is_honorific(word.low):
        return 0
    until = _person_until(board, start)
    if board.name_at(until) and board.words[until].text in words("en", "posts", "acronyms"):
        return 0  # "Water CS N": the words before belong to the title
    end = _broken_name_until(board, start, until)
    end = _past_nickname(board, start, end)
    spelt = any(part.alpha and len(part.text) > 1 for part in board.words[start:end])
    return end if spelt else 0


def _in_compound(board: Board, index: int) -> bool:
    """Whether a title of several words goes on over the word: "Managing Partner", "President Pro Tempore"."""
    before = range(max(0, index - _LONGEST_COMPOUND), index + 1)
    return any(start + len(phrase_at(board.line, start, "posts", "compounds")) > index for start in before)


def _ends_portfolio(board: Board, index: int) -> bool:
    """Whether a portfolio ends in a word that is a surname too: "Minister of Justice and Law N"."""
    known = words("en", "posts", "portfolios.words") | words("en", "posts", "modifiers")
    if board.low(index) not in known:
        return False
    joined = board.low(index - 1) in words("en", "names", "joiners") and board.low(index - 2) in known
    return joined or _governs_portfolio(board, index - 1)


def _governs_portfolio(board: Board, link: int) -> bool:
    """Whether a title with its "for" or "of" leads to the link: "Adviser for States and Implementation N"."""
    if board.low(link) not in words("en", "posts", "complements.portfolio_links"):
        return False
    heads, first = words("en", "posts", "heads"), max(0, link - _LONGEST_PORTFOLIO)
    lows = [board.low(index) for index in range(first, link)]
    return "," not in lows and any(low in heads for low in lows)


def _past_nickname(board: Board, start: int, end: int) -> int:
    """Go on over a nickname in quotation marks inside a name: Theodore "Ted" Nakata."""
    quoted = board.low(end) in QUOTES and board.name_at(end + 1) and board.low(end + 2) in QUOTES
    if not quoted or not board.name_at(end + 3) or board.low(end + 3) in ranks_and_titles():
        return end
    stop = end + 3
    while stop - start < _LONGEST_NAME + 3 and _is_part(board, stop):
        stop += 1
    return stop


def _is_headline_verb(board: Board, word: Word) -> bool:
    return board.line.headline and word.low in words("en", "frames", "headline.verbs")


def _is_country_here(board: Board, start: int) -> bool:
    """Whether "to" or "of" and a country's name, or a place's before a given name, stand here."""
    if board.low(start - 1) not in words("en", "places", "prepositions.country"):
        return False
    found = gazetteer.lookup(board.words[start].text)
    governed = board.low(start - 2) in mapping("en", "posts", "place_heads") and board.name_at(start + 2)
    named_next = board.low(start + 1) in given_names() or governed
    return any(place.level == 0 for place in found) or (bool(found) and named_next)


def _person_until(board: Board, start: int) -> int:
    """Return where the recogniser's name ends: not at a particle in small letters."""
    line, end = board.words, start
    while end < len(line) and board.free(end) and end - start < _LONGEST_NAME and _goes_on(board, start, end):
        end += 1
    while end > start + 1 and line[end - 1].text.islower():
        end += 1 if board.name_at(end) else -1
    return end


def _broken_name_until(board: Board, start: int, end: int) -> int:
    """Go on over capitalised words that the recogniser has cut off a foreign name's end."""
    line = board.words
    if board.line.headline:
        return end + _closes_headline(board, start, end)
    if line[start].low in surnames():
        return end
    while end < len(line) and board.free(end) and end - start < _LONGEST_NAME and _is_cut_off(line[end]):
        end += 1
    return end


def _closes_headline(board: Board, start: int, end: int) -> bool:
    """Whether a headline ends in one more word of a name after a title: "Chairman Le Hoai Trung"."""
    last = end == len(board.words) - 1 and board.free(end) and _is_cut_off(board.words[end])
    return (
        last and board.low(start - 1) in ranks_and_titles() and not _is_headline_verb(board, board.words[end])
    )


def _is_cut_off(word: Word) -> bool:
    proper = namelike(word) and word.tag == "NNP" and not word.stop
    if word.tag in TOLD or is_degree(word):
        return False
    return proper and word.ent not in _NO_SURNAME and word.low not in ranks_and_titles()


def _goes_on(board: Board, start: int, index: int) -> bool:
    """Whether the recogniser's name goes on over the word."""
    word = board.words[index]
    if index > start and (
        word.low in words("en", "posts", "heads") or word.text in words("en", "posts", "acronyms")
    ):
        return False
    if _is_headline_verb(board, word) or (index > start and word.tag in TOLD and word.capital):
        return False
    if index > start and is_degree(word):
        return False
    if word.text == "," and index + 1 < len(board.words):
        return board.low(index + 1) in words("en", "names", "juniors")
    if word.low in generations():
        return True
    if index > start and opens_surname(board, index):
        return True
    particle = word.low in words("en", "names", "particles") or word.low in words(
        "en", "names", "inner_particles"
    )
    after_particle = index > start and board.words[index - 1].text in words("en", "names", "particles")
    return (word.ent == "PERSON" and (particle or namelike(word))) or (after_particle and namelike(word))


def opens_surname(board: Board, index: int) -> bool:
    """Whether particles in small letters stand there with a name after them: "van der Berg", "wa Nzioka"."""
    end = index
    while end - index < _MOST_PARTICLES and end < len(board.words):
        if board.words[end].text not in words("en", "names", "particles") or not board.free(end):
            break
        end += 1
    return end > index and board.name_at(end) and board.words[end].alpha


def split_places(board: Board, places: Collection[str]) -> None:
    """Take a place named elsewhere off the head of a name: "Commissioner Quetta Omar Rind"."""
    for phrase in board.of_type(OFFICIAL):
        first = board.words[phrase.start]
        titled = board.low(phrase.start - 1) in words("en", "posts", "heads")
        if titled and phrase.end - phrase.start >= 3 and first.text in places:
            board.unpin(phrase.start, phrase.end)
            board.pin(Phrase(phrase.start, phrase.start + 1, "Place", GOVERNED, head=phrase.start))
            board.pin(Phrase(phrase.start + 1, phrase.end, OFFICIAL, phrase.rule, head=phrase.start + 1))


def find_short_names(board: Board, known: dict[str, str]) -> None:
    """Pin a later short form ("Wang", "Mr. Osei") of a person whose full name is in the article.

    `known` maps each short form, in lower case, to the full name.
    """
    index = 0
    openers = {name.partition(" ")[0] for name in known}
    while index < len(board.words):
        end = _short_until(board, index, known) if _may_open(board, index, openers) else 0
        if end > index + 1:
            board.unpin(index, end)
        if end:
            board.pin(Phrase(index, end, OFFICIAL, "short-name", head=index, sure=False))
        index = max(end, index + 1)


def _may_open(board: Board, start: int, openers: Collection[str]) -> bool:
    """Whether a known name may begin with the word: it is a first word, or one is written on to it."""
    word, after = board.words[start], start + 1
    glued = after < len(board.words) and board.words[after].start == word.end
    return glued or word.text.casefold().partition(" ")[0] in openers


def _short_until(board: Board, start: int, known: dict[str, str]) -> int:
    if not board.words[start].capital:
        return 0
    for end in range(min(start + _LONGEST_NAME, len(board.words)), start, -1):
        several = end > start + 1
        if not all(board.free(i) or (several and board.within(i, start, end)) for i in range(start, end)):
            continue
        inside = _is_untitled_name(board, start - 1) or _is_untitled_name(board, end)
        inside = inside or board.low(end) in words("en", "names", "households")
        if not inside and board.text(start, end).casefold() in known:
            return end
    return 0


def _is_untitled_name(board: Board, index: int) -> bool:
    """Whether a free word of a name that is neither title nor honorific stands there."""
    if not board.name_at(index) or board.words[index].ent in TIMES:
        return False
    return board.low(index) not in ranks_and_titles()
