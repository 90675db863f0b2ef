"""The greedy search of spaCy's parser and entity recogniser over the paragraphs of one document.

The loop that spaCy brings lets go of the interpreter's lock and asks for it back for each class of each
state, to see whether the transition is allowed: half the time of the entity recogniser goes on that. Here
the same models score the same states and the same transitions are taken, and the lock is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

MOST: Final = 64
"""Paragraphs that are searched side by side: few pages have more, and the memory of a long one is bounded."""


def is_greedy(component: object) -> bool:
    """Whether a component of a pipeline searches as `annotate_greedily` does.

    Beams, models without an upper layer and classes that training never saw are left to spaCy.
    """
    from spacy.pipeline import DependencyParser, EntityRecognizer

    if not isinstance(component, DependencyParser | EntityRecognizer):
        return False
    traits = component.model.attrs
    return bool(component.cfg["beam_width"] == 1 and traits["has_upper"] and not traits["unseen_classes"])


def annotate_greedily(component: Any, docs: Sequence[Doc]) -> Sequence[Doc]:  # noqa: ANN401
    """Return the docs of one batch as the component's own `pipe` would leave them."""
    for start in range(0, len(docs), MOST):
        _annotate(component, docs[start : start + MOST])
    return docs


def _annotate(component: Any, docs: Sequence[Doc]) -> None:  # noqa: ANN401 - spaCy's classes have no types
    states = component.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        model = component.model.predict(docs)
        scores = _scores(model)
        while unfinished:
            unfinished = component.transition_states(unfinished, scores(unfinished))
        model.clear_memory()
    component.set_annotations(docs, states)


def _scores(model: Any) -> Callable[[Sequence[Any]], Any]:  # noqa: ANN401 - as above
    """Return the step of a model that holds the vectors of a batch: states to a row of scores for each."""
    vectors, upper = model.state2vec.predict, model.vec2scores.predict

    def scores(states: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
        return upper(vectors(model.get_token_ids(states)))

    return scores
