"""The board on which grammars pin what they recognise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.phrases import Board, Phrase
from graphbuild.model import BlockRole, Line, Span, Word

SIZE = 12


def board() -> Board:
    """Return an empty board over a line of twelve words."""
    words = tuple(
        Word(f"W{i}", f"w{i}", f"w{i}", "PROPN", "NNP", "", "dep", i, 4 * i, 4 * i + 3, stop=False)
        for i in range(SIZE)
    )
    return Board(Line("d", Span(0, words[-1].end), BlockRole.PARAGRAPH, words))


PHRASES = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.integers(1, 5)).map(
        lambda pair: Phrase(pair[0], min(SIZE, pair[0] + pair[1]), "Place", "test")
    ),
    max_size=15,
)


@given(PHRASES)
def test_pinned_phrases_never_overlap(phrases: list[Phrase]) -> None:
    """Whatever is pinned in whatever order, top-level phrases stay apart and in order."""
    here = board()
    for phrase in phrases:
        here.pin(phrase)
    assert all(left.end <= right.start for left, right in zip(here.phrases, here.phrases[1:], strict=False))


@given(PHRASES)
def test_pin_says_whether_it_held(phrases: list[Phrase]) -> None:
    """A phrase that was accepted covers its words; one that was refused changed nothing."""
    here = board()
    for phrase in phrases:
        before = list(here.phrases)
        if here.pin(phrase):
            assert here.starting(phrase.start) == phrase
            assert not any(here.free(i) for i in range(phrase.start, phrase.end))
        else:
            assert here.phrases == before


def test_larger_phrase_takes_in_smaller_ones() -> None:
    """A phrase that covers others replaces them; one that crosses another's edge is refused."""
    here = board()
    small, large, crossing = Phrase(2, 4, "Place", "t"), Phrase(1, 6, "Body", "t"), Phrase(5, 8, "Body", "t")
    assert here.pin(small)
    assert here.pin(large)
    assert not here.pin(crossing)
    assert here.phrases == [large]


def test_mention_quotes_the_line() -> None:
    """A mention has the document's offsets and a name on one line."""
    mention = board().mention(Phrase(1, 3, "Place", "t"))
    assert (mention.span, mention.text, mention.name) == (Span(4, 11), "W1 W2", "W1 W2")


@given(PHRASES, st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
def test_every_word_has_the_phrase_that_covers_it(phrases: list[Phrase], start: int, end: int) -> None:
    """The phrases listed, the words that are free and the phrase at each word tell the same story."""
    here = board()
    for phrase in phrases:
        here.pin(phrase)
    here.unpin(start, end)
    covering = [next((p for p in here.phrases if p.start <= i < p.end), None) for i in range(SIZE)]
    assert covering == [here.at(index) for index in range(SIZE)]
    assert here.all_free(start, end) == all(here.free(index) for index in range(start, end))
    assert len(set(here.phrases)) == len(here.phrases)
