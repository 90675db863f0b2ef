"""Extractions without end for the tests of the store: any values that the types of the model allow."""

from __future__ import annotations

from hypothesis import strategies as st

from graphbuild.model import (
    Block,
    BlockRole,
    Chain,
    Claim,
    Document,
    EventDate,
    Evidence,
    Extraction,
    Happening,
    Mention,
    Post,
    Sentence,
    Span,
)

ANY_TEXT = st.text(st.characters(), max_size=12) | st.text("a\ud800\udfff\U0010ffff\U000f0000\0", max_size=6)
"""Text of any code points: lone surrogates too, and what they are stored as."""

NUMBERS = st.integers(0, 2**40)
SPANS = st.builds(Span, NUMBERS, NUMBERS)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Return short tuples of values."""
    return st.lists(values, max_size=3).map(tuple)


MAYBE = st.none() | ANY_TEXT
DOCUMENTS = st.builds(
    Document,
    text=ANY_TEXT,
    blocks=tuples(st.builds(Block, SPANS, st.sampled_from(BlockRole))),
    title=ANY_TEXT,
    url=MAYBE,
    publisher=MAYBE,
    published=MAYBE,
    language=ANY_TEXT,
    locus=MAYBE,
    source=ANY_TEXT,
)
DATES = st.builds(EventDate, ANY_TEXT, ANY_TEXT, MAYBE, MAYBE, st.booleans(), ANY_TEXT, ANY_TEXT)
EVIDENCE = st.builds(Evidence, ANY_TEXT, tuples(SPANS), tuples(st.tuples(ANY_TEXT, SPANS)), ANY_TEXT)
CLAIMS = st.builds(
    Claim,
    *(ANY_TEXT, ANY_TEXT, ANY_TEXT, EVIDENCE, ANY_TEXT),
    confidence=st.floats(0, 1),
    event=MAYBE,
    position=st.none() | st.integers(-(2**40), 2**40),
    date=st.none() | DATES,
)
EXTRACTIONS = st.builds(
    Extraction,
    document=DOCUMENTS,
    sentences=tuples(st.builds(Sentence, ANY_TEXT, SPANS, ANY_TEXT)),
    mentions=tuples(st.builds(Mention, ANY_TEXT, SPANS, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)),
    chains=tuples(
        st.builds(
            Chain,
            *(ANY_TEXT, ANY_TEXT, ANY_TEXT, tuples(ANY_TEXT), MAYBE),
            attributes=tuples(st.tuples(ANY_TEXT, ANY_TEXT)),
        )
    ),
    posts=tuples(st.builds(Post, ANY_TEXT, ANY_TEXT, MAYBE)),
    claims=tuples(CLAIMS),
    happenings=tuples(
        st.builds(Happening, ANY_TEXT, ANY_TEXT, MAYBE, st.none() | DATES, tuples(ANY_TEXT), MAYBE)
    ),
    sentences_read=NUMBERS,
)
