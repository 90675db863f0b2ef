"""Titles of posts: a head, its modifiers, and the body, enterprise or place that the post is in.

Reads "deputy secretary of the X Committee", "X Bureau director", "Kenyan President", "county Party
secretary", "Assistant Secretary for the Bureau of Y at the Department of Z".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.phrases import Phrase, namelike, phrase_at, right_edge
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names
from graphbuild.model import Mention, PostMention

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

_HOMES: Final = frozenset({"Body", "Enterprise", "Place", "Meeting"})
_LINKS: Final = frozenset({"of", "for", "at", "in", "to"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "our", "his", "her", "their", "this", "your"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase of a line: words `start` to `end`, the title proper, and its home."""

    start: int
    end: int
    text: str
    status: str
    head: str
    home: Phrase | None = None
    country: Mention | None = None
    level: str | None = None
    plural: bool = False

    def mention(self, board: Board) -> PostMention:
        """Return the title as a value with offsets."""
        home = board.mention(self.home) if self.home is not None else self.country
        return PostMention(board.line.cover(self.start, self.end), self.text, self.status, home, self.level)


def find_titles(board: Board) -> list[Title]:
    """Return the title phrases of the line, left to right, none overlapping another."""
    found: list[Title] = []
    index = 0
    while index < len(board.line.words):
        title = _title(board, index)
        if title is not None and (not found or title.start >= found[-1].end):
            found.append(title)
            index = title.end
        elif title is not None and title.end > found[-1].end and title.start < found[-1].end:
            index = title.end
        else:
            index += 1
    return found


def _head_size(board: Board, index: int) -> int:
    """Return how many words from `index` on are a title's head; 0 for none."""
    line = board.line.words
    if not board.free(index):
        return 0
    compound = phrase_at(board.line, index, "posts", "compounds")
    if compound:
        return len(compound)
    stem, _, suffix = line[index].low.rpartition("-")
    if stem in words("en", "posts", "heads") and suffix in words("en", "posts", "designate"):
        return 1
    return 1 if line[index].low in words("en", "posts", "heads") and line[index].pos != "VERB" else 0


def _title(board: Board, index: int) -> Title | None:
    line = board.line.words
    if line[index].low in words("en", "posts", "groups.heads") and line[index].low not in words("en", "posts", "heads"):
        return _group_title(board, index)
    size = _head_size(board, index)
    if not size or _is_modifier_only(board, index, size):
        return None
    start = _modifiers(board, index)
    first = start
    home, country, start = _home_before(board, start)
    governs = " ".join(word.low for word in line[index : index + size]) in mapping("en", "posts", "place_heads")
    end, after, tail, deictic = _home_after(board, index + size, governs=governs)
    level, first = _level(board, first, index + size)
    text = _wording(board, first, index + size) + tail
    status = _status(board, first, index + size)
    rank = _rank_before(board, start)
    if rank is not None:
        start -= 1
        status, text = rank, f"{_title_case(board.line.words[start].text)} {text}"
    start = _determiner(board, start)
    head = " ".join(word.low for word in line[index : index + size])
    level = deictic or level or mapping("en", "posts", "place_heads").get(head)
    country = country or _own_office(board, end)
    return Title(start, end, text, status, head, home=after or home, country=country, level=level)


def _rank_before(board: Board, start: int) -> str | None:
    """Read "Acting" in "Acting Wanli District Governor": it stands before the home."""
    low = board.line.words[start - 1].low if start > 0 and board.free(start - 1) else ""
    return next((status for status in ("acting", "former", "designate") if low in words("en", "posts", status)), None)


def _is_modifier_only(board: Board, index: int, size: int) -> bool:
    """Whether the head only modifies a later one ("Deputy Director", "General Manager")."""
    line = board.line.words
    after = index + size
    if after >= len(line) or not board.free(after):
        return False
    following = line[after].low
    if size == 1 and line[index].low in words("en", "posts", "modifiers") and _head_size(board, after):
        return True
    return size == 1 and line[index].low in {"deputy", "chief", "general", "assistant", "major", "lieutenant"} and following in words("en", "posts", "modifiers") and following != "general"


def _modifiers(board: Board, index: int) -> int:
    line, start = board.line.words, index
    while start > 0 and board.free(start - 1) and _is_modifier(line, start - 1):
        start -= 1
    # "National Climate Advisor": capitals between a word like "National" and the head are its portfolio.
    for size in (3, 2):
        far = start - size
        capital = far >= 0 and all(board.free(i) and line[i].capital and line[i].ent != "PERSON" for i in range(far, start))
        if capital and line[index].capital and line[far].low in {"national", "domestic", "special", "homeland"} and line[start - 1].pos != "VERB":
            return far
    return start


def _is_modifier(line: tuple[Word, ...], index: int) -> bool:
    low = line[index].low
    if low == "under":
        return line[index + 1].low == "secretary"
    if low in words("en", "posts", "modifiers") or low in words("en", "posts", "acting") or low in words("en", "posts", "former"):
        return True
    # "deputy" and "assistant" are heads that also modify.
    return low in {"deputy", "assistant", "vice", "associate"}


def _home_before(board: Board, start: int) -> tuple[Phrase | None, Mention | None, int]:
    """Read a home right before the title: "X Bureau director", "Ghana's foreign minister", "Kenyan President"."""
    line = board.line.words
    index = start
    if index >= 2 and line[index - 1].text in {"'s", "'"}:
        index -= 1
    if index >= 2 and line[index - 1].low == "its":
        owner = next((p for p in reversed(board.phrases) if p.end < index and p.type in {"Body", "Enterprise"}), None)
        return owner, None, start
    if index >= 2 and line[index - 1].low in {"whose", "where"}:
        index -= 1 + (line[index - 2].text == ",")
        pinned = board.at(index - 1)
        return (pinned, None, start) if pinned is not None and pinned.type in {"Body", "Enterprise"} else (None, None, start)
    pinned = board.at(index - 1) if index > 0 else None
    if pinned is not None and pinned.type in _HOMES - {"Meeting"} and pinned.end == index:
        return pinned, None, pinned.start
    if index > 0 and board.free(index - 1):
        place = gazetteer.demonym(line[index - 1].text) if line[index - 1].capital else None
        if place is not None:
            span = board.line.cover(index - 1, index)
            return None, Mention(board.line.document, span, "Place", line[index - 1].text, place.name), index - 1
        named = _named_home(board, index)
        if named is not None:
            return named, None, named.start
    return None, None, start


def _named_home(board: Board, end: int) -> Phrase | None:
    """Take an organisation that only the recogniser knows as the home of a capitalised title."""
    line = board.line.words
    start = end
    while start > 0 and board.free(start - 1) and line[start - 1].ent == "ORG" and namelike(line[start - 1]) and end - start < 4:
        start -= 1
    if start == end or end >= len(line) or not line[end].capital:
        return None
    phrase = Phrase(start, end, "Body", "title-home", head=end - 1, sure=False)
    board.pin(phrase)
    return phrase


def _home_after(board: Board, index: int, *, governs: bool) -> tuple[int, Phrase | None, str, str | None]:
    """Read complements: end, home, words that belong to the title itself, and a level pointed to."""
    line = board.line.words
    tail: list[str] = []
    home: Phrase | None = None
    level: str | None = None
    while index + 1 < len(line) and line[index].low in _LINKS and board.free(index):
        first = index + 1
        while first < len(line) and line[first].low in _DETERMINERS:
            first += 1
        if first > index + 1 and line[first - 1].low in {"its", "his", "her", "their"}:
            return _own_office_end(board, first), home, "".join(f" {part}" for part in tail), None
        pinned = board.at(first) if first < len(line) else None
        if pinned is not None and pinned.start == first and pinned.type in _HOMES:
            if line[index].low in {"to", "for"} and pinned.type == "Place":
                end = _past_places(board, pinned.end)
                tail.append(board.line.text(index, end))
                index = end
                continue
            name_end = _name_end(board, pinned)
            if name_end > pinned.end:
                return name_end, home, "".join(f" {part}" for part in tail), None
            home = home if home is not None and home.type == "Body" and pinned.type == "Place" else pinned
            index = pinned.end
            continue
        deictic = mapping("en", "places", "deictic").get(line[first].low) if first < len(line) and first > index + 1 else None
        if deictic and line[index].low in {"of", "in"}:
            return first + 1, home, "".join(f" {part}" for part in tail), deictic
        country = _country_end(board, first) if home is None and line[index].low in {"of", "in"} else first
        if country > first:
            home = Phrase(first, country, "Place", "gazetteer", head=country - 1)
            board.pin(home)
            index = country
            continue
        place = _governed_place(board, first, line[index].low, governs=governs) if home is None else first
        if place > first:
            home = Phrase(first, place, "Place", "governed", head=place - 1)
            board.pin(home)
            index = place
            continue
        end = _topic_end(board, first, line[index].low) if home is None else first
        if end == first:
            break
        tail.append(_tail_case(board.line.text(index, end)))
        index = end
    return index, home, "".join(f" {part}" for part in tail), level


def _name_end(board: Board, place: Phrase) -> int:
    """Return where an unknown name that begins with a place ends: "CEO of Savannah Energy" is of no place."""
    line, end = board.line.words, place.end
    if place.type != "Place" or board.line.role == "title":
        return end
    while end < len(line) and board.free(end) and namelike(line[end]) and line[end].ent in {"ORG", "PRODUCT"}:
        end += 1
    return end


def _tail_case(text: str) -> str:
    link, *rest = text.split()
    return " ".join([link, *(_title_case(word) if word.islower() and word not in _LINKS | {"and", "the"} else word for word in rest)])


def _own_office_end(board: Board, first: int) -> int:
    """Return the end of "of its Office"; without that word the title ends before "of"."""
    office = first < len(board.line.words) and board.line.words[first].low in {"office", "secretariat"}
    return first + 1 if office else first - 2


def _own_office(board: Board, title_end: int) -> Mention | None:
    """Return the office of the body named before: "secretary-general of X and director of its Office"."""
    line = board.line.words
    if title_end < 2 or line[title_end - 1].low not in {"office", "secretariat"} or line[title_end - 2].low != "its":
        return None
    body = next((p for p in reversed(board.phrases) if p.end < title_end and p.type == "Body"), None)
    if body is None:
        return None
    span = board.line.cover(title_end - 2, title_end)
    text = board.line.text(title_end - 2, title_end)
    return Mention(board.line.document, span, "Body", text, f"{line[title_end - 1].text.capitalize()} of {board.line.text(body.start, body.end)}")


def _governed_place(board: Board, first: int, link: str, *, governs: bool) -> int:
    """Return where the place ends that a mayor or governor is of, though no list knows it."""
    line = board.line.words
    if not governs or link != "of" or first >= len(line):
        return first
    end = first
    while end < len(line) and end - first < 3 and board.free(end) and namelike(line[end]) and line[end].low not in given_names():
        end += 1
    return end


def _country_end(board: Board, first: int) -> int:
    """Return where a country's name ends that the recogniser has glued to the name after it."""
    line = board.line.words
    for end in range(min(first + 4, len(line)), first, -1):
        free = all(board.free(i) for i in range(first, end)) and line[first].capital and line[end - 1].capital
        if free and any(place.level == 0 for place in gazetteer.lookup(board.line.text(first, end))):
            return end
    return first


def _past_places(board: Board, end: int) -> int:
    """Take coordinated places in: "for the Middle East and North Africa"."""
    line = board.line.words
    while end + 1 < len(line) and line[end].low == "and":
        following = board.starting(end + 1 + (line[end + 1].low == "the"))
        if following is None or following.type != "Place":
            break
        end = following.end
    return end


def _topic_end(board: Board, first: int, link: str) -> int:
    """Return where a capitalised topic ends ("of State for Management and Resources"); `first` for none."""
    line = board.line.words
    if link not in {"of", "for", "to"} or first >= len(line) or line[first].ent in {"PERSON", "DATE"}:
        return first
    if link == "of" and line[first].low in words("en", "posts", "modifiers") and line[first].pos == "NOUN" and not line[first].capital:
        return first + 1
    if link == "to" and line[first].low not in {"president", "prime", "minister", "governor"}:
        return first
    barrier = frozenset({"mr.", "dr."}) if link == "to" else _titles()
    end = right_edge(board, first, barrier=barrier)
    joint = next((i for i in range(first, end - 1) if line[i].low == "and" and line[i + 1].low in words("en", "posts", "heads")), None)
    end = joint if link == "to" and joint is not None else end
    while end > first and line[end - 1].ent == "PERSON":
        end -= 1
    return _portfolio_end(board, first, end)


def _portfolio_end(board: Board, first: int, end: int) -> int:
    """Stop where known words of a portfolio end and two or three others, a name, follow."""
    line = board.line.words
    known = words("en", "posts", "modifiers") | words("en", "posts", "portfolios.words") | {"and", "of", "the", "for"}
    last = next((i for i in range(first, end) if line[i].low not in known), end)
    rest = line[last:end]
    name = last > first and 2 <= len(rest) <= 4 and all(word.capital for word in rest)
    return last if name else end


def _titles() -> frozenset[str]:
    return words("en", "posts", "heads") - {"general", "justice"} | {"mr.", "dr.", "deputy", "vice"}


def _level(board: Board, start: int, end: int) -> tuple[str | None, int]:
    """Split a leading level word off: "county Party secretary" is the Party secretary of a county."""
    line = board.line.words
    levels = mapping("en", "bodies", "levels")
    keeps = {"head", "leader", "leaders", "magistrate", "level"}
    for index in range(start, end - 1):
        if line[index].low in levels and line[index].low not in {"national", "federal", "central", "state", "league"}:
            level = levels[line[index].low]
            return level, start if line[end - 1].low in keeps else (index + 1 if index == start else start)
    return None, start


def _wording(board: Board, start: int, end: int) -> str:
    return " ".join(_title_case(word.text) for word in board.line.words[start:end] )


def _title_case(word: str) -> str:
    if word.isupper():
        return word
    return "-".join(part[:1].upper() + part[1:] if part not in {"in", "of"} else part for part in word.split("-"))


def _status(board: Board, start: int, end: int) -> str:
    found = {part for word in board.line.words[max(0, start - 1) : end] for part in (word.low, word.low.rpartition("-")[2])}
    for status in ("acting", "former", "designate"):
        if found & words("en", "posts", status):
            return status
    return "held"


def _determiner(board: Board, start: int) -> int:
    line = board.line.words
    while start > 0 and board.free(start - 1) and (line[start - 1].low in _DETERMINERS or line[start - 1].low in {"newly", "then", "current"}):
        start -= 1
    return start


def _group_title(board: Board, index: int) -> Title | None:
    """Read a plural before names ("county leaders A and B"): it groups them and gives no post."""
    start = index
    line = board.line.words
    while start > 0 and board.free(start - 1) and (line[start - 1].low in mapping("en", "bodies", "levels") or line[start - 1].low in {"other", "municipal", "main"}):
        start -= 1
    return Title(start, index + 1, "", "held", line[index].low, plural=True)
