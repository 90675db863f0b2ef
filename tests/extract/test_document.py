"""What leaves extraction: quotes that hold, chains that are used."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.extract.document import evidence_holds
from graphbuild.model import Extraction
from tests.reading import read_extraction

PIECES = st.sampled_from(
    [
        "Tan Yishan visited Pingshun County.",
        "Niu Changgeng accompanied him.",
        "Edwin Mutua will meet Ingrid Solberg.",
        "Tan Yishan, mayor of Yunmo City, chaired the Yunmo Spring Work Conference.",
        "He then came to Henglu Paper Co., Ltd.",
        "The first stop was Baishi Town.",
        "On March 9, our city was visited by nobody.",
        "\n\n",
        "Accompanied by her, he left.",
        "The delegation went to Lusaka.",
        "At Lusaka, Edwin Mutua asked about it.",
        "The Municipal Party Committee met.",
        "Henglu Paper Co., Ltd. invested 3 million yuan in the Baishi Reservoir Project.",
        "The meeting was attended by Tan.",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=8).map(" ".join).filter(lambda text: any(c.isalpha() for c in text))
)


def consistent(found: Extraction) -> None:
    """Assert what holds for every extraction."""
    chains = {chain.id for chain in found.chains}
    posts = {post.id for post in found.posts}
    happenings = {happening.id for happening in found.happenings}
    sentences = {sentence.span for sentence in found.sentences}
    assert evidence_holds(found)
    assert all(mention.refers_to in chains for mention in found.mentions)
    for claim in found.claims:
        assert claim.subject in chains
        assert claim.object in (posts if claim.relation == "holdsPost" else chains)
        assert claim.subject != claim.object
        assert claim.event is None or claim.event in happenings
        assert 0 < claim.confidence <= 1
        assert set(claim.evidence.sentences) <= sentences
        assert len(set(claim.evidence.sentences)) == len(claim.evidence.sentences) > 0
        spans = [span for _, span in claim.evidence.mentions]
        assert all(any(sentence.covers(span) for sentence in claim.evidence.sentences) for span in spans)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_extractions_are_consistent(text: str) -> None:
    """For any article: quotes equal the text, references lead somewhere, evidence supports its roles."""
    consistent(read_extraction(text, published="2018-03-12"))


def test_evidence_begins_with_the_act() -> None:
    """The sentence of the act comes first; the one that says who "he" is follows."""
    text = "Tan Yishan visited Pingshun County. Niu Changgeng accompanied him."
    found = read_extraction(text)
    (claim,) = (claim for claim in found.claims if claim.relation == "accompanied")
    quotes = [found.document.quote(span) for span in claim.evidence.sentences]
    assert quotes == ["Niu Changgeng accompanied him.", "Tan Yishan visited Pingshun County."]


def test_wrong_quotes_are_noticed() -> None:
    """A sentence whose text is not at its offsets is found out."""
    found = read_extraction("Tan Yishan visited Pingshun County.")
    first = replace(found.sentences[0], text="Tan Yishan fled Pingshun County.")
    assert evidence_holds(found)
    assert not evidence_holds(replace(found, sentences=(first, *found.sentences[1:])))


def test_all_sentences_are_counted() -> None:
    """The number of sentences read includes those that gave nothing."""
    assert read_extraction("The sun rose. The birds sang. Tan Yishan spoke.").sentences_read == 3


def test_same_text_gives_the_same_extraction() -> None:
    """Extraction is a function of the document."""
    text = "Tan Yishan visited Pingshun County. Niu Changgeng accompanied him on May 4."
    again = read_extraction.__wrapped__(text)
    assert again == read_extraction(text)
    assert [claim.id for claim in again.claims] == [claim.id for claim in read_extraction(text).claims]
