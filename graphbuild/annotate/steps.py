"""The components of a spaCy pipeline as steps over the paragraphs of one document.

The values are those that `Language.pipe` would set; where one of its stock components is slow for what it
does, the step is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphbuild.annotate.forms import Forms, are_forms
from graphbuild.annotate.transitions import annotate_greedily, is_greedy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    Step = Callable[[Sequence[Doc]], Sequence[Doc]]


def steps_of(nlp: Language) -> tuple[Step, ...]:
    """Return the steps of a pipeline, in order: each takes the docs of a batch and returns them annotated."""
    components: list[Any] = [component for _, component in nlp.pipeline]
    merged: list[Any] = []
    for component in components:
        if merged and are_forms(merged[-1], component):
            merged[-1] = Forms(merged[-1], component)
        else:
            merged.append(component)
    return tuple(map(_step, merged))


def _step(component: Any) -> Step:  # noqa: ANN401 - a component is any callable
    if isinstance(component, Forms):
        return component
    if is_greedy(component):
        return lambda docs: annotate_greedily(component, docs)
    if hasattr(component, "pipe"):
        return lambda docs: list(component.pipe(docs, batch_size=len(docs)))
    return lambda docs: [component(doc) for doc in docs]
