"""A small graph, written by hand: invented people in invented places, with every term of the ontology.

Offsets are looked up, so that the texts may be edited; edges, events and tenures are gathered
from the claims as assembly does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphbuild.model import (
    INFERRED,
    Block,
    BlockRole,
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    EventDate,
    Evidence,
    GraphData,
    Mention,
    Participation,
    Post,
    Sentence,
    Span,
    Tenure,
)

VISIT_SENTENCES = (
    "On April 27, Lu Qinghe, Secretary of the Yunmo Municipal Party Committee, inspected Qingwu County.",
    "He first called at Jinsui Grain Co., Ltd. and then at the Qingwu Silo Project of the company, "
    "in which it has invested 120.5 million yuan.",
    "Han Moyu, Deputy Mayor, and Qiao Annan, Director of the Yunmo Grain Bureau, went with him.",
    "Lu Qinghe will visit the Baiyan Market in May, and asked Han Moyu to go to Xiaozhou Town.",
    "Qiao Annan did not visit the Baiyan Market.",
    "Jinsui Grain Co., Ltd., whose chairman is Peng Shilin, runs the silo in Qingwu County.",
)
MEETING_SENTENCES = (
    "On April 4, the Yunmo Spring Fire Conference was held in the Yunmo Guesthouse.",
    "Tao Ruolan, Acting Mayor of Yunmo City, presided, and Qiao Annan attended.",
    "Tao Ruolan then met Anders Holmqvist, former Director of the Fjordby Harbour Board.",
    "The Yunmo Municipal Government governs Yunmo City; the Yunmo Grain Bureau is a part of it.",
)
CHINESE_SENTENCES = ("乔安南任云漠市粮食局局长。",)


def _document(sentences: Iterable[str], title: str, **fields: str) -> Document:
    text = f"{title}\n\n{' '.join(sentences)}\n"
    body = Block(Span(len(title) + 2, len(text)), BlockRole.PARAGRAPH)
    return Document(text, (Block(Span(0, len(title)), BlockRole.TITLE), body), title, **fields)


VISIT_DOCUMENT = _document(
    VISIT_SENTENCES,
    "Lu Qinghe inspects grain storage",
    url="https://news.example.org/yunmo/1?id=7&lang=en",
    publisher="Yunmo Daily",
    published="2021-05-03",
)
MEETING_DOCUMENT = _document(
    MEETING_SENTENCES, "Spring Fire Conference held", publisher="Yunmo Daily", published="2021-08-20"
)
CHINESE_DOCUMENT = replace(
    _document(CHINESE_SENTENCES, "乔安南任职", language="zh", published="2021-09-01"),
    near_duplicate_of=MEETING_DOCUMENT.id,
)
DOCUMENTS = (VISIT_DOCUMENT, MEETING_DOCUMENT, CHINESE_DOCUMENT)

VISIT_DATE = EventDate(
    "2021-04-27",
    "April 27",
    not_before="2021-04-27",
    not_after="2021-04-27",
    stated="XXXX-04-27",
    rule="release",
)
MEETING_DATE = EventDate("XXXX-04-04", "April 4", conflict=True)

VISIT = "visit-lu-qinghe-5a11"
MEETING = "meeting-yunmo-spring-fire-conference-77c0"
TALKS = "meeting-tao-ruolan-anders-holmqvist-90ab"

LU = "official-lu-qinghe-1d20"
HAN = "official-han-moyu-2e31"
QIAO = "official-qiao-annan-3f42"
QIAO_ZH = "official-qiao-an-nan-4a53"
PENG = "official-peng-shilin-5b64"
TAO = "official-tao-ruolan-6c75"
HOLMQVIST = "official-anders-holmqvist-7d86"
COMMITTEE = "body-yunmo-municipal-party-committee-8e97"
GOVERNMENT = "body-yunmo-municipal-government-9fa8"
BUREAU = "body-yunmo-grain-bureau-a0b9"
BUREAU_ZH = "body-yun-mo-shi-liang-shi-ju-b1ca"
HARBOUR = "body-fjordby-harbour-board-c2db"
JINSUI = "enterprise-jinsui-grain-co-ltd-d3ec"
MARKET = "enterprise-baiyan-market-e4fd"
GUESTHOUSE = "enterprise-yunmo-guesthouse-f50e"
SILO = "project-qingwu-silo-project-061f"
YUNMO = "place-yunmo-city-1720"
QINGWU = "place-qingwu-county-2831"
XIAOZHOU = "place-xiaozhou-town-3942"

ENTITIES = (
    Entity(LU, "Official", "Lu Qinghe", labels=(("陆清河", "zh"), ("Secretary Lu", "en"))),
    Entity(HAN, "Official", "Han Moyu"),
    Entity(QIAO, "Official", "Qiao Annan"),
    Entity(QIAO_ZH, "Official", "乔安南", "zh", labels=(("Qiao Annan", "zh-Latn"),)),
    Entity(PENG, "Official", "Peng Shilin"),
    Entity(TAO, "Official", "Tao Ruolan"),
    Entity(HOLMQVIST, "Official", "Anders Holmqvist"),
    Entity(COMMITTEE, "Body", "Yunmo Municipal Party Committee"),
    Entity(GOVERNMENT, "Body", "Yunmo Municipal Government"),
    Entity(BUREAU, "Body", "Yunmo Grain Bureau"),
    Entity(BUREAU_ZH, "Body", "云漠市粮食局", "zh"),
    Entity(HARBOUR, "Body", "Fjordby Harbour Board"),
    Entity(JINSUI, "Enterprise", "Jinsui Grain Co., Ltd.", labels=(("Jinsui Grain", "en"),)),
    Entity(MARKET, "Enterprise", "Baiyan Market"),
    Entity(GUESTHOUSE, "Enterprise", "Yunmo Guesthouse"),
    Entity(
        SILO,
        "Project",
        "Qingwu Silo Project",
        attributes=(
            ("amount", "120500000"),
            ("currency", "CNY"),
            ("phase", "second phase"),
            ("note", "internal"),
        ),
    ),
    Entity(YUNMO, "Place", "Yunmo City", labels=(("云漠市", "zh"),), attributes=(("code", "cn-990100"),)),
    Entity(QINGWU, "Place", "Qingwu County", attributes=(("code", "country-XX"),)),
    Entity(
        XIAOZHOU, "Place", "Xiaozhou Town", attributes=(("code", "city-999999999"), ("wikidata", "Q99999990"))
    ),
    Entity(MEETING, "Meeting", "Yunmo Spring Fire Conference"),
)

SECRETARY = Post("post-secretary-8e97", "Secretary", COMMITTEE)
DEPUTY_MAYOR = Post("post-deputy-mayor-1720", "Deputy Mayor", YUNMO)
DIRECTOR = Post("post-director-a0b9", "Director", BUREAU)
DIRECTOR_ZH = Post("post-ju-zhang-b1ca", "局长", BUREAU_ZH)
MAYOR = Post("post-acting-mayor-1720", "Acting Mayor", YUNMO)
HARBOUR_DIRECTOR = Post("post-director-c2db", "Director", HARBOUR)
CHAIRMAN = Post("post-chairman", "Chairman")
POSTS = (SECRETARY, DEPUTY_MAYOR, DIRECTOR, DIRECTOR_ZH, MAYOR, HARBOUR_DIRECTOR, CHAIRMAN)


def span_of(document: Document, quote: str) -> Span:
    """Return where a quote first stands in a document."""
    start = document.text.index(quote)
    return Span(start, start + len(quote))


def _claim(
    subject: str,
    relation: str,
    object: str,
    sentence: str,
    quotes: tuple[str, str] | None = None,
    *,
    modality: str = "stated",
    confidence: float = 0.9,
    rule: str = "written-by-hand",
    support: tuple[str, ...] = (),
    event: str | None = None,
    position: int | None = None,
) -> Claim:
    document = next(each for each in DOCUMENTS if sentence in each.text)
    within = span_of(document, sentence)
    roles = []
    for role, quote in zip(("subject", "object"), quotes or (), strict=False):
        start = within.start + sentence.index(quote)
        roles.append((role, Span(start, start + len(quote))))
    spans = tuple(span_of(document, each) for each in (sentence, *support))
    evidence = Evidence(document.id, spans, tuple(roles), rule)
    date = {VISIT: VISIT_DATE, MEETING: MEETING_DATE}.get(event or "")
    return Claim(
        subject, relation, object, evidence, modality, confidence, event=event, position=position, date=date
    )


_INSPECTED, _SITES, _COMPANIONS, _PLANS, _DENIED, _CHAIRMAN = VISIT_SENTENCES
_CONFERENCE, _PRESIDED, _TALKS, _GOVERNS = MEETING_SENTENCES
(_APPOINTED,) = CHINESE_SENTENCES

CLAIMS = (
    _claim(LU, "visited", QINGWU, _INSPECTED, ("Lu Qinghe", "Qingwu County"), event=VISIT, position=1),
    _claim(LU, "visited", JINSUI, _SITES, support=(_INSPECTED,), event=VISIT, position=2),
    _claim(LU, "visited", SILO, _SITES, support=(_INSPECTED,), event=VISIT, position=3),
    _claim(HAN, "accompanied", LU, _COMPANIONS, support=(_INSPECTED,), event=VISIT, position=1),
    _claim(QIAO, "accompanied", LU, _COMPANIONS, support=(_INSPECTED,), event=VISIT, position=2),
    _claim(LU, "visited", MARKET, _PLANS, ("Lu Qinghe", "Baiyan Market"), modality="planned", event="plan-1"),
    _claim(HAN, "visited", XIAOZHOU, _PLANS, ("Han Moyu", "Xiaozhou Town"), modality="directed"),
    _claim(QIAO, "visited", MARKET, _DENIED, ("Qiao Annan", "Baiyan Market"), modality="negated"),
    _claim(HAN, "visited", JINSUI, _SITES, confidence=0.35),
    _claim(JINSUI, "investedIn", SILO, _SITES, ("Jinsui Grain Co., Ltd.", "Qingwu Silo Project")),
    _claim(JINSUI, "operates", SILO, _CHAIRMAN, support=(_SITES,)),
    _claim(PENG, "chairs", JINSUI, _CHAIRMAN, ("Peng Shilin", "Jinsui Grain Co., Ltd.")),
    _claim(SILO, "locatedIn", QINGWU, _CHAIRMAN, modality=INFERRED, confidence=0.7),
    _claim(QINGWU, "locatedIn", YUNMO, _INSPECTED, modality=INFERRED, confidence=1.0, rule="gazetteer"),
    _claim(LU, "holdsPost", SECRETARY.id, _INSPECTED),
    _claim(HAN, "holdsPost", DEPUTY_MAYOR.id, _COMPANIONS),
    _claim(QIAO, "holdsPost", DIRECTOR.id, _COMPANIONS),
    _claim(PENG, "holdsPost", CHAIRMAN.id, _CHAIRMAN),
    _claim(TAO, "chairs", MEETING, _PRESIDED, support=(_CONFERENCE,), event=MEETING),
    _claim(QIAO, "attended", MEETING, _PRESIDED, support=(_CONFERENCE,), event=MEETING),
    _claim(TAO, "met", HOLMQVIST, _TALKS, ("Tao Ruolan", "Anders Holmqvist"), event=TALKS),
    _claim(TAO, "holdsPost", MAYOR.id, _PRESIDED),
    _claim(HOLMQVIST, "holdsPost", HARBOUR_DIRECTOR.id, _TALKS),
    _claim(GOVERNMENT, "jurisdiction", YUNMO, _GOVERNS, ("Yunmo Municipal Government", "Yunmo City")),
    _claim(BUREAU, "partOf", GOVERNMENT, _GOVERNS),
    _claim(QIAO_ZH, "holdsPost", DIRECTOR_ZH.id, _APPOINTED, ("乔安南", "局长")),
    _claim(
        QIAO_ZH,
        "possiblySameAs",
        QIAO,
        _APPOINTED,
        modality=INFERRED,
        confidence=0.55,
        rule="same romanised name; same title",
    ),
)


def _with(event: str) -> tuple[str, ...]:
    return tuple(claim.id for claim in CLAIMS if claim.event == event)


EVENTS = (
    Event(
        VISIT,
        "Visit",
        "Lu Qinghe's visit to Qingwu County",
        (
            Participation(LU, "principal", (SECRETARY.id,)),
            Participation(HAN, "companion", (DEPUTY_MAYOR.id,), 1),
            Participation(QIAO, "companion", (DIRECTOR.id,), 2),
        ),
        stops=(QINGWU, JINSUI, SILO),
        topics=("grain storage",),
        date=VISIT_DATE,
        documents=(VISIT_DOCUMENT.id,),
        claims=_with(VISIT),
    ),
    Event(
        MEETING,
        "Meeting",
        "Yunmo Spring Fire Conference",
        (Participation(TAO, "chair", (MAYOR.id,)), Participation(QIAO, "attendee")),
        venue=GUESTHOUSE,
        date=MEETING_DATE,
        documents=(MEETING_DOCUMENT.id,),
        claims=_with(MEETING),
    ),
    Event(
        TALKS,
        "Talks",
        "Talks of Tao Ruolan and Anders Holmqvist",
        (Participation(TAO, "principal", (MAYOR.id,)), Participation(HOLMQVIST, "attendee")),
        documents=(MEETING_DOCUMENT.id,),
        claims=_with(TALKS),
    ),
)


def _tenure(claim: Claim, status: str, seen: str | None) -> Tenure:
    return Tenure(f"tenure-{claim.id[:8]}", claim.subject, claim.object, status, seen, seen, (claim.id,))


def _tenures() -> tuple[Tenure, ...]:
    statuses = {MAYOR.id: "acting", HARBOUR_DIRECTOR.id: "former", CHAIRMAN.id: "designate"}
    held = [claim for claim in CLAIMS if claim.relation == "holdsPost"]
    seen = {VISIT_DOCUMENT.id: VISIT_DATE.edtf, MEETING_DOCUMENT.id: MEETING_DATE.edtf}
    found = {
        claim.object: _tenure(claim, statuses.get(claim.object, "held"), seen.get(claim.evidence.document))
        for claim in held
    }
    deputy, mayor, director = (found[post.id] for post in (DEPUTY_MAYOR, MAYOR, HARBOUR_DIRECTOR))
    found[DEPUTY_MAYOR.id] = replace(deputy, successor=mayor.id)
    found[MAYOR.id] = replace(mayor, predecessor=deputy.id)
    found[HARBOUR_DIRECTOR.id] = replace(director, ended_by=MEETING_DOCUMENT.published)
    return tuple(found.values())


def _edges() -> tuple[Edge, ...]:
    # A possible identity is an edge however unsure: its score is what the reader is to weigh.
    shown = [claim for claim in CLAIMS if claim.factual or claim.relation == "possiblySameAs"]
    groups: dict[tuple[str, str, str], list[str]] = {}
    for claim in shown:
        groups.setdefault((claim.subject, claim.relation, claim.object), []).append(claim.id)
    return tuple(Edge(*ends, claims=tuple(claims)) for ends, claims in groups.items())


def _mentions() -> tuple[Mention, ...]:
    ends = {entity.id: entity.type for entity in ENTITIES} | {post.id: "Post" for post in POSTS}
    found: dict[tuple[str, Span, str], Mention] = {}
    for claim in CLAIMS:
        document = next(each for each in DOCUMENTS if each.id == claim.evidence.document)
        for role, span in claim.evidence.mentions:
            target = claim.subject if role == "subject" else claim.object
            text = document.quote(span)
            mention = Mention(document.id, span, ends[target], text, text.casefold(), target)
            found[document.id, span, target] = mention
    return tuple(found.values())


def _sentences() -> tuple[Sentence, ...]:
    texts = ((VISIT_DOCUMENT, VISIT_SENTENCES), (MEETING_DOCUMENT, MEETING_SENTENCES))
    pairs = [(document, text) for document, sentences in texts for text in sentences]
    pairs += [(CHINESE_DOCUMENT, text) for text in CHINESE_SENTENCES]
    return tuple(Sentence(document.id, span_of(document, text), text) for document, text in pairs)


def sample() -> GraphData:
    """Return the sample graph."""
    return GraphData(
        documents=DOCUMENTS,
        sentences=_sentences(),
        mentions=_mentions(),
        entities=ENTITIES,
        posts=POSTS,
        claims=CLAIMS,
        edges=_edges(),
        events=EVENTS,
        tenures=_tenures(),
        sentences_read=len(_sentences()),
    )
