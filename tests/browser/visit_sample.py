"""A made-up visit as a graph: one principal, seven companions, eight stops, bodies and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

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

PARTY = "Lanting Municipal Party Committee"
CONGRESS = "Standing Committee of the Lanting Municipal People's Congress"
PUBLICITY = "Publicity Department of the Lanting Municipal Party Committee"
PEOPLE = (
    ("Mei Shourong", "Secretary", PARTY),
    ("Ouyang Ruohan", "Deputy Secretary", PARTY),
    ("Tao Jinghe", "Acting Mayor", "Lanting City"),
    ("Gu Zhenbei", "Director", CONGRESS),
    ("Bao Yilan", "Chairwoman", "Lanting Municipal Committee of the CPPCC"),
    ("Qiao Wenmu", "Minister", PUBLICITY),
    ("Shen Anping", "Secretary-General", PARTY),
    ("Lei Songtao", "Director", "Lanting Development and Reform Bureau"),
)
STOPS = (
    ("Enterprise", "Yunhe Glass Fibre Co., Ltd."),
    ("Enterprise", "Lanting Deer Products Group"),
    ("Enterprise", "Beishan Carbon Materials Co., Ltd."),
    ("Enterprise", "Hongye Bearings"),
    ("Enterprise", "Qingshui Brewery"),
    ("Enterprise", "Xinlu Logistics Park"),
    ("Project", "Lanting Pumped Storage Power Station"),
    ("Place", "Songyin Town"),
)
OTHER_NAMES = {
    "Mei Shourong": ("Comrade Shourong", "the Secretary"),
    "Lanting City": ("our city",),
    PARTY: ("the Committee",),
}
PLACES = (
    ("Songyin Town", "Lanting City"),
    ("Lanting City", "Beishan Province"),
    ("Beishan Province", "China"),
)
DATE = EventDate("XXXX-05-16", "May 16")
TITLE = "Mei Shourong investigates industry in Lanting"


class Said(NamedTuple):
    """A sentence and one claim of it; `marks` are the words for subject, object and trigger."""

    text: str
    subject: str
    relation: str
    object: str
    marks: tuple[str, ...]
    modality: str = "stated"
    rule: str = "visit.active"


def slug(name: str) -> str:
    """Return the id of a name: its words joined by hyphens."""
    return "-".join("".join(letter for letter in name.lower() if letter.isalnum() or letter in " -").split())


def post_id(name: str) -> str:
    """Return the id of a person's post."""
    return f"post-{slug(name)}"


def _said() -> Iterator[Said]:
    principal = PEOPLE[0][0]
    for _, stop in STOPS:
        text = f"{principal} came to {stop} and learned about production in detail."
        yield Said(text, principal, "visited", stop, (principal, stop, "came to"))
    text = (
        "On May 16, Mei Shourong, Secretary of the Party Committee, went to Songyin Town and six enterprises."
    )
    yield Said(text, principal, "visited", "Songyin Town", (principal, "Songyin Town", "went to"))
    text = f"{', '.join(name for name, _, _ in PEOPLE[1:])} took part in the investigation."
    for name, _, _ in PEOPLE[1:]:
        yield Said(text, name, "accompanied", principal, (name,), rule="accompany.list")
    yield from _background()
    text = f"{principal} will visit Hongye Bearings again in June."
    yield Said(text, principal, "visited", "Hongye Bearings", (principal, "Hongye Bearings"), "planned")
    text = "He demanded that Tao Jinghe chair a meeting on the power station."
    marks = ("Tao Jinghe", "the power station")
    yield Said(text, "Tao Jinghe", "chairs", STOPS[6][1], marks, "directed", "chair.active")


def _background() -> Iterator[Said]:
    for name, title, home in PEOPLE:
        text = f"{name}, {title} of {home}, was present."
        yield Said(text, name, "holdsPost", post_id(name), (name, home), rule="post.after")
    for body in (CONGRESS, PUBLICITY):
        text = f"The {body} reports to the Committee."
        yield Said(text, body, "partOf", PARTY, (body, "the Committee"), rule="part.of")
    for lower, upper in PLACES:
        yield Said(f"{lower} lies in {upper}.", lower, "locatedIn", upper, (lower, upper), rule="gazetteer")
    for _, stop in STOPS[:3]:
        text = f"{stop} of Lanting City is growing."
        yield Said(text, stop, "locatedIn", "Lanting City", (stop, "Lanting City"), rule="of")
    text = f"{STOPS[0][1]} invested in the {STOPS[6][1]}."
    yield Said(text, STOPS[0][1], "investedIn", STOPS[6][1], (STOPS[0][1], STOPS[6][1]), rule="invest")


def visit_graph(url: str = "https://news.example/lanting/516") -> GraphData:
    """Return the made-up visit: 24 nodes and one visit, 32 edges, two claims that are no facts."""
    said = list(_said())
    text = "\n".join(dict.fromkeys(item.text for item in said))
    document = Document(text, (), TITLE, url, "Lanting Daily", "2023-05-17")
    claims = tuple(_claim(item, document) for item in said)
    spans = {span for claim in claims for span in claim.evidence.sentences}
    sentences = tuple(Sentence(document.id, span, document.quote(span)) for span in sorted(spans))
    posts = tuple(Post(post_id(name), title, slug(home)) for name, title, home in PEOPLE)
    return GraphData(
        (document,), sentences, (), tuple(_entities()), posts, claims, tuple(_edges(claims)),
        (_visit(document, claims),), tuple(_tenures()), len(sentences),
    )  # fmt: skip


def _claim(said: Said, document: Document) -> Claim:
    start = document.text.index(said.text)
    roles = zip(("subject", "object", "trigger"), said.marks, strict=False)
    places = [(role, start + said.text.index(mark), len(mark)) for role, mark in roles]
    mentions = tuple((role, Span(place, place + length)) for role, place, length in places)
    evidence = Evidence(document.id, (Span(start, start + len(said.text)),), mentions, said.rule)
    target = said.object if said.relation == "holdsPost" else slug(said.object)
    return Claim(
        slug(said.subject), said.relation, target, evidence, said.modality, 0.92, "visit", None, DATE
    )


def _entities() -> Iterator[Entity]:
    homes = (("Body", home) for _, _, home in PEOPLE if home != "Lanting City")
    places = (("Place", name) for pair in PLACES for name in pair)
    named = {name: kind for kind, name in (*STOPS, *homes, *places)} | {
        name: "Official" for name, _, _ in PEOPLE
    }
    for name, kind in named.items():
        labels = tuple((other, "en") for other in OTHER_NAMES.get(name, ()))
        yield Entity(slug(name), kind, name, "en", labels)


def _edges(claims: Iterable[Claim]) -> Iterator[Edge]:
    def key(claim: Claim) -> tuple[str, str, str]:
        return claim.subject, claim.relation, claim.object

    factual = sorted((claim for claim in claims if claim.factual), key=key)
    for ends, group in groupby(factual, key):
        yield Edge(*ends, tuple(claim.id for claim in group), DATE.edtf, DATE.edtf)


def _visit(document: Document, claims: Iterable[Claim]) -> Event:
    people = [slug(name) for name, _, _ in PEOPLE]
    posts = [post_id(name) for name, _, _ in PEOPLE]
    parts = [Participation(people[0], "principal", (posts[0],))]
    parts += [Participation(people[at], "companion", (posts[at],), at) for at in range(1, len(people))]
    acts = tuple(
        claim.id for claim in claims if claim.relation in ("visited", "accompanied") and claim.factual
    )
    stops = tuple(slug(name) for _, name in STOPS)
    label = "Visit of Mei Shourong to Lanting"
    return Event(
        "visit-1", "Visit", label, tuple(parts), stops, None, ("industry",), DATE, (document.id,), acts
    )


def _tenures() -> Iterator[Tenure]:
    for name, title, _ in PEOPLE:
        status = "acting" if title.startswith("Acting") else "held"
        yield Tenure(
            f"tenure-{slug(name)}", slug(name), post_id(name), status, "2023-05-17", "2023-05-17", ()
        )
