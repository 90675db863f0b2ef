"""Classes of spaCy's labels that the grammars ask for: parts of speech, tags, relations, entity types.

Parts of speech and relations are those of Universal Dependencies and ClearNLP, tags those of the
Penn Treebank, entity types those of OntoNotes 5.
"""

from __future__ import annotations

from typing import Final

NOUNS: Final = frozenset({"NOUN", "PROPN"})
VERBS: Final = frozenset({"VERB", "AUX"})

TOLD: Final = frozenset({"VBD", "VBZ"})
"""Finite forms that tell of an act: "visited", "visits"."""
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
PARTICIPLES: Final = frozenset({"VBN", "VBG"})
PASSIVE: Final = frozenset({"VBN", "VBD"})
"""Forms of a passive; the tagger takes many a participle for a past tense."""

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
TIMES: Final = frozenset({"DATE", "TIME"})
