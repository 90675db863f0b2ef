"""The ledger of chains of one document."""

from __future__ import annotations

from graphbuild.model import Mention, Span
from graphbuild.resolve.ledger import Ledger
from tests.reading import article


def ledger() -> Ledger:
    """Return an empty ledger."""
    return Ledger(article("Tan Yishan spoke."))


def test_one_key_one_chain() -> None:
    """Opening a type and key twice gives the same chain; another type or key gives another."""
    book = ledger()
    first = book.open("Place", "Pingshun County", "cn-1")
    assert book.open("Place", "Pingshun", "cn-1") is first
    assert book.open("Place", "Pingshun County", "cn-2") is not first
    assert book.open("Body", "Pingshun County", "cn-1") is not first


def test_second_key_leads_to_the_first_claimant() -> None:
    """A key that two chains claim stays with the first."""
    book = ledger()
    first, second = book.open("Place", "Baishi Town"), book.open("Place", "Baishi Village")
    book.also(first, "bare:baishi")
    book.also(second, "bare:baishi")
    assert book.known("Place", "bare:baishi") is first
    assert book.known("Place", "bare:shitang") is None


def test_mention_leads_to_its_chain() -> None:
    """The chain of a mention is found by its type and span."""
    book = ledger()
    mention = Mention(book.document.id, Span(0, 10), "Official", "Tan Yishan", "Tan Yishan")
    draft = book.open("Official", "Tan Yishan")
    assert book.chain_of(mention) is None
    book.add(draft, mention)
    assert book.chain_of(mention) is draft


def test_posts_are_told_apart_by_title_and_home() -> None:
    """The same title in the same home is one post, whatever its case."""
    book = ledger()
    home = book.open("Place", "Yunmo City")
    assert book.post("Mayor", home) is book.post("mayor", home)
    assert book.post("Mayor", home) != book.post("Mayor", None)
    assert len(book.posts) == 2


def test_frozen_chain_sorts_its_aliases() -> None:
    """The finished chain has its other names in order, without its own."""
    draft = ledger().open("Place", "Pingshun County")
    draft.aliases |= {"Pingshun County", "the county", "Pingshun", ""}
    assert draft.freeze().aliases == ("Pingshun", "the county")
