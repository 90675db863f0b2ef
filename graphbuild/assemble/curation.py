"""A curator's decisions on entities and claims, applied while the graph is put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.decisions import NONE, Decisions
from graphbuild.errors import DecisionError
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.decisions import Rejected
    from graphbuild.decisions.values import Decision
    from graphbuild.model import Claim, Entity, Post

_CLAIM: Final = "claim-"


class Curator:
    """Applies decisions and notes which found something to apply to.

    `current` says to which entity each id leads that a decision names.
    """

    def __init__(self, decisions: Decisions = NONE, current: Mapping[str, str] | None = None) -> None:
        self.decisions = decisions
        self._current = dict(current or {})
        self._labels = {self._current.get(each.entity, each.entity): each for each in decisions.rename}
        self._types = {self._current.get(each.entity, each.entity): each for each in decisions.retype}
        self._used: set[int] = set()

    @property
    def omitted(self) -> frozenset[str]:
        """The entities that stay out of the graph."""
        return frozenset(self._current[e.entity] for e in self.decisions.omit if e.entity in self._current)

    def leads_to(self, name: str) -> str | None:
        """Return the entity to which the id in a decision leads."""
        return self._current.get(name)

    def entity(self, entity: Entity) -> Entity:
        """Return an entity under the label and in the class that were decided."""
        renamed, retyped = self._labels.get(entity.id), self._types.get(entity.id)
        if renamed is not None:
            others = {*entity.labels, (entity.label, entity.language)} - {(renamed.label, renamed.language)}
            entity = replace(
                entity, label=renamed.label, language=renamed.language, labels=tuple(sorted(others))
            )
        return replace(entity, type=retyped.type) if retyped is not None else entity

    def keeps(
        self, claim: Claim, entities: Mapping[str, Entity], quotes: Iterable[str], post: Post | None = None
    ) -> bool:
        """Whether no decision speaks against a claim; `quotes` are the sentences that it rests on.

        `post` is the object of a claim that someone holds one.
        """
        texts = tuple(quotes)
        for rejected in self.decisions.reject:
            if self._means(rejected, claim, entities, texts) and self._at(rejected, claim, entities, post):
                self._used.add(id(rejected))
                return False
        return not self._types or _fits(claim, entities)

    def _means(
        self, rejected: Rejected, claim: Claim, entities: Mapping[str, Entity], quotes: tuple[str, ...]
    ) -> bool:
        return (
            rejected.claim.removeprefix(_CLAIM) in {"", claim.id}
            and rejected.document.removeprefix("doc-") in {"", claim.evidence.document}
            and rejected.relation in {"", claim.relation}
            and self._is(rejected.subject, claim.subject, entities)
            and (not rejected.text or any(rejected.text in quote for quote in quotes))
        )

    def _at(
        self, rejected: Rejected, claim: Claim, entities: Mapping[str, Entity], post: Post | None
    ) -> bool:
        """Whether object and title are those of a claim; a post also goes by where it is held."""
        home, title = (post.post_in or "", post.title) if post is not None else ("", "")
        ends = (claim.object, home) if home else (claim.object,)
        same = not rejected.title or rejected.title.casefold() == title.casefold()
        return same and any(self._is(rejected.object, end, entities) for end in ends)

    def _is(self, name: str, end: str, entities: Mapping[str, Entity]) -> bool:
        if not name or self._current.get(name, name) == end:
            return True
        entity = entities.get(end)
        names = (entity.label, *(text for text, _ in entity.labels)) if entity is not None else ()
        return name.casefold() in {each.casefold() for each in names}

    def unused(self) -> tuple[DecisionError, ...]:
        """Return what is to be said of the decisions that no longer match anything."""
        problems = ((each, self._problem(each)) for each in self.decisions)
        return tuple(
            DecisionError(self.decisions.source, each.line, problem) for each, problem in problems if problem
        )

    def _problem(self, decision: Decision) -> str:
        kind = type(decision).__name__
        if kind == "Rejected":
            return (
                ""
                if id(decision) in self._used
                else "no claim of the graph is meant by this [[reject]] any more"
            )
        lost = [name for name in _named(decision) if name not in self._current]
        return f"no entity of the graph is {', '.join(lost)} any more" if lost else ""


def _named(decision: Decision) -> tuple[str, ...]:
    """Return the ids that a decision needs."""
    names = getattr(decision, "entities", None) or (
        getattr(decision, "entity", ""),
        getattr(decision, "subject", ""),
        getattr(decision, "object", ""),
        getattr(decision, "post_in", ""),
    )
    return tuple(filter(None, names))


def _fits(claim: Claim, entities: Mapping[str, Entity]) -> bool:
    """Whether the ontology lets the relation join the classes that the ends have now."""
    relation = ontology().relations.get(claim.relation)
    if relation is None:
        return True
    ends = ((claim.subject, relation.domain), (claim.object, relation.range))
    return all(
        not allowed or name not in entities or set(ontology().types(entities[name].type)) & set(allowed)
        for name, allowed in ends
    )
