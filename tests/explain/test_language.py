"""Which articles are in a language that is read."""

from __future__ import annotations

import pytest

from graphbuild.explain.language import foreign_language
from graphbuild.read import read_text

ENGLISH = (
    "The mayor of the city came to see the new school, and he was pleased with the work that had been done."
)


@pytest.mark.parametrize(
    "text",
    [
        "市长钱多福五月六日到平潭白云茶业有限公司调研，副市长孙少青陪同。",
        "Le maire de la ville a visité mardi une nouvelle usine. Il était accompagné par le préfet.",
        "Der Bürgermeister besuchte am Dienstag eine neue Fabrik. Er wurde dabei von zwei Räten begleitet.",
        "El alcalde visitó el martes una nueva fábrica. Lo acompañaban dos concejales de la ciudad.",
    ],
)
def test_other_languages_are_named(text: str) -> None:
    """Chinese, French, German and Spanish are told from English, with what to do."""
    problem = foreign_language(read_text(text))
    assert problem is not None
    assert problem.startswith("language not supported: ")
    assert problem.endswith("give an English version")


@pytest.mark.parametrize("text", [ENGLISH, "Mayor Qian Duofu visits Baiyun."])
def test_english_is_read(text: str) -> None:
    """English prose passes, and so does a text too short to be judged."""
    assert foreign_language(read_text(text)) is None
