"""Where sentences end."""

from __future__ import annotations

import pytest

from graphbuild.model import BlockRole
from tests.reading import article, read_lines


def sentences(text: str, *, title: str = "") -> list[str]:
    """Return the sentences of a text as quoted."""
    document = article(text, title=title)
    return [document.quote(line.span) for line in read_lines(text, title=title)]


@pytest.mark.parametrize(
    "text",
    [
        "Shu Lan visited Henglu Paper Co., Ltd. and Qiming Silk Co., Ltd. on May 3.",
        "The workshop of Henglu Paper Co., Ltd. Pingshun Branch was busy.",
        "Dr. Edwin Mutua met Mrs. Ingrid Solberg and Gen. Pavel Orlov.",
        "Sen. Harold J. Pike met John Q. Adeyemi, Jr. of Cocoa Growers Inc. in Accra.",
        "The U.S. Special Envoy arrived at 9 a.m. on Jan. 5.",
        "The output is 3.5 million tons, up 4.2 percent.",
        "The No. 2 Middle School thanked her.",
        "“We are ready,” said Shu Lan, “and the road is open.”",
        "Shu Lan asked (how many?) and listened.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    """Stops inside abbreviations, legal forms, numbers and quotations end nothing."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shu Lan visited Henglu Paper Co., Ltd. She praised it.", 2),
        ("Shu Lan visited Henglu Paper Co., Ltd. The workers cheered.", 2),
        ("The bridge opened in Jan. The road followed.", 2),
        ("Who was there? Shu Lan! Nobody else.", 3),
        ("“The road is open.” Shu Lan nodded.", 2),
        ("He gave 3 million yuan. 20 families moved.", 2),
        ("She came at 5 p.m. The guests left.", 2),
    ],
)
def test_sentences_are_parted(text: str, count: int) -> None:
    """A stop, question or exclamation mark ends a sentence when a new one can begin."""
    assert len(sentences(text)) == count


def test_paragraph_end_is_a_sentence_end() -> None:
    """A paragraph without a full stop does not run into the next."""
    first = "Present were the mayor of the city and all of the heads of the bureaus of the county of Pingshun"
    assert sentences(f"Shu Lan spoke.\n\n{first}\n\nThe road is open.")[-1] == "The road is open."


def test_title_is_a_line_of_its_own() -> None:
    """The headline is one line with the role of a title."""
    lines = read_lines("Shu Lan opened the bridge today.", title="Shu Lan Opens Bridge")
    assert [line.role for line in lines] == [BlockRole.TITLE, BlockRole.PARAGRAPH]


def test_company_in_the_middle_of_a_list() -> None:
    """A capitalised name after "Ltd." belongs to the list; a pronoun begins a new sentence."""
    text = "She saw Henglu Paper Co., Ltd., Qiming Silk Co., Ltd. and Baiyun Seed Co., Ltd. They were busy."
    assert [part.split()[0] for part in sentences(text)] == ["She", "They"]
