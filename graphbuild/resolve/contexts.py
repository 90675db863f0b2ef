"""What a title without a home is of, as the sentences around it tell.

The ministry of a minister's portfolio, the firm or site named last, the country in which its holder
is met or whose head its holder accompanies, the office that the one before held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.model import Mention, PostMention, Span
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.people import Holder

_NEAR: Final = 2
"""How many sentences back a manager's enterprise may be named."""

_UNKNOWN_HOME: Final = re.compile(r"\s*(?:,|and \w+,|of|at)\s+(?:the\s+)?[A-Z]")
"""What follows a title whose home no grammar knows: "Founder, Tollgate Partners"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A post as one sentence gives it: its holder, the sentence, and all holders of the document."""

    holder: Holder
    post: PostMention
    span: Span
    holders: tuple[Holder, ...]


def ministry_named(ledger: Ledger, told: Told) -> Draft | None:
    """Join a minister of X, or X minister, to the Ministry of X that the article names."""
    title = told.post.title.casefold().split()
    topic = [word for word in title if word not in words("en", "posts", "homes.ministerial")]
    if "minister" not in title or "prime" in title or not topic:
        return None
    ministries = (draft for draft in ledger.drafts.values() if draft.type == "Body")
    return next((draft for draft in ministries if _portfolio(draft.name) == topic), None)


def _portfolio(body: str) -> list[str]:
    """Return the words of what a ministry is for; none for other bodies."""
    name = body.casefold().split()
    if "ministry" not in name:
        return []
    return [word for word in name if word not in words("en", "posts", "homes.ministry")]


def site_before(ledger: Ledger, told: Told) -> Draft | None:
    """Take the enterprise named last for a manager without one: "general manager N said" on its site."""
    name = _named_in(told.holder, told.span)
    if name is None or told.span not in ledger.prose:
        return None
    if _UNKNOWN_HOME.match(ledger.document.text, told.post.span.end):
        return None
    if not _is_of_site(told.post):
        return _scene_site(ledger, told, name)
    number = ledger.prose.index(told.span)
    near = ledger.prose[max(0, number - _NEAR) : number + 1]
    sites = [site for sentence in near for site in _sites_before(ledger, told, sentence, name)]
    kind = _kind_of(ledger, told, name)
    fitting = [site for site in sites if kind in site.name.casefold().split()]
    return ledger.chain_of(max(fitting or sites, key=lambda site: site.span)) if sites else None


def _is_of_site(post: PostMention) -> bool:
    """Whether the title is held in enterprises alone, whatever its rank."""
    title = post.title.casefold()
    bare = " ".join(word for word in title.split() if word not in words("en", "posts", "business.ranks"))
    return post.level == "enterprise" or bool({title, bare} & words("en", "posts", "business.titles"))


def _sites_before(ledger: Ledger, told: Told, sentence: Span, name: Mention) -> list[Mention]:
    """Return firms and schools, and projects for who answers for them in law, named before the name."""
    legal = told.post.title.casefold() in words("en", "posts", "business.of_projects")
    found = _before(ledger, "Enterprise", sentence, name)
    found += _before(ledger, "Project", sentence, name) if legal else []
    return found + [body for body in _before(ledger, "Body", sentence, name) if is_school(body.name)]


def is_school(body: str) -> bool:
    """Whether a body is a place of work with a manager of its own: a school, a hospital."""
    return bool(set(body.casefold().split()) & words("en", "bodies", "schools"))


def _scene_site(ledger: Ledger, told: Told, name: Mention) -> Draft | None:
    """In "At the X Cooperative, A asked director B" the director is of the cooperative."""
    if told.post.level is not None or told.post.status != "held":
        return None
    if told.post.title.casefold() not in words("en", "posts", "business.of_scene"):
        return None
    sites = _sites_before(ledger, told, told.span, name)
    scene = [site for site in sites if _sets_scene(ledger.document.text, told.span, site.span)]
    return ledger.chain_of(scene[0]) if scene else None


def _kind_of(ledger: Ledger, told: Told, name: Mention) -> str:
    """Return which enterprise is meant: "the dairy company", "of the group", "mine manager"."""
    text = ledger.document.text
    kinds = "|".join(sorted(words("en", "enterprises", "described")))
    described = re.search(rf"\bthe\s+(\w+)\s+(?:{kinds})\b", text[told.span.start : name.span.start])
    if described:
        return described[1].casefold()
    of_the = re.match(rf"[^,.;]*?\bof the\s+({kinds})\b", text[told.post.span.start :])
    return of_the[1].casefold() if of_the else told.post.title.split()[0].casefold()


def _named_in(holder: Holder, sentence: Span) -> Mention | None:
    return next((mention for mention in holder.draft.mentions if sentence.covers(mention.span)), None)


def _before(ledger: Ledger, type_: str, sentence: Span, name: Mention) -> list[Mention]:
    """Return the mentions of a type in the sentence that end before the name."""
    return [
        mention
        for draft in ledger.drafts.values()
        if draft.type == type_
        for mention in draft.mentions
        if sentence.covers(mention.span) and mention.span.end <= name.span.start
    ]


def host_country(ledger: Ledger, told: Told) -> Draft | None:
    """In "In Lusaka, A met with President B" the president is of the country in which they met.

    Only for titles of a national office without a home, after a place that opens the sentence or
    stands before "where".
    """
    name = _named_in(told.holder, told.span)
    if name is None or not _is_national(told.post):
        return None
    nearest = max(_before(ledger, "Place", told.span, name), key=lambda place: place.span, default=None)
    if nearest is None or not _sets_scene(ledger.document.text, told.span, nearest.span):
        return None
    place = ledger.chain_of(nearest)
    return _country_of(ledger, place) if place is not None else None


def leaders_country(ledger: Ledger, told: Told) -> Draft | None:
    """In "Surinamese President A, accompanied by Defence Minister B" both are of one country."""
    name = _named_in(told.holder, told.span)
    if name is None or not _is_national(told.post):
        return None
    for other in told.holders:
        leader = _named_in(other, told.span)
        if leader is None or other is told.holder or leader.span.end > name.span.start:
            continue
        between = " ".join(ledger.document.text[leader.span.end : name.span.start].casefold().split())
        home = next((post.home for post, span in other.posts if span == told.span and post.home), None)
        led = any(phrase in between for phrase in words("en", "posts", "homes.accompanied"))
        if led and home is not None and home.type == "Place":
            return ledger.chain_of(home) or ledger.known("Place", f"bare:{home.name.casefold()}")
    return None


def same_office(ledger: Ledger, told: Told) -> Draft | None:
    """Let "the previous governor, N" be of what the governor is of, when the article tells of one alone."""
    if told.post.status != "former":
        return None
    core = _core(told.post.title)
    others = (other for other in told.holders if other is not told.holder)
    posts = (post for other in others for post, _ in other.posts if post.home is not None)
    homes = (
        ledger.chain_of(post.home) for post in posts if post.home and _core(post.title)[: len(core)] == core
    )
    found = {draft.id: draft for draft in homes if draft is not None}
    if not found and "minister" in core:
        named = (_ministry_of(ledger, other) for other in told.holders if other is not told.holder)
        found = {draft.id: draft for draft in named if draft is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _ministry_of(ledger: Ledger, other: Holder) -> Draft | None:
    """Return the ministry that the article names and that another of its ministers heads."""
    for post, span in other.posts:
        draft = ministry_named(ledger, Told(other, post, span, ()))
        if draft is not None:
            return draft
    return None


def only_country(ledger: Ledger, told: Told) -> Draft | None:
    """Take the one country whose office-holder the headline names, "Call with Prime Minister N of X"."""
    title = told.post.title.casefold()
    if not _is_national(told.post) or "minister" not in title:
        return None
    posts = [post for other in told.holders for post, _ in other.posts if _is_national(post)]
    homes = [post.home for post in posts if post.home is not None and post.home.type == "Place"]
    places = {home.name for home in homes}
    headline = any(_in_headline(ledger, home) for home in homes)
    return ledger.chain_of(homes[0]) if len(places) == 1 and headline else None


def _in_headline(ledger: Ledger, mention: Mention) -> bool:
    """Whether a place stands in the headline right behind "of"."""
    before = ledger.document.text[: mention.span.start].rstrip()
    return before.endswith(" of") and not any(span.covers(mention.span) for span in ledger.prose)


def _core(title: str) -> list[str]:
    """Return the words of a title without those of its status."""
    status = words("en", "posts", "acting") | words("en", "posts", "former")
    return [word for word in title.casefold().split() if word not in status]


def _is_national(post: PostMention) -> bool:
    title = set(post.title.casefold().split())
    former = post.status == "former" or title & words("en", "posts", "homes.not_national")
    return bool(title & words("en", "posts", "homes.national")) and not former


def _sets_scene(text: str, sentence: Span, place: Span) -> bool:
    """Whether the place opens the sentence ("In X, …") or has "where" behind it."""
    opening = " ".join(text[sentence.start : place.start].casefold().split())
    if opening.removesuffix(" the") in words("en", "posts", "homes.scene_prepositions") and text.startswith(
        ",", place.end
    ):
        return True
    return text[place.end : place.end + 8].lstrip(", \u00a0\n").casefold().startswith("where")


def _country_of(ledger: Ledger, place: Draft) -> Draft | None:
    code = place.attributes.get("code")
    if code is None:
        return None
    lineage = [gazetteer.place(code), *gazetteer.ancestors(gazetteer.place(code))]
    country = next((above for above in lineage if above.level == 0), None)
    if country is None:
        return None
    draft = ledger.known("Place", country.code) or ledger.open("Place", country.name, country.code)
    draft.attributes.setdefault("code", country.code)
    return draft
