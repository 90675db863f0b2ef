"""Public bodies: names that end in a head ("Commission") or go on after it ("Bureau of …").

The grammar is that of Chinese and English official names alike: name words, an optional level word,
a topic and a head, then a complement ("Office of ...", "Ministry of ... of Kazakhstan").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.edges import before_title, begins_person, left_edge, right_edge, without_person
from graphbuild.extract.lexicon import POSSESSIVE, body_barrier, is_country, namelike, title_words
from graphbuild.extract.phrases import Phrase, phrase_at
from graphbuild.extract.tags import NOUNS, TOLD
from graphbuild.languages import mapping, phrases, words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

BODY: Final = "Body"
_TAKEN_IN: Final = frozenset({BODY, "Enterprise", "Place"})
_LONGEST_COUNTRY: Final = 4
_LONGEST_TWIN: Final = 5
_LONGEST_PORTFOLIO: Final = 4
_SHORTEST_NAME: Final = 2
_NAME_SIZES: Final = (2, 3)

Complement = tuple[int, tuple[Phrase, ...]]
"""Where a name ends with its complement, and the phrases that the complement holds."""


def find_bodies(board: Board) -> None:
    """Pin bodies, right to left, so that a complement is known before the head that takes it."""
    heads = words("en", "bodies", "heads")
    for index in reversed(range(len(board.words))):
        if board.words[index].low in heads and board.free(index):
            phrase = _body(board, index)
            if phrase is not None:
                board.pin(phrase)


def find_fixed(board: Board) -> None:
    """Pin bodies of fixed name, acronyms among them, exactly as written ("UN", "White House")."""
    for start in range(len(board.words)):
        size = len(phrase_at(board.line, start, "bodies", "fixed"))
        end = start + size
        written = _spaced(board, start, end).replace(" ,", ",")
        exact = size and written in words("en", "bodies", "fixed")
        if exact and (not _goes_on(board, end) or _leads_to_title(board, end)):
            board.pin(Phrase(start, end, BODY, "fixed-name", head=end - 1))


def _spaced(board: Board, start: int, end: int) -> str:
    return " ".join(word.text for word in board.words[start:end])


def _goes_on(board: Board, end: int) -> bool:
    return board.name_at(end) and board.low(end) not in title_words()


def _body(board: Board, head: int) -> Phrase | None:
    word = board.words[head]
    if _runs_on(board, head):
        return None
    if word.capital:
        return _capital_body(board, head)
    if word.low in words("en", "bodies", "lower_heads") or word.low == "group":
        return _lower_body(board, head)
    return None


def _runs_on(board: Board, head: int) -> bool:
    """Whether the name goes on after the head ("Committee Room", "government departments")."""
    if head + 1 >= len(board.words) or not board.free(head + 1):
        return False
    following = board.words[head + 1]
    if following.low in words("en", "events", "projects.heads"):
        return True
    if following.low in title_words() or begins_person(board.words, head + 1):
        return False
    acronym = board.words[head].text.isupper() and not following.text.isupper()
    if acronym or _area_end(board, head) > head + 1:
        return following.low in words("en", "bodies", "heads")
    if not board.words[head].capital:
        return following.pos in NOUNS
    head_itself = following.low in words("en", "bodies", "heads")
    if _leads_to_title(board, head + 1) or _is_whole(board, head) or _before_name(board, head):
        return False
    return namelike(following) and following.ent != "PERSON" and following.pos != "VERB" and not head_itself


def _is_whole(board: Board, head: int) -> bool:
    """Whether the words up to the head name one body of a nation, after which a name begins."""
    return head > 0 and board.text(head - 1, head + 1) in words("en", "bodies", "chambers")


def _before_name(board: Board, head: int) -> bool:
    """Whether the name of the holder closes the phrase: "Director of the Harbour Council N N,"."""
    end = head + 1
    while board.name_at(end) and board.low(end) not in words("en", "bodies", "heads"):
        end += 1
    closed = end >= len(board.words) or board.words[end].text == "," or board.words[end].tag in TOLD
    return closed and end - head - 1 in _NAME_SIZES and _is_headed(board, head)


def _is_headed(board: Board, head: int) -> bool:
    """Whether a title with "of" stands before the name that ends in the head: "Director of the X Office"."""
    start = head
    while start > 0 and board.name_at(start - 1):
        start -= 1
    of = board.low(start - 1 - (board.low(start - 1) == "the")) == "of"
    return of and _has_title(board, start)


def _leads_to_title(board: Board, start: int) -> bool:
    """Whether capitals go on up to the head of a title: "National Security Council Africa Director"."""
    for index in range(start, min(start + _LONGEST_PORTFOLIO, len(board.words))):
        if not board.name_at(index):
            return False
        if board.low(index) in words("en", "posts", "heads"):
            return True
    return False


def _capital_body(board: Board, head: int) -> Phrase | None:
    """Read "Jinfeng Municipal Bureau of Finance", "CPC X Committee", "Ministry of Trade of Y"."""
    line = board.words
    start = _past_courtesies(board, left_edge(board, head, barrier=body_barrier()), head)
    start = _past_person(board, start, head)
    inner: tuple[Phrase, ...] = ()
    end = head + 1
    if line[head].low in words("en", "bodies", "topical"):
        end, inner = _complement(board, head)
    end = _bracket(board, max(end, _area_end(board, head)))
    if not _is_name_of_body(board, start, head, end):
        return None
    levels = mapping("en", "bodies", "levels")
    if start == head and board.low(start - 1) in levels and not line[start - 1].capital:
        start -= 1
    alone = start == head and end == head + 1
    if alone and _spaced(board, start, end) not in words("en", "bodies", "national"):
        return None
    return Phrase(start, end, BODY, "body-head", head=head, inner=inner)


def _past_courtesies(board: Board, start: int, head: int) -> int:
    skipped = words("en", "posts", "barriers.courtesies") | words("en", "names", "juniors")
    while start < head and board.low(start) in skipped:
        start += 1
    return start


def _past_person(board: Board, start: int, head: int) -> int:
    """Return where the name begins behind a person's: "Chair Cecilia Rowse and Office of X Director N"."""
    joiner = next((i for i in range(start, head) if board.low(i) in words("en", "names", "joiners")), head)
    known = words("en", "posts", "portfolios.words") | words("en", "posts", "modifiers")
    portfolio = max((i + 1 for i in range(start, joiner) if board.low(i) in known), default=start)
    titled = _has_title(board, start) and joiner < head and joiner - portfolio in _NAME_SIZES
    return joiner + 1 if titled and (portfolio > start or joiner - start in _NAME_SIZES) else start


def _has_title(board: Board, start: int) -> bool:
    """Whether the head of a title in capitals stands before, with "of" or without."""
    before = start - 1 - (board.low(start - 1) == "the")
    before -= board.low(before) == "of"
    return before >= 0 and board.words[before].capital and board.low(before) in words("en", "posts", "heads")


def _is_name_of_body(board: Board, start: int, head: int, end: int) -> bool:
    """Whether a head that also means other things stands here for a body: "House", "Group", "Party"."""
    low = board.low(head)
    if _is_of_title(board, start, head):
        return False
    if low == "house":
        return _is_of_state(board, start, head) or (end > head + 1 and board.low(head + 1) == "of")
    if low == "conference":
        return board.low(head - 1) == "consultative"
    if low == "group":
        return _is_body_group(board, start, head)
    if low == "party":
        return start < head and board.low(head - 1) not in mapping("en", "bodies", "levels")
    if low == "forum":  # any other forum is held
        return any(word.text in POSSESSIVE for word in board.words[start:head])
    return low != "alliance" or not _is_of_states(board.words[head - 1].text)


def _is_of_state(board: Board, start: int, head: int) -> bool:
    """Whether a state's name makes a chamber of the word: "Oregon House"."""
    return start < head and any(place.level == 1 for place in gazetteer.lookup(board.text(start, head)))


def _is_of_title(board: Board, start: int, head: int) -> bool:
    """Whether a head belongs to a title: "Party chief", "Cabinet Secretary", "DIG Police"."""
    opens = board.low(head + 1) in words("en", "posts", "heads")
    if board.low(head) in words("en", "bodies", "of_titles") and opens:
        return not _is_political(board, start, head)
    named = words("en", "posts", "homes.before_names")
    if board.low(head) == "division":  # "Commissioner X Division N"
        return board.low(start - 1) in named
    return board.low(head) == "police" and board.low(head - 1) in named


def _is_political(board: Board, start: int, head: int) -> bool:
    """Whether several words name a party: "Democratic Unionist Party leader", not "Wanli County Party"."""
    known = mapping("en", "bodies", "levels").keys() | mapping("en", "places", "divisions").keys()
    run = range(start, head)
    return head - start > 1 and not any(board.low(index) in known for index in run)


def _is_of_states(text: str) -> bool:
    """Whether the word before "Alliance" makes it one of states: "U.S.-Japan", "NATO"."""
    return "-" in text or text.isupper()


def _area_end(board: Board, head: int) -> int:
    """Return where "Pacific" of "U.S. Army Pacific" or the town of "U.S. Embassy Lomé" ends."""
    after, low = head + 1, board.low(head)
    if not board.words[head].capital or not board.name_at(after):
        return after
    area = low in words("en", "bodies", "components.heads")
    if area and board.words[after].text in words("en", "bodies", "components.areas"):
        return after + 1
    abroad = low in words("en", "bodies", "components.missions") and board.name_at(head - 1)
    if not abroad or board.low(after) in title_words():
        return after
    return after + 1 + (board.name_at(after + 1) and board.low(after + 1) not in title_words())


def _is_body_group(board: Board, start: int, head: int) -> bool:
    text = " ".join(word.low for word in board.words[start : head + 1])
    return any(text.endswith(" ".join(form)) for form in phrases("en", "bodies", "body_groups"))


def _complement(board: Board, head: int) -> Complement:
    """Read "of the X" or "for X" after a head: X is a phrase already pinned, or a run of name words."""
    if board.low(head + 1) not in words("en", "bodies", "links"):
        return head + 1, ()
    index = head + 2
    while board.low(index) in words("en", "grammar", "articles"):
        index += 1
    pinned = board.starting(index)
    if pinned is not None:
        return (pinned.end, (pinned,)) if pinned.type in _TAKEN_IN else (head + 1, ())
    country = _country_end(board, index)
    if country > index and board.name_at(country):
        return country, ()  # "the Communist Party of Vietnam Pham Van Long"
    end = right_edge(board, index, barrier=body_barrier() | words("en", "posts", "barriers.courtesies"))
    if end == index:
        return head + 1, ()
    if _is_headed(board, head):
        end = before_title(board, index, end)  # not in "Office of Management and Budget Director N"
    topic = without_person(board, index, end)
    if index < topic <= end - _SHORTEST_NAME:
        return topic, ()  # "Director of the Office of Public Works N N"
    return _second_complement(board, _topic_list_end(board, end))


def _country_end(board: Board, index: int) -> int:
    """Return where the name of a country that begins here ends; `index` for none."""
    for stop in range(min(index + _LONGEST_COUNTRY, len(board.words)), index, -1):
        if (
            board.all_free(index, stop)
            and board.words[stop - 1].alpha
            and is_country(board.text(index, stop))
        ):
            return stop
    return index


def _topic_list_end(board: Board, end: int) -> int:
    """Go on over a list of topics that closes with "and": "Bureau of Culture, Radio and Tourism"."""
    index = end
    while board.low(index) == "," and board.name_at(index + 1) and board.words[index + 1].ent != "PERSON":
        stop = right_edge(board, index + 1, barrier=body_barrier())
        if any(word.low == "and" for word in board.words[index + 1 : stop]):
            return stop
        index = stop
    return end


def _second_complement(board: Board, end: int) -> Complement:
    """Take in whose it is: "Ministry of Foreign Affairs of Kazakhstan", "… of the X Committee"."""
    first = board.past_the(end + 1)
    if first >= len(board.words) or board.low(end) != "of":
        return end, ()
    pinned = board.starting(first)
    if pinned is not None and pinned.type == BODY:
        return pinned.end, (pinned,)
    for stop in range(min(first + _LONGEST_COUNTRY, len(board.words)), first, -1):
        if (
            board.all_free(first, stop)
            and board.words[stop - 1].alpha
            and is_country(board.text(first, stop))
        ):
            return stop, ()
    return end, ()


def _bracket(board: Board, end: int) -> int:
    """Take in a bracket that names the twin of a joint office: "(District Government)"."""
    if board.low(end) != "(":
        return end
    last = end + 1 + _LONGEST_TWIN
    close = next((i for i in range(end + 1, last) if board.low(i) == ")"), None)
    if close is None or board.low(close - 1) not in words("en", "bodies", "twins"):
        return end
    return close + 1 if all(word.capital for word in board.words[end + 1 : close]) else end


def _lower_body(board: Board, head: int) -> Phrase | None:
    """Read "county Party committee", "provincial government", "leading Party group"."""
    levels = mapping("en", "bodies", "levels")
    start = _lower_start(board, head)
    if board.low(head) == "group":
        if not _is_body_group(board, start, head):
            return None
        end, inner = _complement(board, head)
        return Phrase(start, end, BODY, "body-lower", head=head, inner=inner)
    titled = board.low(head + 1) in words("en", "posts", "heads") and board.low(head) == "committee"
    if titled and head and board.free(head - 1) and board.words[head - 1].pos in NOUNS and start == head:
        return Phrase(head - 1, head + 1, BODY, "body-lower", head=head, sure=False)
    joined = " ".join(word.low for word in board.words[start:head])
    if not any(joined.endswith(level) or f"{level} " in f"{joined} " for level in levels):
        return None
    return Phrase(start, head + 1, BODY, "body-lower", head=head, sure=False)


def _lower_start(board: Board, head: int) -> int:
    """Return where the words of level and organ before a small head begin, with a name before them."""
    levels, parts = mapping("en", "bodies", "levels"), words("en", "bodies", "lower_parts")
    start = head
    while (
        start > 0
        and board.free(start - 1)
        and (board.low(start - 1) in levels or board.low(start - 1) in parts)
    ):
        start -= 1
    named = board.name_at(start - 1) and board.words[start - 1].capital
    return start - 1 if named and board.low(start) in levels else start
