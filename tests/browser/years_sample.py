"""A made-up graph over two years: pronouns, names in two scripts, several dates, unsure claims."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    EventDate,
    Evidence,
    GraphData,
    Participation,
    Post,
    Sentence,
    Span,
    Tenure,
)

NAMES: Final = {
    "gong-lan": ("Official", "Gong Lan", ("龚岚", "zh"), ("Comrade Gong", "en")),
    "shi-beiming": ("Official", "Shi Beiming", ("石北鸣", "zh")),
    "qiu-xiaoyun": ("Official", "邱晓云"),
    "du-ren": ("Official", "Du Ren"),
    "luyuan": ("Place", "Luyuan", ("鹿原", "zh")),
    "heishan-mill": ("Enterprise", "Heishan Paper Mill"),
}
POSTS: Final = (
    Post("post-mayor", "Mayor", "luyuan"),
    Post("post-vice", "Vice Mayor", "luyuan"),
)
SAID: Final = (  # document, sentence, relation, subject, object, words for each, date, confidence
    (0, "Gong Lan visited Heishan Paper Mill.", "visited", "gong-lan", "heishan-mill",
     ("Gong Lan", "Heishan Paper Mill", "visited"), "2023-03-02", 0.95),
    (0, "He was accompanied by Shi Beiming.", "accompanied", "shi-beiming", "gong-lan",
     ("Shi Beiming", "He", "accompanied"), "2023-03-02", 0.9),
    (0, "Mayor Gong Lan spoke there.", "holdsPost", "gong-lan", "post-mayor",
     ("Gong Lan", "Mayor", ""), None, 0.95),
    (1, "Shi Beiming met Du Ren 𠮷 in Luyuan.", "met", "shi-beiming", "du-ren",
     ("Shi Beiming", "Du Ren", "met"), "2024-06-11", 0.7),
    (1, "Shi Beiming, vice mayor of Luyuan, spoke.", "holdsPost", "shi-beiming", "post-vice",
     ("Shi Beiming", "vice mayor", ""), "2024-06-11", 0.85),
    (1, "邱晓云 visited Luyuan.", "visited", "qiu-xiaoyun", "luyuan",
     ("邱晓云", "Luyuan", "visited"), "2024-07-01", 0.9),
    (1, "Gong Lan visited Heishan Paper Mill again.", "visited", "gong-lan", "heishan-mill",
     ("Gong Lan", "Heishan Paper Mill", "visited"), "2024-07-03", 0.8),
    (1, "Heishan Paper Mill lies in Luyuan.", "locatedIn", "heishan-mill", "luyuan",
     ("Heishan Paper Mill", "Luyuan", "lies"), None, 0.9),
)  # fmt: skip
DAYS: Final = ("2023-03-04", "2024-07-05")


def _documents() -> tuple[Document, ...]:
    texts = ["\n".join(row[1] for row in SAID if row[0] == number) for number in (0, 1)]
    return tuple(
        Document(text, (), f"Report {number}", f"https://news.example/{number}", "Luyuan Daily", DAYS[number])
        for number, text in enumerate(texts)
    )


def _claim(row, documents: tuple[Document, ...]) -> Claim:
    number, text, relation, subject, target, words, day, confidence = row
    start = documents[number].text.index(text)
    roles = ("subject", "post" if relation == "holdsPost" else "object", "trigger")
    mentions = tuple(
        (role, Span(start + text.index(word), start + text.index(word) + len(word)))
        for role, word in zip(roles, words, strict=True)
        if word
    )
    evidence = Evidence(documents[number].id, (Span(start, start + len(text)),), mentions, f"rule-{relation}")
    date = EventDate(day, day, day, day) if day else None
    return Claim(subject, relation, target, evidence, "stated", confidence, None, None, date)


def _edges(claims: tuple[Claim, ...]) -> tuple[Edge, ...]:
    def key(claim: Claim) -> tuple[str, str, str]:
        return claim.subject, claim.relation, claim.object

    made = []
    for ends, group in groupby(sorted(claims, key=key), key):
        known = list(group)
        days = sorted(claim.date.edtf for claim in known if claim.date)
        made.append(
            Edge(*ends, tuple(claim.id for claim in known), *((days[0], days[-1]) if days else (None, None)))
        )
    return tuple(made)


def years_graph() -> GraphData:
    """Return 6 nodes and a visit, 7 edges of 2023 and 2024, 8 claims."""
    documents = _documents()
    claims = tuple(_claim(row, documents) for row in SAID)
    spans = {(c.evidence.document, span) for c in claims for span in c.evidence.sentences}
    texts = {document.id: document for document in documents}
    sentences = tuple(Sentence(key, span, texts[key].quote(span)) for key, span in sorted(spans))
    entities = tuple(
        Entity(key, kind, label, "zh" if label[0] > "\u3000" else "en", tuple(others))
        for key, (kind, label, *others) in sorted(NAMES.items())
    )
    visit = Event(
        "visit-mill", "Visit", "Visit of Gong Lan to Heishan Paper Mill",
        (Participation("gong-lan", "principal", ("post-mayor",)),
         Participation("shi-beiming", "companion", ("post-vice",), 1)),
        ("heishan-mill",), None, ("paper",), EventDate("2023-03-02", "March 2"), (documents[0].id,),
        (claims[0].id, claims[1].id),
    )  # fmt: skip
    tenures = (
        Tenure("t1", "gong-lan", "post-mayor", "held", "2023-03-02", "2024-07-03", (claims[2].id,)),
        Tenure("t2", "shi-beiming", "post-vice", "acting", "2024-06-11", "2024-06-11", (claims[4].id,)),
    )
    return GraphData(
        documents, sentences, (), entities, POSTS, claims, _edges(claims), (visit,), tenures, len(sentences)
    )
