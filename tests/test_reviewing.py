"""The commands around identity: build with decisions, review, explain --entity, redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from graphbuild import cli, pipeline
from graphbuild.decisions import read_decisions
from graphbuild.review import pairs

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PAGES = {
    "a.txt": "Tan Yishan Visits the Mill\n\nRelease time: 2019-05-05\n\n"
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. "
    "Kang Wenhe, director of the Yunmo Municipal Tax Bureau, accompanied him.\n",
    "b.txt": "A Speech on the Coast\n\nRelease time: 2019-08-01\n\nNiu Changgeng spoke in Nairobi.\n",
    "c.txt": "A Harvest\n\nRelease time: 2019-08-09\n\nTan Yishan and Kang Wenhe visited Yunmo City.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of three short articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(*arguments: object, answers: str = "") -> Result:
    """Run a command with answers to its questions."""
    return CliRunner().invoke(cli.app, [str(each) for each in arguments], input=answers)


def test_review_lists_pairs_with_evidence(articles: Path) -> None:
    """The list shows both sides with their sentences, and writes nothing."""
    found = run("review", articles, "--list")
    assert found.exit_code == 0, found.output
    assert "1 of" in found.output
    assert "Tan Yishan" in found.output
    assert not (articles / "decisions.toml").exists()


def test_review_writes_decisions_that_hold(articles: Path) -> None:
    """The key m joins a pair in every later build, d parts one; what is decided is not asked again."""
    before = pipeline.build([articles])
    asked = pairs(before)
    assert asked
    found = run("review", articles, answers="m\n" + "d\n" * (len(asked) - 1))
    assert found.exit_code == 0, found.output
    decided = read_decisions(articles / "decisions.toml")
    assert len(decided.merge) == 1
    assert len(decided.split) == len(asked) - 1
    after = pipeline.build([articles], decisions=articles / "decisions.toml")
    assert pairs(after) == []
    assert len(after.entities("Official")) == len(before.entities("Official")) - 1


def test_review_skips_quits_and_asks_again(articles: Path) -> None:
    """Other keys are asked again; "s" and "q" decide nothing, and so does the end of the input."""
    for answers in ("x\ns\nq\n", "q\n", ""):
        found = run("review", articles, answers=answers)
        assert found.exit_code == 0, found.output
        assert "nothing was decided" in found.output
    assert not (articles / "decisions.toml").exists()


def test_build_applies_decisions_beside_the_articles(articles: Path, tmp_path: Path) -> None:
    """A file of decisions beside the articles is used; one that matches nothing is told, not fatal."""
    (articles / "decisions.toml").write_text(
        '[[omit]]\nentity = "official-nobody-00000000"\n', encoding="utf-8"
    )
    found = run("build", articles, "-o", tmp_path / "out", "-f", "ttl")
    assert found.exit_code == 0, found.output
    assert "line 1" in found.output
    assert "any more" in found.output


def test_build_refuses_bad_decisions(articles: Path, tmp_path: Path) -> None:
    """A decision that cannot be read stops the build with file and line, and nothing is written."""
    (articles / "bad.toml").write_text('\n[[omit]]\nwho = "x"\n', encoding="utf-8")
    found = run("build", articles, "-o", tmp_path / "out", "--decisions", articles / "bad.toml")
    assert found.exit_code == 1
    assert "bad.toml, line 2: [[omit]] needs entity" in found.output
    assert not (tmp_path / "out").exists()


def test_moved_anchor_is_redirected(articles: Path, tmp_path: Path) -> None:
    """When an older article comes in, redirects.ttl leads from the old IRI to the new one."""
    out = tmp_path / "out"
    assert run("build", articles / "a.txt", "-o", out, "-f", "ttl").exit_code == 0
    assert not (out / "redirects.ttl").exists()
    older = "Earlier\n\nRelease time: 2019-01-05\n\nTan Yishan, mayor of Yunmo City, visited Baishi Town.\n"
    (articles / "d.txt").write_text(older, encoding="utf-8")
    assert run("build", articles / "a.txt", articles / "d.txt", "-o", out, "-f", "ttl").exit_code == 0
    lines = (out / "redirects.ttl").read_text(encoding="utf-8").splitlines()
    (line,) = (each for each in lines if "official-tan-yishan" in each)
    old, new = (part.split(">")[0] for part in line.split("<")[1:])
    turtle = (out / "graph.ttl").read_text(encoding="utf-8")
    assert new.rsplit("/", 1)[1] in turtle
    assert old.rsplit("/", 1)[1] not in turtle


def test_explain_entity(articles: Path) -> None:
    """Each article that names somebody is listed with score and reasons, as text and as JSON."""
    found = run("explain", articles, "--entity", "tan yishan", "--json")
    assert found.exit_code == 0, found.output
    assert '"entity": "official-tan-yishan-' in found.output
    assert "prior shared" in found.output
    assert "official-tan-yishan" in run("explain", articles, "--entity", "Tan Yishan").output
    missing = run("explain", articles, "--entity", "Nobody Here")
    assert missing.exit_code == 1
    assert "nothing is called Nobody Here" in missing.output
