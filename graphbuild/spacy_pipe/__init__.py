"""graphbuild as a component of a spaCy pipeline: ``nlp.add_pipe("graphbuild")``.

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm")  # doctest: +SKIP
    >>> nlp.add_pipe("graphbuild")  # doctest: +SKIP
    >>> doc = nlp("Mayor Qian Duofu inspected Pingtan Tea Co., Ltd.")  # doctest: +SKIP
    >>> doc._.claims  # doctest: +SKIP

spaCy finds the component by an entry point; nothing here needs to be imported.
"""

from __future__ import annotations

from graphbuild.spacy_pipe.component import Component, make_component
from graphbuild.spacy_pipe.values import DocClaim, DocEvent, DocPost

__all__ = ["Component", "DocClaim", "DocEvent", "DocPost", "make_component"]
