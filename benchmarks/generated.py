"""Graphs of any size and of a realistic shape: communities, hubs, a sentence behind every edge.

Nodes join communities of uneven size and prefer those that are well connected (Barabási and Albert
1999); one edge in seven leaves its community. Every name and sentence is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    EventDate,
    Evidence,
    GraphData,
    Post,
    Sentence,
    Span,
    Tenure,
    digest,
)

EDGES_PER_NODE = 3.5  # tried; some find nobody to join
_SHARES = (("Official", 52), ("Body", 16), ("Enterprise", 12), ("Place", 12), ("Project", 5), ("Meeting", 3))
_FIRST = [
    "Ba", "Bei", "Chu", "Dao", "Fen", "Gan", "Hui", "Jun", "Kang", "Lan", "Mo",
    "Nian", "Pei", "Qing", "Rong", "Shu", "Tai", "Wen", "Xin", "Yan", "Zhi", "Ze",
]  # fmt: skip
_LAST = [
    "Ao", "Bian", "Cen", "Diao", "Fu", "Gong", "Hong", "Ji", "Kuang", "Lou", "Mu",
    "Nie", "Ou", "Pu", "Qu", "Ruan", "Sang", "Tong", "Wu", "Xing", "Yin", "Zhan",
]  # fmt: skip
_STEMS = [
    "lin", "bo", "shan", "he", "yun", "qiu", "feng", "hai", "xi", "long",
    "mei", "song", "tan", "dong", "yu", "jing", "cheng", "gu", "ning", "chang",
]  # fmt: skip
_TOPICS = (
    "flood control before the rains", "the supply of heat in winter", "jobs for graduates", "rural roads",
    "the safety of mines", "a new line for carbon fibre", "the harvest of ginseng", "small firms' loans",
    "schools in the hills", "water works", "the census", "cold chains for fruit", "forest fires",
)  # fmt: skip
_VERBS = {
    "visited": "came to", "accompanied": "joined the tour of", "met": "held talks with",
    "chairs": "presided over", "attended": "took part in", "holdsPost": "was introduced as {title} of",
    "locatedIn": "lies in", "partOf": "answers to", "investedIn": "put money into", "operates": "runs",
}  # fmt: skip
_RELATIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "Official": {
        "Official": ("met", "accompanied"), "Body": ("holdsPost", "visited"), "Enterprise": ("visited",),
        "Place": ("visited", "holdsPost"), "Project": ("visited",), "Meeting": ("chairs", "attended"),
    },
    "Body": {"Place": ("locatedIn",), "Body": ("partOf",)},
    "Enterprise": {"Place": ("locatedIn",), "Project": ("investedIn", "operates")},
    "Project": {"Place": ("locatedIn",)},
    "Place": {"Place": ("locatedIn",)},
    "Meeting": {"Place": ("locatedIn",)},
}  # fmt: skip
_CONFIDENCES = (0.7, 0.75, 0.8, 0.85, 0.9, 0.9, 0.92, 0.95)
_TITLES = ("Mayor", "Deputy Mayor", "Director", "Deputy Director", "Secretary", "Chairman", "Governor")
_KINDS = {
    "Body": "Bureau", "Enterprise": "Company", "Place": "County", "Project": "Dam", "Meeting": "Conference",
}  # fmt: skip


class _Tie(NamedTuple):
    subject: int
    relation: str
    object: int
    day: str
    title: str


def generated_graph(nodes: int, seed: int = 7) -> GraphData:
    """Return a graph of that many nodes and about three times as many edges, the same in every run."""
    random = Random(seed)  # noqa: S311
    entities = _entities(nodes, random)
    ties = sorted(set(_ties(entities, random)))
    return _with_evidence(entities, ties, random)


def _entities(count: int, random: Random) -> list[Entity]:
    names, weights = zip(*_SHARES, strict=True)
    kinds = random.choices(names, weights, k=count)
    found = []
    for number, kind in enumerate(kinds):
        label = _name(kind, random)
        slug = label.lower().replace(" ", "-")
        others = ((f"{label.split()[0]} the {random.choice(_STEMS)}", "en"),) if number % 3 == 0 else ()
        found.append(Entity(f"{slug}-{number}", kind, label, "en", others))
    return found


def _name(kind: str, random: Random) -> str:
    if kind == "Official":
        return f"{random.choice(_LAST)} {random.choice(_FIRST)}{random.choice(_STEMS)}"
    stem = "".join(random.choices(_STEMS, k=2)).capitalize()
    return f"{stem} {random.choice(_STEMS).capitalize()} {_KINDS[kind]}"


def _ties(entities: list[Entity], random: Random) -> Iterator[_Tie]:
    """Yield ties: every node reaches back into its community, now and then into another."""
    everyone: list[int] = []
    group: list[int] = []
    left = 0
    for node in range(len(entities)):
        if left == 0:
            group, left = [], int(random.lognormvariate(4.2, 0.8)) + 8
        left -= 1
        for _ in range(3 + (random.random() < EDGES_PER_NODE - 3)):
            pool = everyone if random.random() < 0.14 else group
            if not pool:
                continue
            other = random.choice(pool)
            yield from _tie(entities, node, other, random)
            group += (node, other)
            everyone.append(other)
        group.append(node)


def _tie(entities: list[Entity], a: int, b: int, random: Random) -> Iterator[_Tie]:
    for subject, target in ((a, b), (b, a)):
        fitting = _RELATIONS[entities[subject].type].get(entities[target].type)
        if fitting and subject != target:
            relation = random.choice(fitting)
            title = random.choice(_TITLES) if relation == "holdsPost" else ""
            yield _Tie(subject, relation, target, "", title)
            return


def _with_evidence(entities: list[Entity], ties: list[_Tie], random: Random) -> GraphData:
    """Write articles, a sentence for each tie."""
    documents, sentences, claims, edges, posts, tenures = [], [], [], [], {}, []
    for number, batch in enumerate(_articles(ties, random)):
        lines = [_sentence(entities, tie, random) for tie in batch]
        text = " ".join(line for line, _ in lines)
        document = Document(
            text, (), lines[0][0][:60], f"https://news.example/{number}", "Example Daily", batch[0].day
        )
        documents.append(document)
        offset = 0
        for tie, (line, marks) in zip(batch, lines, strict=True):
            span = Span(offset, offset + len(line))
            mentions = tuple((role, Span(offset + a, offset + b)) for role, a, b in marks)
            offset = span.end + 1
            subject, target = entities[tie.subject].id, entities[tie.object].id
            goal = target
            if tie.title:
                goal = digest(target, tie.title)
                posts[goal] = Post(goal, tie.title, target)
            evidence = Evidence(document.id, (span,), mentions, f"{tie.relation}.active")
            date = EventDate(tie.day, tie.day)
            claim = Claim(
                subject, tie.relation, goal, evidence, confidence=random.choice(_CONFIDENCES), date=date
            )
            sentences.append(Sentence(document.id, span, line))
            claims.append(claim)
            identifier = claim.id
            edges.append(Edge(subject, tie.relation, goal, (identifier,), tie.day, tie.day))
            if tie.title:
                key = digest(subject, goal)
                tenures.append(Tenure(key, subject, goal, "held", tie.day, tie.day, (identifier,)))
    return GraphData(
        tuple(documents), tuple(sentences), (), tuple(entities), tuple(posts.values()), tuple(claims),
        tuple({(e.subject, e.relation, e.object): e for e in edges}.values()), (),
        tuple({(t.holder, t.post): t for t in tenures}.values()), len(sentences),
    )  # fmt: skip


def _articles(ties: list[_Tie], random: Random) -> Iterator[list[_Tie]]:
    """Cut ties, neighbours together, into articles of 4 to 16 sentences, each about one day."""
    start = 0
    while start < len(ties):
        size, day = random.randint(4, 16), _day(random)
        yield [tie._replace(day=day) for tie in ties[start : start + size]]
        start += size


def _day(random: Random) -> str:
    return f"20{random.randint(12, 25)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def _sentence(entities: list[Entity], tie: _Tie, random: Random) -> tuple[str, list[tuple[str, int, int]]]:
    """Return a sentence, and where it names subject, trigger and object."""
    subject, target = entities[tie.subject].label, entities[tie.object].label
    verb = _VERBS[tie.relation].format(title=tie.title)
    head = f"On {tie.day[5:]}, {subject}"
    middle = f"{head} {verb}"
    line = (
        f"{middle} {target} to look into {random.choice(_TOPICS)}, "
        f"and spoke of {random.choice(_TOPICS)} with {random.randint(2, 400)} people present."
    )
    marks = [("subject", len(head) - len(subject), len(head)), ("trigger", len(head) + 1, len(middle))]
    return line, [*marks, ("object", len(middle) + 1, len(middle) + 1 + len(target))]
