"""Plain pages: which part is title, header field, prose, caption or furniture."""

from __future__ import annotations

import pytest

from graphbuild.errors import ReadError
from graphbuild.model import BlockRole, Document
from graphbuild.read import read_text

TITLE = "Mayor Ren Dalu Visits the Cement Works"
FIRST = "On April 4, Ren Dalu, mayor of Shanxia City, visited the cement works and asked about safety."
SECOND = (
    "He stressed that every department must support the enterprise, and that no bell may be left unanswered."
)
FURNITURE = BlockRole.FURNITURE
FIELD = BlockRole.FIELD
PARAGRAPH = BlockRole.PARAGRAPH
CAPTION = BlockRole.CAPTION


def page(*lines: str) -> str:
    """Put lines into a page, a blank line between them."""
    return "\n\n".join(lines)


def roles(document: Document) -> list[tuple[BlockRole, str]]:
    """Return the role and text of every block."""
    return [(block.role, document.quote(block.span)) for block in document.blocks]


def quotes(document: Document, role: BlockRole) -> list[str]:
    """Return the texts of the blocks of one role."""
    return [quote for found, quote in roles(document) if found == role]


def test_title_and_paragraphs_are_told_apart() -> None:
    """The first line is the title, the others are prose."""
    document = read_text(page(TITLE, FIRST, SECOND))
    assert document.title == TITLE
    assert roles(document) == [(BlockRole.TITLE, TITLE), (PARAGRAPH, FIRST), (PARAGRAPH, SECOND)]


HEADERS = [
    ("release time:\n\n2023-08-04 11:24", "2023-08-04", None),
    ("Source: Shanxia Daily   Views: 318", None, "Shanxia Daily"),
    (
        "2024-05-23 20:14   Source: Hill Portal   Author: Lu An, Qu Bo   Share: WeChat | Weibo",
        "2024-05-23",
        "Hill Portal",
    ),
    ("Time: 2021-04-16 09:42:10 Source: This site Hits: 77", "2021-04-16", None),
    (
        "[Notice] 10-08   From: Duck Pond Scenic Area    (internship editor: Lu An)",
        None,
        "Duck Pond Scenic Area",
    ),
    ("TIME : 2020-01-20    CLICK : 1043", "2020-01-20", None),
    ("2017-05-25    [Font size: large medium small]", "2017-05-25", None),
    ("Release date: 2021-03-10   Author: Lu An   Editor: Qu Bo   [Print] [Close]", "2021-03-10", None),
    ("Shanxia County News Network  October 17", None, "Shanxia County News Network"),
    ("Shanxia Evening News, October 17, 2022", "2022-10-17", "Shanxia Evening News"),
    (
        "release time: 2022-08-16    Source: Hill Daily    By staff reporter Ouyang Lu",
        "2022-08-16",
        "Hill Daily",
    ),
    ("Source: Hill Daily 2023/08/04", "2023-08-04", "Hill Daily"),
    ("Updated: 2023-08-05  Published: 2023-08-04", "2023-08-04", None),
    ("Date: 13/08/2023", "2023-08-13", None),
    ("Date: 03/04/2023", None, None),
    ("Date: 2023-02-30", None, None),
    ("date: 20230905", "2023-09-05", None),
    ("date: 2020-07", None, None),
    ("Source: Brick and Tile Co., Ltd.", None, "Brick and Tile Co., Ltd."),
    ("source: archive-of-news/set_21 part/sources/file.en lines 181-189 (original English)", None, None),
    ("发布时间：2023-08-04 11:24　来源：山下日报　浏览次数：33次", "2023-08-04", "山下日报"),
    ("来源：本站　作者：李小 王大　【打印】【关闭】", None, None),
    ("發布時間：2023年8月4日　來源：山下日報", "2023-08-04", "山下日報"),
]


@pytest.mark.parametrize(("header", "published", "publisher"), HEADERS)
def test_header_fields_are_read(header: str, published: str | None, publisher: str | None) -> None:
    """Each shape of header is a field, whole, and gives its day and publisher and no more."""
    document = read_text(page(TITLE, header, FIRST, SECOND), language="en")
    assert (document.published, document.publisher) == (published, publisher)
    assert quotes(document, FIELD) == header.split("\n\n")
    assert quotes(document, PARAGRAPH) == [FIRST, SECOND]
    assert document.title == TITLE


def test_header_gives_the_address_of_the_page() -> None:
    """A source that is an address is the url, not the publisher, whatever notes follow it."""
    address = "https://news.example.org/2022/03/19/" + "visit-of-the-mayor-" * 20
    document = read_text(page(TITLE, f"source: {address} (copy of the page)\ndate: 2022-03-19", FIRST))
    assert (document.url, document.publisher, document.published) == (address, None, "2022-03-19")


def test_keywords_win_over_the_page() -> None:
    """What the caller states is taken, whatever the page says."""
    text = page(TITLE, "Published: 2023-01-02  Source: Hill Daily", "url: https://a.example/x", FIRST)
    document = read_text(
        text,
        url="https://b.example/y",
        published="2020-05-06",
        publisher="Vale Post",
        language="zh",
        locus="Vale",
    )
    assert (document.url, document.published) == ("https://b.example/y", "2020-05-06")
    assert (document.publisher, document.language, document.locus) == ("Vale Post", "zh", "Vale")


def test_published_must_be_a_day() -> None:
    """A stated day that is none is refused with the right form."""
    with pytest.raises(ReadError, match="not a day like 2023-08-04"):
        read_text(FIRST, published="last week")


@pytest.mark.parametrize(
    "line",
    [
        "Home > News > County news",
        "Current location: Home > News",
        "当前位置：首页 > 新闻中心 > 山下要闻",
        "Leave a message | Site map | Contact us",
        "[Print] [Close]",
        "【打印】 【关闭】",
        "Share: WeChat | Weibo",
        "[Font size: large medium small]",
        "Copyright © 2023 Shanxia County. All rights reserved.",
        "山ICP备12345678号-1",
        "* * *",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_furniture_is_found_wherever_it_stands(line: str, place: int) -> None:
    """Navigation, share bars and rights do not disturb title and prose, before, between or after."""
    lines = [TITLE, FIRST, SECOND]
    document = read_text(page(*lines[:place], line, *lines[place:]), language="en")
    assert quotes(document, FURNITURE) == [line]
    assert quotes(document, PARAGRAPH) == [FIRST, SECOND]
    assert document.title == TITLE


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Previous: None    Next: Notice on the heat holiday", FURNITURE),
        ("上一篇：无　下一篇：关于放假的通知", FURNITURE),
        ("Executive editor: Lu An    Proofreading: Qu Bo", FIELD),
        ("(Editor: Lu An)", FIELD),
        ("Chinese source: Shanxia Daily", FIELD),
        ("责任编辑：李小", FIELD),
        ("- 3 -", FURNITURE),
        ("Page 2 of 2", FURNITURE),
        ("第 3 页", FURNITURE),
    ],
)
def test_lines_after_the_text_are_told_from_it(line: str, role: BlockRole) -> None:
    """Links to other articles, editors and page numbers stand after the prose."""
    document = read_text(page(TITLE, FIRST, SECOND, line), language="en")
    assert roles(document)[-1] == (role, line)
    assert quotes(document, PARAGRAPH) == [FIRST, SECOND]


def test_a_list_of_other_articles_is_furniture() -> None:
    """After a heading such as "Related news" what follows the text is not of this article."""
    document = read_text(page(TITLE, FIRST, "Related news", "Works Wins Prize", "Bridge Opens (10-08)"))
    assert quotes(document, FURNITURE) == ["Related news", "Works Wins Prize", "Bridge Opens (10-08)"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo 1: Ren Dalu (second from left) in the workshop. (Photo by Lu An)",
        "Caption: Ren Dalu with the night shift. Photo by Lu An",
        "▲ Ren Dalu rings the bell of the works.",
        "Ren Dalu at the kiln (Photo by Lu An)",
        "图为任大路在车间。",
        "图1：任大路在车间",
        TITLE,
    ],
)
def test_captions_are_found(line: str) -> None:
    """Lines that caption a photograph, those that repeat the title among them, are captions."""
    document = read_text(page(TITLE, FIRST, line, SECOND), language="en")
    assert quotes(document, CAPTION) == [line]
    assert quotes(document, PARAGRAPH) == [FIRST, SECOND]


PROSE = [
    "Notice is given to citizens and friends that the ropeway is closed on Monday.",
    "This newspaper (reporters Lu An, Qu Bo): At half past nine the gate was opened.",
    "本报讯（记者李小 通讯员王大）县长昨日到水泥厂调研。",
    "Source: the county said on Monday that the water is clean again.",
    "Editor: that was the word the mayor used for the man who cut the ribbon.",
    "Next: the mayor will see the bridge.",
    "Time: 9:00 am, October 8, in Hall 3.",
    "Home > is what the sign at the gate of the works says.",
    "Hotline: 12345. The notice takes effect from today.",
    "Copyright, the mayor said in 2023, matters to the county.",
    "The firm got its ICP license 2023 on Monday.",
    "Share the road, the mayor said.",
    "Print and close are words on the lid of the machine.",
    "By Friday the kiln will be lit.",
    "October 17 was a day of rain.",
    "He came third, behind No. 1",
    "资金来源：由县财政承担。",
    "The works' 2023 output was 3,000 tons",
    "Members of the delegation:",
    "Lu An, head of the department of water",
    "Output 1043",
    "increase",
    "Report",
    "close",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_never_taken_for_anything_else(line: str) -> None:
    """Sentences that begin like a field or like furniture stay paragraphs, wherever they stand."""
    middle = read_text(page(TITLE, FIRST, line, SECOND), language="en")
    last = read_text(page(TITLE, FIRST, line), language="en")
    first = read_text(page(TITLE, "2020-01-02", line, SECOND), language="en")
    assert [(PARAGRAPH, line)] * 3 == [roles(middle)[2], roles(last)[2], roles(first)[2]]


@pytest.mark.parametrize(
    "title",
    [
        "By Boat to the Islands",
        "Review: The Mayor's Year",
        "Reporters Visit Shanxia County",
        "记者走基层看变化",
        "What Can a Port Learn?",
        "Four Projects: Bridges, Kilns, Wells",
    ],
)
def test_titles_that_look_like_fields_are_titles(title: str) -> None:
    """A first line that could be a byline or a question is the title nevertheless."""
    document = read_text(page(title, "2020-01-02", FIRST), language="en")
    assert document.title == title


def test_a_title_may_end_with_a_stop_when_fields_follow() -> None:
    """A whole sentence above the header fields is the title."""
    document = read_text(page(FIRST, "Date: 2020-01-02", SECOND))
    assert document.title == FIRST


def test_text_without_a_title_has_none() -> None:
    """Prose alone, or a single line, is no title."""
    assert read_text(page(FIRST, SECOND)).title == ""
    assert roles(read_text("Ren Dalu visits works")) == [(PARAGRAPH, "Ren Dalu visits works")]


def test_dates_inside_the_text_are_not_the_release_date() -> None:
    """A field that could tell of an event, after the text or above a venue, gives no release date."""
    after = read_text(page(TITLE, FIRST, "Time: October 8, 2023", "Venue: Hall 3"))
    above = read_text(page(TITLE, "Time: October 8, 2023", "Venue: Hall 3", FIRST))
    assert (after.published, above.published) == (None, None)
    assert "Time: October 8, 2023" in quotes(after, PARAGRAPH)
    assert "Time: October 8, 2023" in quotes(above, PARAGRAPH)


def test_fields_below_a_summary_are_read() -> None:
    """A line with two fields, or a release time, is a header even below a first paragraph."""
    document = read_text(page(TITLE, FIRST, "Source: Hill Daily  Date: 2020-01-02", SECOND))
    assert (document.publisher, document.published) == ("Hill Daily", "2020-01-02")


def test_a_glued_page_number_is_cut_off() -> None:
    """A number right after the last stop of the text is furniture; a decimal is not."""
    document = read_text(page(TITLE, FIRST, SECOND + "3"))
    assert roles(document)[-2:] == [(PARAGRAPH, SECOND), (FURNITURE, "3")]
    assert roles(read_text(page(TITLE, FIRST, SECOND[:-1] + " by 1.5")))[-1][1].endswith("1.5")


def test_hard_wrapped_text_is_one_paragraph() -> None:
    """Lines broken at a fixed width make one block; a blank line or an indent begins the next."""
    wrapped = (
        "On April 4, Ren Dalu, mayor of Shanxia City, visited the cement works of the\n"
        "county and asked in detail about the kiln, the orders and the price of coal.\n"
        "The deputy mayor, Fei Baoshan, and the heads of three departments took part\n"
        "in the investigation.\n"
    )
    document = read_text(f"{TITLE}\n\n{wrapped}\n{wrapped}  {wrapped}")
    assert quotes(document, PARAGRAPH) == [wrapped.strip()] * 3


def test_lines_that_end_sentences_are_paragraphs() -> None:
    """Without blank lines between them, lines that are whole paragraphs stay apart."""
    document = read_text("\n".join([TITLE, FIRST, SECOND, FIRST]))
    assert quotes(document, PARAGRAPH) == [FIRST, SECOND, FIRST]


def test_a_sentence_that_goes_on_in_the_next_line_is_joined() -> None:
    """A line without an end whose next begins in lower case is the same paragraph."""
    broken = "The minister announced the launch of the project in the northern county,\nand rang the bell."
    assert quotes(read_text(page(TITLE, broken)), PARAGRAPH) == [broken]


def test_white_space_stays_in_the_text_and_out_of_the_blocks() -> None:
    """Non-breaking and ideographic spaces, zero-width marks and CRLF move no offset."""
    text = f"\u3000{TITLE}\xa0\r\n\r\n\u200b\u3000\u3000{FIRST} \t\r\n\xa0\r\n“{SECOND}”\r\n"
    document = read_text(text)
    assert document.text == text
    assert [quote for _, quote in roles(document)] == [TITLE, FIRST, f"“{SECOND}”"]


def test_line_ends_do_not_change_roles() -> None:
    """CRLF, CR and LF pages give the same blocks."""
    text = page(TITLE, "release time:", "2023-08-04 11:24", FIRST, "Photo 1: The kiln.", "[Print] [Close]")
    unix, windows, old = (read_text(text.replace("\n", end)) for end in ("\n", "\r\n", "\r"))
    assert roles(unix) == roles(windows) == roles(old)


def test_markdown_headings_and_front_matter_are_understood() -> None:
    """Heading marks stay out of the blocks, and labelled titles give their value."""
    assert read_text(page(f"# {TITLE}", FIRST)).title == TITLE
    document = read_text(f"---\ntitle: {TITLE}\ndate: 2020-01-02\n---\n\n{FIRST}")
    assert (document.title, document.published) == (TITLE, "2020-01-02")


@pytest.mark.parametrize("text", ["", " \n\u3000\r\n", "\ufeff \u200b"])
def test_empty_text_is_refused(text: str) -> None:
    """A page without a letter is no article."""
    with pytest.raises(ReadError, match="empty"):
        read_text(text, source="a.txt")


def test_long_text_is_refused() -> None:
    """More than a million code points are no article."""
    with pytest.raises(ReadError, match="longer than"):
        read_text("a" * 1_000_001)


def test_other_scripts_are_refused_unless_the_language_is_stated() -> None:
    """Cyrillic prose is not read as English by mistake."""
    text = "Глава района посетил цементный завод и встретился с рабочими."
    with pytest.raises(ReadError, match="language not supported: Cyrillic"):
        read_text(text)
    assert read_text(text, language="en").language == "en"
