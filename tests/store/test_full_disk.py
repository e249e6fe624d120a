"""A disk that is full: said in words, nothing lost, and the same touch works as soon as there is room."""

import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.builders import FRIDAY_NINE, office_document, open_hall
from tests.verbs.soundness import check_hall
from waitline.model.errors import DatabaseFull
from waitline.verbs.requests import new_request

MANY = 2_000


def take_until_full(hall):
    """(what was given out, the request that found no room)."""
    given = []
    for _ in range(MANY):
        request = new_request()
        try:
            given.append(hall.reception.take_ticket(request=request, service="TRANS", printer="kiosk-1").ticket)
        except DatabaseFull:
            return given, request
    raise AssertionError("the disk never was full")


def goes_on(hall, given, request):
    assert hall.tickets() == given
    check_hall(hall)
    for _ in range(2):
        again = hall.reception.take_ticket(request=request, service="TRANS", printer="kiosk-1").ticket
        assert again.number == len(given) + 1
    assert len(hall.tickets()) == len(given) + 1
    check_hall(hall)


def limit_pages(hall, more):
    """The file may grow by so many pages on this program's connections."""

    @event.listens_for(hall.store.engine, "connect")
    def limit(connection, _record):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + more}").fetchone()

    hall.store.close()  # the next verb opens a new one


def test_a_database_that_may_not_grow_is_full_and_goes_on_when_it_may(sqlite_hall):
    hall = sqlite_hall()
    hall.take()
    limit_pages(hall, 4)
    given, request = take_until_full(hall)
    with pytest.raises(DatabaseFull) as full:
        hall.reception.take_ticket(request=request, service="TRANS")
    assert full.value.words.zh == "磁碟空間已滿，請通知管理者"
    limit_pages(hall, MANY)
    goes_on(hall, [hall.tickets()[0], *given], request)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of a megabyte; needs the right to mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_real_disk_that_is_full(small_disk: Path, migrated_file, make_store):
    shutil.copy(migrated_file, small_disk / "queue.db")
    ballast = small_disk / "somebody_elses_file"
    ballast.write_bytes(b"x" * 300_000)
    hall = open_hall(
        make_store(f"sqlite:///{small_disk}/queue.db", "office"), office_document(), turned_to=FRIDAY_NINE
    )
    given, request = take_until_full(hall)
    assert given
    assert [call.label for call in hall.board.calls] == [], "looking still works"
    ballast.unlink()
    goes_on(hall, given, request)
    hall.store.close()
