"""A database file that is taken away under running programs: said at once, nothing written beside it."""

import shutil
from pathlib import Path

import pytest

from tests.verbs.soundness import check_hall
from waitline.model.errors import DatabaseAway, DatabaseNotMade
from waitline.store.migrate import check_version

on_a_file = pytest.mark.parametrize("database", ["sqlite"])


def moved(hall, folder: Path) -> Path:
    """The file and what belongs to it, moved into `folder`; where it was."""
    place = Path(hall.store.url.removeprefix("sqlite:///"))
    folder.mkdir()
    for file in place.parent.glob(place.name + "*"):
        shutil.move(file, folder / file.name)
    return place


@on_a_file
def test_a_moved_file_is_away_for_verbs_looks_and_feeds_and_no_empty_one_takes_its_place(hall, tmp_path):
    hall.take()
    feed = hall.store.feed()
    place = moved(hall, tmp_path / "aside")
    with pytest.raises(DatabaseAway):
        hall.take()
    with pytest.raises(DatabaseAway), hall.store.reading():
        pass
    with pytest.raises(DatabaseAway):
        feed.wait(0.0)
    with pytest.raises(DatabaseNotMade):
        check_version(hall.store.engine)
    feed.close()
    assert not place.exists()


@on_a_file
def test_a_restored_copy_is_the_hall_from_its_first_verb_on(hall, tmp_path):
    assert hall.take().label == "A001"
    aside = tmp_path / "aside"
    place = moved(hall, aside)
    for file in aside.iterdir():
        shutil.copy(file, place.parent / file.name)
    assert hall.take().label == "A002"
    check_hall(hall)
    shutil.rmtree(aside)
    assert hall.take().label == "A003"
