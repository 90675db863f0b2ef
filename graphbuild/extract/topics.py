"""Projects and meetings: noun phrases with a lower-case head, named by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.honorifics import is_honorific
from graphbuild.extract.lexicon import POSSESSIVE, namelike, title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import NOUNS, PARTICIPLES, PASSIVE, PLACES, TIMES, TOLD
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
_LONGEST_INNER: Final = 4
_ACRONYM: Final = 3
_NEAR_VERB: Final = 4
_LONGEST_PERIOD: Final = 3
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_COMPANY: Final = _PLURAL | {"NN", "NNP", "JJ", "VBG"}


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
    if _is_of_person(board, start - 1):
        return 0
    if _modifies(word) or _is_plain_adjective(board, start - 1):
        return 1
    joins = word.low in words("en", "names", "joiners") and 2 <= start < head
    joins = joins and board.low(start - 2) not in words("en", "events", "projects.heads")
    joins = joins and board.low(start) != "other"  # "Tonga and other Island Forum members"
    if joins and _modifies(board.words[start - 2]) and board.free(start - 2):
        return 2
    possessive = word.text == "'s" and board.low(start - 2) in words("en", "names", "possessable")
    return int(word.text == '"' or possessive) or _name_before(board, start)


def _is_of_person(board: Board, index: int) -> bool:
    """Whether a person's name ends there whose "'s" a headline has lost: "N, Jr. Meeting with M"."""
    word = board.words[index]
    lost = word.low in words("en", "names", "juniors") or word.text == "s"
    named = index > 0 and {word.ent, board.words[index - 1].ent} == {"PERSON"}
    return lost or (board.line.headline and named)


def _name_before(board: Board, start: int) -> int:
    """Return the size of "Trading with" before "Asia Summit" when a determiner opens it, or 0."""
    link, first = start - 1, start - 1
    if board.low(link) not in words("en", "events", "meetings.inner_links") or not board.name_at(start):
        return 0
    host = board.at(link - 1)
    if host is not None and host.type == "Body" and board.low(link) == "to":
        return 1  # "Task Force to Address Floods Roundtable"
    while start - first <= _LONGEST_INNER and _is_inner(board, first - 1):
        first -= 1
    determined = words("en", "grammar", "determiners") | words("en", "events", "meetings.generic")
    opened = board.low(first - 1) in determined | words("en", "names", "counting")
    opened = opened or (board.line.headline and board.low(first - 1) == "of")
    return start - first if first < link and opened else 0


def _is_inner(board: Board, index: int) -> bool:
    """Whether a word in capitals stands there that neither holds a post nor is known by itself."""
    return board.name_at(index) and board.low(index) not in title_words() and not board.words[index].stop


def _modifies(word: Word) -> bool:
    """Whether a word may belong to the description of a project or meeting."""
    if word.low in words("en", "frames", "headline.verbs"):
        return False
    if word.capital and word.low in words("en", "posts", "heads") - words(
        "en", "posts", "barriers.in_topics"
    ):
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
    if start == run:
        start = _host_start(board, start)
    companied = line[head].low in words("en", "events", "meetings.companied")
    end = _complement(board, head, named=start < head or companied)
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


def _complement(board: Board, head: int, *, named: bool) -> int:
    """Read "on key projects", "of the Assembly", "with mining firms on fees" after a meeting's head.

    "N's meeting with mining firms" says too little to name it, unless something before the head does.
    """
    company = _company_end(board, head, head + 1)
    end = company if named or board.low(company) == "on" else head + 1
    if board.low(end) not in words("en", "events", "meetings.links") or _is_meeting_of_place(board, head):
        return end
    first = end + 1
    if board.low(end) == "for" and first < len(board.words) and board.words[first].ent == "PERSON":
        return end  # the guest is no topic: "a welcoming ceremony for Alvarado"
    topic = _topic_end(board, first)
    if topic == first or _is_list(board, end, topic):
        return end
    return _company_end(board, head, topic) if board.line.headline else topic


def _topic_end(board: Board, first: int) -> int:
    """Return where the topic of a meeting that begins at `first` ends; `first` for none."""
    line, index, end = board.words, first, first
    while index < len(line):
        pinned = board.at(index)
        if pinned is not None:
            index = end = pinned.end
        elif is_honorific(board.low(index)) and line[index].capital:
            index += 1
        elif _is_agentive(board, index):
            break
        elif _is_topic(line[index]) or _is_plain_adjective(board, index):
            index = end = index + 1
        elif line[index].text == "in" and _is_named_time(board, index + 1):
            return _time_end(board, index + 1)
        elif _goes_on_over(board, index) or _quotes_capitals(board, index):
            index += 1
        elif _is_acronym(board, index):
            index += _ACRONYM
        else:
            break
    return end


def _quotes_capitals(board: Board, index: int) -> bool:
    """Whether a quotation mark stands there before or between capitals: on "Red Flag" Laws."""
    return board.words[index].text in _QUOTES and board.name_at(index + 1)


def _is_agentive(board: Board, index: int) -> bool:
    """Whether "convened by" stands there: it says who held the meeting, not what it was about."""
    passive = board.words[index].tag in PASSIVE or board.low(index).endswith("ed")
    return passive and board.low(index + 1) == "by"


def _is_acronym(board: Board, index: int) -> bool:
    """Whether an acronym in brackets stands there inside the topic: "Protection Order (PO) laws"."""
    bracket = (
        board.low(index) == "(" and board.low(index + 2) == ")" and board.words[index + 1].text.isupper()
    )
    after = index + _ACRONYM
    return bracket and after < len(board.words) and board.words[after].pos in NOUNS


def _is_list(board: Board, link: int, end: int) -> bool:
    """Whether "of" leads to a list of those who met, in small letters: "of law firms, unions and schools"."""
    plural = board.words[end - 1].tag == "NNS" and not board.words[end - 1].capital
    return board.low(link) == "of" and plural and board.low(end) == "," and not board.name_at(end + 1)


def _company_end(board: Board, head: int, link: int) -> int:
    """Read "roundtable with mining firms": whom it brings together, when no one of them is named.

    Returns `link`, where "with" may stand, when it reads nothing there.
    """
    index = end = link + 1
    while index < len(board.words) and (size := _company_size(board, index)):
        index += size
        closed = _closes_company(board, index - 1) and board.low(index) not in POSSESSIVE
        end = index if closed else end
    formal = board.low(head) in words("en", "events", "meetings.companied") or board.words[head].capital
    listed = board.low(end) == "," and end + 1 < len(board.words) and board.words[end + 1].tag == "NNS"
    return end if board.low(link) == "with" and formal and end > link + 1 and not listed else link


def _closes_company(board: Board, index: int) -> bool:
    """Whether a plural or the name of a body ends there; in a headline the tagger sees few plurals."""
    word = board.words[index]
    plural = word.tag in _PLURAL or (board.line.headline and word.low.endswith("s"))
    return plural or not board.free(index)


def _company_size(board: Board, index: int) -> int:
    """Return how many words there tell whom a meeting brings together, a body as a whole; 0 for none."""
    pinned, word = board.starting(index), board.words[index]
    if pinned is not None:
        return pinned.end - index if pinned.type == "Body" and board.line.headline else 0
    joins = word.text in POSSESSIVE or word.low in words("en", "names", "joiners")
    if joins or (word.text == "," and board.line.headline):
        following = board.words[index + 1 : index + 2]
        return int(any(after.tag in _COMPANY or after.low == "and" for after in following))
    return int(board.free(index) and word.tag in _COMPANY and word.ent != "PERSON")


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
    """Whether a time that belongs to the topic follows: "new projects in May", not "Task Force in May"."""
    time = board.words[index : _time_end(board, index)]
    period = any(word.low in words("en", "events", "meetings.periods") for word in time)
    plain = not board.words[index - 2].capital and bool(time) and not time[0].text.isdigit()
    return period or plain


def _goes_on_over(board: Board, index: int) -> bool:
    """Whether a small word inside the topic stands there."""
    small = board.words[index].text in words("en", "events", "meetings.topic_small")
    linking = board.words[index].text in {"on", "to", "in", "for", "from"} and _is_capital_topic(board, index)
    return linking or (small and _leads_on(board, index))


def _is_capital_topic(board: Board, index: int) -> bool:
    """Whether capitals that name no place stand on both sides: "Access to Capital", "Health in the Mines"."""
    after = board.past_the(index + 1)
    capitals = board.words[index - 1].capital and board.name_at(after)
    if not capitals or board.low(index) != "in":
        return capitals
    scene = board.words[after].ent in PLACES | TIMES and board.words[index - 1].tag != "VBG"
    return board.line.headline and not scene


def _time_end(board: Board, index: int) -> int:
    """Return where a time ends that the name of a meeting takes in: "in the second quarter of 2021"."""
    periods = words("en", "events", "meetings.periods")
    near = (i + 1 for i in range(index, index + _LONGEST_PERIOD) if board.low(i) in periods)
    end = next(near, index)
    if end > index and board.low(end) == "of" and board.low(end + 1).isdigit():
        end += 2
    while end < len(board.words) and board.words[end].ent == "DATE":
        end += 1
    return end


def _leads_on(board: Board, index: int) -> bool:
    return index + 1 < len(board.words) and board.low(index) != "in"
