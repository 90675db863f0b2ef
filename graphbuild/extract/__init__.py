"""Annotated passages to mentions and claims, by a cascade of grammars over words.

``words`` is the only module that sees spaCy; from there on a sentence is a `Line` of `Word` values.
"""
