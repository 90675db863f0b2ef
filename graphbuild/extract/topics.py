"""Projects and meetings: noun phrases with a lower-case head, named by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.honorifics import is_honorific
from graphbuild.extract.lexicon import namelike
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import NOUNS, PARTICIPLES, TIMES, TOLD
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

PROJECT: Final = "Project"
MEETING: Final = "Meeting"
_NOMINAL: Final = NOUNS | {"ADJ", "NUM", "X", "SYM"}
_UNNAMING: Final = frozenset({"ADV", "DET"})
_HOSTS: Final = frozenset({"Body", "Place"})
_QUOTES: Final = frozenset({'"', "\u201c", "\u201d", "``", "''"})
_LONGEST_QUOTE: Final = 8
_LONGEST: Final = 14
_NEAR_VERB: Final = 4


def find_projects(board: Board) -> None:
    """Pin projects that a phrase of more than generic words names ("the key project" names none)."""
    heads, generic = words("en", "events", "projects.heads"), words("en", "events", "projects.generic")
    for head, word in enumerate(board.words):
        if word.low in heads and board.free(head):
            start = _with_phase(board, _strip(board, _modifiers(board, head), head, generic), head)
            topic = board.low(head + 1) in words("en", "events", "projects.topics")
            if _is_named(board, start, head) and not topic:
                board.pin(Phrase(start, _object_end(board, head), PROJECT, "project-phrase", head=head))


def _is_named(board: Board, start: int, head: int) -> bool:
    """Whether the words before the head name one project: one plain noun ("farming project") does not."""
    run = board.words[start:head]
    plain = len(run) == 1 and run[0].text.islower() and "-" not in run[0].text
    owned = board.low(head + 1) == "of" and board.past_the(head + 2) < len(board.words)
    owned = owned and board.words[board.past_the(head + 2)].capital
    return bool(run) and (owned or not plain)


def _with_phase(board: Board, start: int, head: int) -> int:
    """Take in "second phase of the", and a whole quotation, before a project's name."""
    quoted = [i for i in range(start, head) if board.words[i].text in _QUOTES]
    if len(quoted) == 1:
        opening = next((i for i in range(quoted[0] - 1, -1, -1) if board.words[i].text in _QUOTES), None)
        inside = opening is not None and quoted[0] - opening <= _LONGEST_QUOTE
        return opening if opening is not None and inside else quoted[0] + 1
    before = start - (board.low(start - 1) == "the")
    phased = board.low(before - 1) == "of" and board.low(before - 2) in words(
        "en", "events", "projects.phases"
    )
    ordinal = board.low(before - 3) in words("en", "names", "counting") and board.free(before - 3)
    return before - 3 if phased and ordinal and start < head else start


def _object_end(board: Board, head: int) -> int:
    """Take in what the project is about: "expansion project of the packaging line"."""
    if board.low(head + 1) != "of" or board.low(head + 2) != "the":
        return head + 1
    first = end = head + 3
    while (
        end < len(board.words)
        and board.free(end)
        and _modifies(board.words[end])
        and not board.words[end].capital
    ):
        end += 1
    return end if end - first >= 2 else head + 1


def _modifiers(board: Board, head: int) -> int:
    """Return where the run of nouns, adjectives and participles before `head` begins."""
    start = head
    while start > 0 and head - start < _LONGEST and board.free(start - 1):
        step = _step_left(board, start, head)
        if not step:
            break
        start -= step
    while start < head and board.words[start].text in {"'s", "and"}:
        start += 1
    return start


def _step_left(board: Board, start: int, head: int) -> int:
    """Return how many words to the left of `start` belong to the run: 0, 1, or 2 with "and"."""
    word = board.words[start - 1]
    if _modifies(word):
        return 1
    joins = word.low in words("en", "names", "joiners") and 2 <= start < head
    joins = joins and board.low(start - 2) not in words("en", "events", "projects.heads")
    if joins and _modifies(board.words[start - 2]) and board.free(start - 2):
        return 2
    possessive = word.text == "'s" and board.low(start - 2) in words("en", "names", "possessable")
    return int(word.text == '"' or possessive)


def _modifies(word: Word) -> bool:
    """Whether a word may belong to the description of a project or meeting."""
    if word.low in words("en", "frames", "headline.verbs"):
        return False
    if word.capital and word.low in words("en", "posts", "heads"):
        return False
    if word.pos in _NOMINAL or word.tag in PARTICIPLES:
        return word.low not in words("en", "names", "openers") and not (word.stop and word.pos in _UNNAMING)
    return namelike(word)


def _strip(board: Board, start: int, head: int, generic: frozenset[str]) -> int:
    """Drop generic words from the left; return `head` when nothing else is left."""
    line = board.words
    while start < head and (line[start].low in generic or line[start].text == "'s"):
        start += 1
    if all(word.low in generic or word.text == '"' for word in line[start:head]):
        return head
    unpaired = sum(word.text == '"' for word in line[start:head]) % 2
    return start + (line[start].text == '"' and unpaired == 1)


def find_meetings(board: Board) -> None:
    """Pin meetings with a name or a description; "the meeting" alone is left to coreference."""
    heads = words("en", "events", "meetings.heads")
    for head, word in enumerate(board.words):
        known = word.low in heads or _is_capital_head(board, head)
        if known and board.free(head) and word.pos != "VERB" and not _runs_on(board, head):
            phrase = _meeting(board, head)
            if phrase is not None:
                board.pin(phrase)


def _is_capital_head(board: Board, head: int) -> bool:
    """Whether a word that is a meeting's head only in capitals stands there, and names no holiday."""
    if board.words[head].text not in words("en", "events", "meetings.capital_heads"):
        return False
    return board.low(head - 1) not in words("en", "events", "meetings.holidays")


def _runs_on(board: Board, head: int) -> bool:
    """Whether "meeting" only modifies what follows: "Conference Centre", "meeting room"."""
    if board.words[head].capital:
        return board.name_at(head + 1)
    return head + 1 < len(board.words) and board.words[head + 1].pos in NOUNS


def _meeting(board: Board, head: int) -> Phrase | None:
    line = board.words
    run = _modifiers(board, head)
    start = _strip(board, run, head, words("en", "events", "meetings.generic"))
    end = _complement(board, head)
    if start == run:
        start = _host_start(board, start)
    formal = line[head].low in words("en", "events", "meetings.formal")
    if start == head and not (formal and end > head + 1) and not _is_held(board, run, head):
        return None
    named = any(word.capital and namelike(word) for word in line[start : head + 1])
    return Phrase(
        start, end, MEETING, "meeting-name" if named else "meeting-description", head=head, sure=named
    )


def _is_held(board: Board, run: int, head: int) -> bool:
    """Whether the line introduces the meeting: "a symposium was held", "convened a meeting"."""
    articles = words("en", "grammar", "indefinite")
    if not any(board.low(index) in articles for index in (run, run - 1)):
        return False
    after = board.words[head + 1 : head + 1 + _NEAR_VERB]
    before = board.words[max(0, run - _NEAR_VERB) : run]
    lemmas = words("en", "events", "meetings.held")
    if board.low(head) == "meeting":
        lemmas -= words("en", "events", "meetings.held_alone")
    passive = any(
        word.tag == "VBN" and word.lemma in words("en", "events", "meetings.held") for word in after
    )
    return passive or any(word.tag in TOLD and word.lemma in lemmas for word in before)


def _host_start(board: Board, start: int) -> int:
    """Take in the body or place whose meeting it is: "Wanli County People's Congress session"."""
    before = board.at(start - 1)
    hosts = before is not None and before.type in _HOSTS and before.end == start and before.rule != "deictic"
    return before.start if before is not None and hosts else start


def _complement(board: Board, head: int) -> int:
    """Read "on key projects", "of the Assembly" after a meeting's head; return the end."""
    line, index, end = board.words, head + 2, head + 1
    if board.low(head + 1) == "with" and not board.words[head].capital:
        return _company_end(board, head)
    if board.low(head + 1) not in words("en", "events", "meetings.links") or _is_meeting_of_place(
        board, head
    ):
        return end
    while index < len(line):
        pinned = board.at(index)
        if pinned is not None:
            index = end = pinned.end
        elif is_honorific(board.low(index)) and line[index].capital:
            index += 1
        elif _is_topic(line[index]) or _is_plain_adjective(board, index):
            index = end = index + 1
        elif line[index].text == "in" and _is_named_time(board, index + 1):
            return _time_end(board, index + 1)
        elif _goes_on_over(board, index):
            index += 1
        else:
            break
    return end


def _company_end(board: Board, head: int) -> int:
    """Read "roundtable with mining firms": whom it brings together, when no one of them is named."""
    end = head + 2
    while end < len(board.words) and board.free(end) and board.words[end].tag in {"NN", "NNS", "JJ", "VBG"}:
        end += 1
    formal = board.low(head) in words("en", "events", "meetings.companied")
    return end if formal and end > head + 2 and board.words[end - 1].tag == "NNS" else head + 1


def _is_plain_adjective(board: Board, index: int) -> bool:
    """Whether a word that is also a rank qualifies a plural noun: "Major Projects"."""
    following = board.words[index + 1] if index + 1 < len(board.words) else None
    return (
        following is not None
        and board.low(index) in words("en", "posts", "ranks.heads")
        and following.tag in {"NNS", "NNPS"}
    )


def _is_meeting_of_place(board: Board, head: int) -> bool:
    """Whether a small head has a place behind it ("meeting of X"): that says where, not what."""
    after = board.at(board.past_the(head + 2))
    small = board.low(head + 1) == "of" and not board.words[head].capital
    return small and after is not None and after.type == "Place"


def _is_topic(word: Word) -> bool:
    return (_modifies(word) and word.ent not in TIMES) or word.text == "'s" or word.low == "up"


def _is_named_time(board: Board, index: int) -> bool:
    """Whether a time that belongs to the topic follows: "in May", not "in 2024"."""
    return (
        index < len(board.words)
        and board.words[index].ent == "DATE"
        and not board.words[index].text.isdigit()
    )


def _goes_on_over(board: Board, index: int) -> bool:
    """Whether a small word inside the topic stands there."""
    small = board.words[index].text in words("en", "events", "meetings.topic_small")
    linking = board.words[index].text in {"on", "to"} and _is_capital_topic(board, index)
    return linking or (small and _leads_on(board, index))


def _is_capital_topic(board: Board, index: int) -> bool:
    """Whether capitals stand on both sides: "Task Force on Fair Housing", "Access to Capital"."""
    return board.words[index - 1].capital and board.name_at(index + 1)


def _time_end(board: Board, index: int) -> int:
    """Return where a time ends that the name of a meeting takes in: "in the second quarter of 2021"."""
    while index < len(board.words) and board.words[index].ent == "DATE":
        index += 1
    return index


def _leads_on(board: Board, index: int) -> bool:
    return index + 1 < len(board.words) and board.low(index) != "in"
