"""Bodies and enterprises: names that end in a head ("Commission", "Co., Ltd.") or go on after "of".

The grammar is that of Chinese and English official names alike: name words, an optional level word,
a topic and a head, then a complement ("Office of ...", "Bureau of ...", "Hospital of ...").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.phrases import Phrase, left_edge, namelike, phrase_at, right_edge
from graphbuild.languages import mapping, phrases, words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

BODY: Final = "Body"
ENTERPRISE: Final = "Enterprise"


def find_companies(board: Board) -> None:
    """Pin enterprises that end in a legal form: the surest of all names."""
    line, index = board.line.words, 0
    while index < len(line):
        form = phrase_at(board.line, index, "enterprises", "legal_forms")
        size = len(form) if line[index].capital or form == ("plc",) else 0
        if size:
            start = left_edge(board, index, barrier=_company_barrier())
            if start < index:
                board.pin(Phrase(start, index + size, ENTERPRISE, "legal-form", head=index))
            index += size
        else:
            index += 1


def _company_barrier() -> frozenset[str]:
    return words("en", "posts", "heads") | frozenset({"ltd.", "ltd", "inc.", "inc", "co.", "limited"})


def find_bodies(board: Board) -> None:
    """Pin bodies, right to left, so that a complement is known before the head that takes it."""
    for index in reversed(range(len(board.line.words))):
        if board.free(index) and board.line.words[index].low in words("en", "bodies", "heads"):
            phrase = _body(board, index)
            if phrase is not None:
                board.pin(phrase)


def find_fixed(board: Board) -> None:
    """Pin bodies of fixed name, acronyms among them, exactly as written ("UN", "White House")."""
    line = board.line.words
    for start in range(len(line)):
        size = len(phrase_at(board.line, start, "bodies", "fixed"))
        end = start + size
        exact = size and " ".join(word.text for word in line[start:end]) in words("en", "bodies", "fixed")
        if exact and all(board.free(i) for i in range(start, end)) and not _goes_on(board, end):
            board.pin(Phrase(start, end, BODY, "fixed-name", head=end - 1))


def _goes_on(board: Board, end: int) -> bool:
    line = board.line.words
    return end < len(line) and board.free(end) and namelike(line[end]) and line[end].low not in _title_words()


def _body(board: Board, head: int) -> Phrase | None:
    word = board.line.words[head]
    if head + 1 < len(board.line.words) and _runs_on(board, head):
        return None
    if word.capital:
        return _capital_body(board, head)
    if word.low in words("en", "bodies", "lower_heads") or word.low == "group":
        return _lower_body(board, head)
    return None


def _runs_on(board: Board, head: int) -> bool:
    """Whether the name goes on after the head ("Committee Room", "government departments")."""
    following = board.line.words[head + 1]
    word = board.line.words[head]
    if not board.free(head + 1):
        return False
    if word.capital:
        return namelike(following) and following.low not in _title_words() and following.ent != "PERSON" and following.pos != "VERB" and following.low not in words("en", "bodies", "heads")
    return following.pos in {"NOUN", "PROPN"} and following.low not in _title_words()


def _title_words() -> frozenset[str]:
    return words("en", "posts", "heads") | words("en", "posts", "modifiers")


def _body_barrier() -> frozenset[str]:
    return words("en", "posts", "heads") - {"general", "party", "justice", "leader", "delegate"} | frozenset({"acting", "vice", "deputy", "former"})


def _capital_body(board: Board, head: int) -> Phrase | None:
    line = board.line.words
    start = left_edge(board, head, barrier=_body_barrier())
    while start < head and line[start].low in {"mr.", "dr."}:
        start += 1
    inner: tuple[Phrase, ...] = ()
    end = head + 1
    if line[head].low in words("en", "bodies", "topical"):
        end, inner = _complement(board, head)
    end = _bracket(board, end)
    if line[head].low == "house" and (end == head + 1 or line[head + 1].low != "of"):
        return None
    if line[head].low == "group" and not _is_body_group(board, start, head):
        return None
    if line[head].low == "party" and (start == head or line[head - 1].low in mapping("en", "bodies", "levels")):
        return None
    if start == head and start > 0 and line[start - 1].low in mapping("en", "bodies", "levels") and not line[start - 1].capital:
        start -= 1
    name = " ".join(word.text for word in line[start:end])
    if start == head and end == head + 1 and name not in words("en", "bodies", "national"):
        return None
    return Phrase(start, end, BODY, "body-head", head=head, inner=inner)


def _is_body_group(board: Board, start: int, head: int) -> bool:
    text = " ".join(word.low for word in board.line.words[start : head + 1])
    return any(text.endswith(" ".join(form)) for form in phrases("en", "bodies", "body_groups"))


def _complement(board: Board, head: int) -> tuple[int, tuple[Phrase, ...]]:
    """Read "of the X" or "for X" after a head: X is a phrase already pinned, or a run of name words."""
    line = board.line.words
    index = head + 1
    if index >= len(line) or line[index].low not in {"of", "for", "on"}:
        return head + 1, ()
    index += 1
    while index < len(line) and line[index].low in {"the", "a", "an"}:
        index += 1
    pinned = board.starting(index)
    if pinned is not None:
        return (pinned.end, (pinned,)) if pinned.type in {BODY, ENTERPRISE, "Place"} else (head + 1, ())
    end = right_edge(board, index, barrier=_body_barrier() | {"mr.", "dr."})
    if end == index:
        return head + 1, ()
    return _second_complement(board, _topic_list_end(board, end))


def _topic_list_end(board: Board, end: int) -> int:
    """Go on over a list of topics that closes with "and": "Bureau of Culture, Radio, Television and Tourism"."""
    line, index = board.line.words, end
    while index + 1 < len(line) and line[index].text == "," and board.free(index + 1) and namelike(line[index + 1]) and line[index + 1].ent != "PERSON":
        stop = right_edge(board, index + 1, barrier=_body_barrier())
        if any(word.low == "and" for word in line[index + 1 : stop]):
            return stop
        index = stop
    return end


def _second_complement(board: Board, end: int) -> tuple[int, tuple[Phrase, ...]]:
    """Take in whose it is: "Ministry of Foreign Affairs of Kazakhstan", "… of the X Committee"."""
    line = board.line.words
    first = end + 1 + (end + 1 < len(line) and line[end + 1].low == "the")
    if first >= len(line) or line[end].low != "of":
        return end, ()
    pinned = board.starting(first)
    if pinned is not None and pinned.type == BODY:
        return pinned.end, (pinned,)
    for stop in range(min(first + 4, len(line)), first, -1):
        if all(board.free(i) for i in range(first, stop)) and any(p.level == 0 for p in gazetteer.lookup(board.line.text(first, stop))):
            return stop, ()
    return end, ()


def _bracket(board: Board, end: int) -> int:
    """Take in a bracket that names the twin of a joint office: "(District Government)"."""
    line = board.line.words
    if end >= len(line) or line[end].text != "(":
        return end
    close = next((i for i in range(end + 1, min(end + 6, len(line))) if line[i].text == ")"), None)
    if close is None:
        return end
    twin = line[close - 1].low in {"government", "committee"} and all(word.capital for word in line[end + 1 : close])
    return close + 1 if twin else end


def _lower_body(board: Board, head: int) -> Phrase | None:
    """Read "county Party committee", "provincial government", "leading Party group"."""
    line = board.line.words
    levels = mapping("en", "bodies", "levels")
    start = head
    while start > 0 and board.free(start - 1) and _lower_part(line[start - 1].low):
        start -= 1
    if start > 0 and line[start - 1].capital and namelike(line[start - 1]) and line[start].low in levels and board.free(start - 1):
        start -= 1
    if line[head].low == "group":
        if not _is_body_group(board, start, head):
            return None
        end, inner = _complement(board, head)
        return Phrase(start, end, BODY, "body-lower", head=head, inner=inner)
    joined = " ".join(word.low for word in line[start:head])
    if not any(joined.endswith(level) or f"{level} " in f"{joined} " for level in levels) or start == head:
        return None
    return Phrase(start, head + 1, BODY, "body-lower", head=head, sure=False)


def _lower_part(low: str) -> bool:
    return low in mapping("en", "bodies", "levels") or low in {"party", "people", "'s", "standing", "leading", "discipline", "inspection", "autonomous"}


def find_trade_names(board: Board) -> None:
    """Pin enterprises that end in a trade word ("Industrial Park", "Cold Chain Logistics Market")."""
    for index in reversed(range(len(board.line.words))):
        if board.free(index):
            size = _trade_size(board, index)
            if size:
                _pin_trade(board, index, size)


def _trade_size(board: Board, head: int) -> int:
    """Return how many words, ending at `head`, are a trade head; 0 for none."""
    line = board.line.words
    if not line[head].capital or head + 1 < len(line) and board.free(head + 1) and _name_goes_on(board, head):
        return 0
    for phrase in phrases("en", "enterprises", "trade_phrases"):
        size = len(phrase)
        if tuple(word.low for word in line[head - size + 1 : head + 1]) == phrase:
            return size
    return 1 if line[head].text in words("en", "enterprises", "trade_heads") else 0


def _name_goes_on(board: Board, head: int) -> bool:
    following = board.line.words[head + 1]
    return namelike(following) and following.low not in _title_words() and following.ent != "PERSON" and following.tag not in {"VBZ", "VBD"}


def _pin_trade(board: Board, head: int, size: int) -> None:
    line = board.line.words
    first = head - size + 1
    start = left_edge(board, first, barrier=_body_barrier() | {"group", "company", "corporation", "hospital", "factory"})
    if start == first or (size == 1 and line[head].text in words("en", "enterprises", "weak_heads") and not _proper(board, start, first)):
        return
    board.pin(Phrase(start, head + 1, ENTERPRISE, "trade-word", head=head))


def _proper(board: Board, start: int, end: int) -> bool:
    """Whether the words before a weak trade head hold a name rather than plain words in capitals."""
    found = board.line.words[start:end]
    return board.line.role != "title" and any(word.pos == "PROPN" and word.ent not in {"GPE", "NORP"} for word in found)


def take_complements(board: Board) -> None:
    """Let a site take the name after "of" in: "Third Hospital of Wanli District", "Port of the Y Zone"."""
    line = board.line.words
    for phrase in list(board.phrases):
        after = phrase.end + 1 + (phrase.end + 1 < len(line) and line[phrase.end + 1].low == "the")
        inner = board.starting(after) if phrase.end < len(line) and line[phrase.end].low == "of" else None
        if inner is None or inner.type not in {ENTERPRISE, "Place"} or inner.rule in {"deictic", "legal-form"}:
            continue
        about = phrase.rule == "project-phrase" and inner.rule == "site"
        site = about or phrase.rule in {"trade-word", "site"} or phrase.rule == "division" and line[phrase.head].low == "area"
        if site and line[phrase.head].low not in {"company", "group", "corporation", "bank", "enterprise", "materials"}:
            board.pin(replace(phrase, end=inner.end, inner=(*phrase.inner, inner)))
