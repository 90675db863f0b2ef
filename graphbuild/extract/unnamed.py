"""Names that only their title betrays: capitalised words right after or before a title.

"Sarnai Mergen, vice governor of the prefecture" or "Altanbat, its director" are people although
neither a national list nor the recogniser knows the name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.honorifics import is_honorific
from graphbuild.extract.lexicon import is_degree, title_words
from graphbuild.extract.nobody import is_no_person
from graphbuild.extract.people import OFFICIAL, opens_surname
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.rosters import follows_item_name
from graphbuild.extract.tags import TIMES, TOLD
from graphbuild.extract.titles import Title, find_titles
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

_LONGEST: Final = 4
_LONGEST_BEFORE: Final = 3
_LONGEST_LIKE_NAMES: Final = 7
_CLOSES: Final = frozenset({",", ";", ".", "and"})
_PARTED: Final = frozenset({"titled-name", "recogniser", "given-name"})
_NAME_ENTS: Final = frozenset({"", "PERSON", "ORG", "GPE", "NORP"})
_NAME_POS: Final = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB"})
_NO_NAME_BEFORE: Final = frozenset({"DATE", "NORP", "EVENT"})
_NO_NAME_FRONTED: Final = frozenset({"DATE", "NORP", "GPE"})


def find_titled_names(board: Board) -> None:
    """Pin unknown capitalised names that stand next to a title in one of the attested orders."""
    for title in find_titles(board):
        if title.plural or (not board.free(title.start) and title.home is None):
            continue
        _read_after(board, title)
        _read_before(board, title)
        _read_fronted(board, title)


def join_halves(board: Board) -> None:
    """Join two parts of one name that the recogniser has parted: "Larisa" "Petrovna Chernova"."""
    for left, right in pairwise(board.of_type(OFFICIAL)):
        parted = left.end == right.start and left.end - left.start == 1 and right.end - left.start <= _LONGEST
        if parted and left.rule in _PARTED:
            board.pin(Phrase(left.start, right.end, OFFICIAL, "joined-name", head=left.start))


def find_listed_names(board: Board) -> None:
    """Pin unknown names inside or at the end of a list of people."""
    _read_listed(board)
    _read_list_end(board)


def _pin(board: Board, start: int, end: int, rule: str = "titled-name") -> None:
    board.pin(Phrase(start, end, OFFICIAL, rule, head=start, sure=False))


def _run_end(board: Board, start: int) -> int:
    """Return where the run of name words that begins at `start` ends."""
    end = start
    while end - start < _LONGEST:
        named = board.name_at(end) and board.words[end].alpha and not _is_no_part(board, start, end)
        if not named and not (end > start and opens_surname(board, end)):
            break
        end += 1
    return end


def _is_no_part(board: Board, start: int, index: int) -> bool:
    """Whether a verb after the name, an academic degree or the word of a firm stands there."""
    word = board.words[index]
    verb = index > start and (word.tag in TOLD or _is_told_in_headlines(word))
    closed = words("en", "enterprises", "name_ends") | words("en", "posts", "not_officials.last")
    return verb or is_degree(word) or word.low in closed


def _is_told_in_headlines(word: Word) -> bool:
    """Whether a word is a verb of headlines, too long for a surname that looks the same: "Attends"."""
    return len(word.text) >= _LONGEST_LIKE_NAMES and word.low in words("en", "frames", "headline.verbs")


def _run_start(board: Board, end: int) -> int:
    """Return where the run of name words that ends at `end` begins."""
    start = end
    while end - start < _LONGEST and start > 0:
        named = board.name_at(start - 1) and board.words[start - 1].alpha
        particle = start < end and opens_surname(board, start - 1) and board.name_at(start - 2)
        if not named and not particle:
            break
        start -= 1
    return start


def _is_title(board: Board, index: int) -> bool:
    return board.low(index) in title_words()


def _read_after(board: Board, title: Title) -> None:
    """Read "Prime Minister N": the words right after a title in capitals."""
    rank = title.head in words("en", "posts", "ranks.heads") | words("en", "posts", "attachment.modifying")
    if rank and not _is_person_tagged(board, title.end) and not _is_name_run(board, title):
        return
    start = title.end
    while is_honorific(board.low(start)) or (start > title.end and board.low(start) in {".", "(", ")"}):
        start += 1
    end = _run_end(board, start)
    titled = _is_title(board, start) or _is_title(board, end - 1) or _opens_name(board, end)
    titled = titled or _is_half(board, start, end)
    if end > start and not titled and _sound(board, start, end):
        _pin(board, start, _over_place(board, start, end))


def _is_half(board: Board, start: int, end: int) -> bool:
    """Whether the run is part of another name: "Council", "Associates", "Global Trade" before "Affairs"."""
    word, single = board.words[start : start + 1], end == start + 1
    plural = any(w.tag in {"NNS", "NNPS"} and w.ent != "PERSON" for w in word)
    kind = single and (plural or board.low(start) in words("en", "bodies", "heads"))
    return kind or (board.name_at(end) and board.low(end) in words("en", "posts", "not_officials.last"))


def _over_place(board: Board, start: int, end: int) -> int:
    """Go on over a surname that is also a place, before a comma or whose it is: "Vuong Dinh Hue of X"."""
    place = board.starting(end)
    if place is None or place.type != "Place" or place.end > end + 1 or end == start:
        return end
    return place.end if board.low(place.end) in {"of", ",", ".", ""} else end


def _opens_name(board: Board, index: int) -> bool:
    """Whether a person's name begins there: what stands before it belongs to the title."""
    following = board.starting(index)
    return following is not None and following.type == OFFICIAL and following.end - following.start > 1


def _is_name_run(board: Board, title: Title) -> bool:
    """Whether two to four words that can only be a name follow a rank: ", General Mahamat Idriss Deby,"."""
    end = _run_end(board, title.end)
    run = board.words[title.end : end]
    proper = all(word.tag == "NNP" and word.ent in _NAME_ENTS for word in run)
    set_off = board.low(title.start - 1) in {",", "by", "with", ""}
    closed = end >= len(board.words) or board.low(end) in _CLOSES or board.words[end].tag in TOLD
    return 2 <= len(run) <= _LONGEST and proper and set_off and closed


def _is_person_tagged(board: Board, index: int) -> bool:
    """Whether the recogniser sees a person there: "Major Projects" names none."""
    if index >= len(board.words) or board.words[index].ent != "PERSON":
        return False
    plural = board.words[index].tag == "NNPS" or board.low(index).removesuffix("s") in words(
        "en", "events", "projects.heads"
    )
    return not plural


def _sound(board: Board, start: int, end: int) -> bool:
    """Whether the run can be a name: not in a headline full of capitals, no plural noun."""
    run = board.words[start:end]
    if not all(word.ent in _NAME_ENTS for word in run):
        return False
    if board.line.headline:
        return any(word.ent == "PERSON" for word in run)
    return all(word.pos in _NAME_POS and word.ent not in TIMES for word in run)


def _read_before(board: Board, title: Title) -> None:
    """Read "N, vice governor of X" and "N (secretary of X)"."""
    end = title.start - 1
    if end < 1 or board.low(end) not in {",", "("} or not board.free(end) or follows_item_name(board, end):
        return
    start = _run_start(board, end)
    run = board.words[start:end]
    scene = board.low(start - 1) in words("en", "posts", "homes.scene_prepositions")
    if len(run) == 1 and run[0].text.isupper() and run[0].ent != "PERSON":
        return  # an acronym between commas
    degree = any(is_degree(word) for word in run) or is_no_person(board, start, end)
    if (
        not run
        or sum(word.capital for word in run) > _LONGEST_BEFORE
        or _is_title(board, start)
        or scene
        or degree
    ):
        return
    named = (word for word in run if word.capital)
    proper = all(word.pos in {"PROPN", "X"} and word.ent not in _NO_NAME_BEFORE for word in named)
    if proper and not gazetteer.lookup(board.text(start, end)):
        _pin(board, start, end)


def _read_fronted(board: Board, title: Title) -> None:
    """Read "The minister, N, said" and "X's senator, N, who"."""
    start = title.end + 1
    if board.low(title.end) != "," or not _may_front(board, title):
        return
    end = _run_end(board, start)
    if end - start < 2 or _is_title(board, start) or _has_name(board, title):
        return
    closed = end < len(board.words) and (board.low(end) in _CLOSES or board.words[end].tag in TOLD)
    run = board.words[start:end]
    if closed and all(word.pos == "PROPN" and word.ent not in _NO_NAME_FRONTED for word in run):
        _pin(board, start, end)


def _may_front(board: Board, title: Title) -> bool:
    """Whether the title opens a phrase, or is as definite as "the minister" or "the minister of X"."""
    opens = title.start == 0 or board.low(title.start - 1) in {",", ";"}
    return opens or title.home is not None or board.low(title.start) == "the"


def _has_name(board: Board, title: Title) -> bool:
    """Whether a person stands right before the title's comma: then the title is that person's."""
    before = board.at(title.start - 2)
    return board.low(title.start - 1) == "," and before is not None and before.type == OFFICIAL


def _read_listed(board: Board) -> None:
    """Read an unknown name between two people of a list: "Li Na, Burenbat, and Wang Lei"."""
    for left, right in pairwise(board.of_type(OFFICIAL)):
        start = left.end + 1
        if start >= right.start or board.low(left.end) != ",":
            continue
        end = _run_end(board, start)
        closed = board.low(end) in {",", "and"} and end + 1 <= right.start <= end + 2
        if start < end <= start + _LONGEST_BEFORE and closed and not _is_title(board, start):
            _pin(board, start, end, "listed-name")


def _read_list_end(board: Board) -> None:
    """Read an unknown single name that closes a list of people: "Feng Li and Sarina attended"."""
    people = board.of_type(OFFICIAL)
    for left, right in pairwise(people):
        start = right.end + 1
        listed = all(word.low in {",", "and"} for word in board.words[left.end : right.start])
        if not listed or board.low(right.end) != "and" or not board.name_at(start):
            continue
        word, after = board.words[start], board.words[min(start + 1, len(board.words) - 1)]
        closed = after.tag in TOLD or after.text in {",", "."}
        if closed and word.pos == "PROPN" and not _is_title(board, start) and not gazetteer.lookup(word.text):
            _pin(board, start, start + 1, "listed-name")
