"""Sentences to mentions and claims, by a cascade of grammars over words."""
