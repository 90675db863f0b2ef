"""Sentences to mentions and claims, by a cascade of grammars over words.

`cascade` runs the grammars of names line by line and explains their order; `frames` then reads what
the sentences say was done. `document` joins the two. ``docs/adding-a-rule.md`` says which module is
the room for which rule.
"""
