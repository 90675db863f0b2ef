"""Identity across documents: which chains are one entity.

Conservative: places and bodies join by canonical key, enterprises by full name, people only when a
post is shared as well; whatever is unsure stays apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.model import Identity, digest
from graphbuild.resolve.names import parse_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.model import Chain, Extraction

_SLUG: Final = 48


def identify(extractions: Sequence[Extraction]) -> tuple[Identity, ...]:
    """Return an identity for every chain; entity ids do not depend on the order of the extractions."""
    ordered = sorted(extractions, key=lambda e: (e.document.published or "9999", e.document.id))
    blocks: dict[tuple[str, str], list[tuple[Extraction, Chain]]] = defaultdict(list)
    for extraction in ordered:
        for chain in extraction.chains:
            blocks[chain.type, _block(extraction, chain)].append((extraction, chain))
    found: list[Identity] = []
    for (type_, _), members in sorted(blocks.items(), key=lambda item: item[0]):
        for group, reason in _groups(type_, members):
            found.extend(_identities(type_, group, reason))
    return tuple(sorted(found, key=lambda identity: identity.chain))


def _block(extraction: Extraction, chain: Chain) -> str:
    """Return the key that chains of one entity share; names that need context get their document's."""
    name = " ".join(chain.name.replace("·", " ").casefold().split())
    if chain.type == "Official":
        return name
    if chain.type == "Place":
        return chain.key or name
    if chain.type == "Body":
        body = parse_body(chain.name)
        local = bool(body.level) and not body.jurisdiction and body.level != "national"
        return f"{chain.key or name}|{extraction.document.id if local else ''}"
    if chain.type == "Enterprise" and len(name.split()) > 1:
        return name.rstrip(".")
    return f"{name}|{extraction.document.id}"


def _groups(
    type_: str, members: list[tuple[Extraction, Chain]]
) -> Iterable[tuple[list[tuple[Extraction, Chain]], str]]:
    if type_ != "Official":
        return [(members, "same key" if len(members) > 1 else "one document")]
    return _people(members)


def _people(members: list[tuple[Extraction, Chain]]) -> Iterable[tuple[list[tuple[Extraction, Chain]], str]]:
    """Join people of one name who share a post (title and home), but never two of one document."""
    groups: list[tuple[list[tuple[Extraction, Chain]], set[tuple[str, str]], set[str]]] = []
    for extraction, chain in members:
        posts = _posts(extraction, chain)
        fitting = next((g for g in groups if g[1] & posts and extraction.document.id not in g[2]), None)
        if fitting is None:
            groups.append(([(extraction, chain)], set(posts), {extraction.document.id}))
        else:
            fitting[0].append((extraction, chain))
            fitting[1].update(posts)
            fitting[2].add(extraction.document.id)
    return [(group, "same name and post" if len(group) > 1 else "one document") for group, _, _ in groups]


def _posts(extraction: Extraction, chain: Chain) -> set[tuple[str, str]]:
    chains = {c.id: c for c in extraction.chains}
    posts = {post.id: post for post in extraction.posts}
    found = set()
    for claim in extraction.claims:
        if claim.relation == "holdsPost" and claim.subject == chain.id:
            post = posts[claim.object]
            home = chains.get(post.post_in or "")
            if home is not None:
                found.add((_rank(post.title), _block(extraction, home)))
    return found


def _rank(title: str) -> str:
    """Return a title without its status: an acting mayor who becomes mayor is one person."""
    status = (
        words("en", "posts", "acting") | words("en", "posts", "former") | words("en", "posts", "designate")
    )
    return " ".join(word for word in title.casefold().split() if word not in status)


def _identities(type_: str, group: list[tuple[Extraction, Chain]], reason: str) -> list[Identity]:
    extraction, anchor = group[0]
    keyed = type_ in {"Place", "Body", "Enterprise"}
    seed = _block(extraction, anchor) if keyed else f"{extraction.document.id}|{anchor.id.rsplit('-', 1)[1]}"
    entity = f"{type_.casefold()}-{slug(anchor.name)}-{digest(type_, seed, length=8)}"
    score = 1.0 if len(group) == 1 else 0.9
    return [Identity(chain.id, entity, score, (reason,)) for _, chain in group]


def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens, cut to a readable length."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:_SLUG].strip("-") or "x"
