"""The ledger of one document: chains under construction and which span belongs to which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphbuild.model import Chain, Claim, Evidence, Mention, Post, Span, digest

if TYPE_CHECKING:
    from graphbuild.model import Document


@dataclass(slots=True)
class Draft:
    """A chain that still grows."""

    id: str
    type: str
    name: str
    key: str | None = None
    aliases: set[str] = field(default_factory=set)
    attributes: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def freeze(self) -> Chain:
        """Return the finished chain, its aliases sorted and without the name itself."""
        others = tuple(sorted({alias for alias in self.aliases if alias and alias != self.name}))
        return Chain(self.id, self.type, self.name, others, self.key, tuple(sorted(self.attributes.items())))


class Ledger:
    """Collects chains, posts and claims of one document; ids follow the order of first mention."""

    def __init__(
        self, document: Document, sentences: tuple[Span, ...] = (), prose: tuple[Span, ...] = ()
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.prose = prose
        self.drafts: dict[str, Draft] = {}
        self.posts: dict[str, Post] = {}
        self.claims: list[Claim] = []
        self._opened = 0
        self._of: dict[tuple[str, Span], str] = {}
        self._by_key: dict[tuple[str, str], str] = {}

    def open(self, type_: str, name: str, key: str | None = None) -> Draft:
        """Return the chain of this type and key (or name), opening it when it is new."""
        identity = (type_, key or name.casefold())
        if identity not in self._by_key:
            draft = Draft(f"{self.document.id}-{self._opened}", type_, name, key)
            self._opened += 1
            self.drafts[draft.id] = draft
            self._by_key[identity] = draft.id
        return self.drafts[self._by_key[identity]]

    def known(self, type_: str, key: str) -> Draft | None:
        """Return the chain of this type and key, if there is one."""
        found = self._by_key.get((type_, key))
        return self.drafts[found] if found is not None else None

    def also(self, draft: Draft, key: str) -> None:
        """Let another key lead to the chain too; the first chain to claim a key keeps it."""
        self._by_key.setdefault((draft.type, key), draft.id)

    def add(self, draft: Draft, mention: Mention) -> None:
        """Put a mention into a chain, its name among the aliases."""
        draft.mentions.append(mention)
        self._of[mention.type, mention.span] = draft.id

    def merge(self, draft: Draft, into: Draft) -> None:
        """Let all mentions, names and keys of one chain be those of another."""
        for mention in draft.mentions:
            self.add(into, mention)
        into.aliases |= {*draft.aliases, draft.name}
        self._by_key.update((key, into.id) for key, found in self._by_key.items() if found == draft.id)
        del self.drafts[draft.id]

    def leave(self, mention: Mention) -> None:
        """Take a mention out of the chain that holds it, if any."""
        found = self.chain_of(mention)
        if found is not None:
            found.mentions.remove(mention)
            del self._of[mention.type, mention.span]

    def chain_of(self, mention: Mention) -> Draft | None:
        """Return the chain that holds the mention, if any."""
        found = self._of.get((mention.type, mention.span))
        return self.drafts[found] if found is not None else None

    def post(self, title: str, home: Draft | None) -> Post:
        """Return the post of this title in this home."""
        where = home.id if home is not None else ""
        post = Post(f"{self.document.id}-p{digest(title.casefold(), where, length=8)}", title, where or None)
        return self.posts.setdefault(post.id, post)

    def claim(
        self, subject: str, relation: str, object_: str, *, rule: str, sentences: tuple[Span, ...],
        mentions: tuple[tuple[str, Span], ...] = (), confidence: float = 0.9, modality: str = "stated",
    ) -> None:  # fmt: skip
        """Record a claim with its evidence in this document."""
        evidence = Evidence(self.document.id, sentences, mentions, rule)
        self.claims.append(Claim(subject, relation, object_, evidence, modality, confidence))
