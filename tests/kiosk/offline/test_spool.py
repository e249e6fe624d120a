"""The spool: what was shown is there whatever happens to the power or to either of its files."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.offline.errors import SpoolFull, SpoolInUse, SpoolUnusable
from kiosk.offline.record import BLOCK, Slip
from kiosk.offline.spool import FILES, Spool
from waitline.model.ticket import PaperNumber

from .papers import DAY, a_paper

ROOMS = 3
ROOT = Path(__file__).parents[3]


@contextmanager
def opened(folder: Path, rooms: int = ROOMS) -> Iterator[Spool]:
    spool = Spool(folder, rooms)
    try:
        yield spool
    finally:
        spool.close()


def pending(folder: Path, rooms: int = ROOMS) -> list[PaperNumber]:
    with opened(folder, rooms) as spool:
        return [record.paper for record in spool.pending()]


@pytest.fixture
def in_memory() -> Iterator[Path]:
    """A folder whose syncs cost nothing, where the system has one: for thousands of them."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def two_given(in_memory: Path) -> Path:
    """Two numbers in a spool of three rooms, the first one's slip printed."""
    with opened(in_memory) as spool:
        for number in (1, 2):
            spool.add(DAY, a_paper(number))
        spool.move(1, slip=Slip.PRINTED)
    return in_memory


def test_what_was_given_is_there_after_a_restart_in_its_order(two_given: Path) -> None:
    assert pending(two_given) == [a_paper(1), a_paper(2)]
    with opened(two_given) as spool:
        assert spool.progress(1).slip is Slip.PRINTED
        assert spool.progress(2).slip is Slip.QUEUED
        assert spool.last_number("OFFLINE-1", DAY) == 2
        assert spool.last_number("OFFLINE-1", "2026-11-21") is None
        assert spool.by_request("request-2").paper.label == "K002"


def test_all_its_room_is_taken_from_the_disk_when_it_is_made(tmp_path: Path) -> None:
    with opened(tmp_path):
        sizes = {(tmp_path / name).stat().st_size for name in FILES}
        taken = [(tmp_path / name).stat().st_blocks * 512 for name in FILES]
    assert sizes == {ROOMS * 2 * BLOCK}
    assert min(taken) >= ROOMS * 2 * BLOCK
    with opened(tmp_path) as spool:
        spool.add(DAY, a_paper())
    assert {(tmp_path / name).stat().st_size for name in FILES} == sizes


def test_a_full_spool_says_so_and_has_room_again_once_numbers_are_handed_over(tmp_path: Path) -> None:
    with opened(tmp_path) as spool:
        for number in range(1, ROOMS + 1):
            spool.add(DAY, a_paper(number))
        with pytest.raises(SpoolFull) as full:
            spool.add(DAY, a_paper(9))
        assert str(ROOMS) in full.value.words.zh
        assert len(spool.pending()) == ROOMS
        spool.move(1, handed=True)
        spool.add(DAY, a_paper(4))
    assert [paper.number for paper in pending(tmp_path)] == [2, 3, 4]


def test_the_last_number_is_known_when_all_have_been_handed_over(tmp_path: Path) -> None:
    with opened(tmp_path) as spool:
        for number in range(1, 8):
            spool.add(DAY, a_paper(number))
            spool.move(number, handed=True)
    with opened(tmp_path) as spool:
        assert spool.pending() == []
        assert spool.last_number("OFFLINE-1", DAY) == 7


@pytest.mark.parametrize("name", FILES)
def test_any_byte_of_either_file_may_be_spoilt_and_nothing_is_lost(two_given: Path, name: str) -> None:
    file = two_given / name
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with opened(two_given) as spool:
            assert [record.paper for record in spool.pending()] == [a_paper(1), a_paper(2)], at
            assert spool.progress(1).slip is Slip.PRINTED, at
            assert spool.unreadable == (), at


@pytest.mark.parametrize("name", FILES)
def test_either_file_may_be_cut_off_at_any_byte_and_nothing_is_lost(two_given: Path, name: str) -> None:
    file = two_given / name
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert pending(two_given) == [a_paper(1), a_paper(2)], length
        assert file.stat().st_size == len(whole)


def test_a_power_cut_at_any_byte_of_a_write_leaves_the_number_whole_or_not_given(two_given: Path) -> None:
    """The disk has taken in so many bytes of the third number, first of one file's, then of the other's."""
    before = [(two_given / name).read_bytes() for name in FILES]
    with opened(two_given) as spool:
        spool.add(DAY, a_paper(3))
    after = [(two_given / name).read_bytes() for name in FILES]
    at = 2 * 2 * BLOCK
    for side in (0, 1):
        for taken_in in range(BLOCK + 1):
            torn = [after[0] if side == 1 else before[0], before[1]]
            torn[side] = before[side][:at] + after[side][at : at + taken_in] + before[side][at + taken_in :]
            for name, data in zip(FILES, torn, strict=True):
                (two_given / name).write_bytes(data)
            found = pending(two_given)
            whole = side == 1 or torn[0] == after[0]
            assert found == [a_paper(n) for n in ((1, 2, 3) if whole else (1, 2))], (side, taken_in)
            with opened(two_given) as spool:
                assert spool.unreadable == ()
                assert whole or spool.add(DAY, a_paper(8)).place == 3


def test_a_power_cut_at_any_byte_of_progress_leaves_the_old_step_or_the_new(two_given: Path) -> None:
    before = [(two_given / name).read_bytes() for name in FILES]
    with opened(two_given) as spool:
        spool.move(1, handed=True)
    after = [(two_given / name).read_bytes() for name in FILES]
    new = after[0][BLOCK : 2 * BLOCK].rstrip(b"\0")
    for side in (0, 1):
        for taken_in in range(BLOCK + 1):
            torn = [after[0] if side == 1 else before[0], before[1]]
            torn[side] = (
                before[side][:BLOCK] + after[side][BLOCK : BLOCK + taken_in] + before[side][BLOCK + taken_in :]
            )
            for name, data in zip(FILES, torn, strict=True):
                (two_given / name).write_bytes(data)
            with opened(two_given) as spool:
                assert spool.progress(1).handed is (side == 1 or torn[0][BLOCK:].startswith(new))
                assert spool.progress(1).slip is Slip.PRINTED


def test_a_number_that_both_files_have_lost_is_told_and_not_given_again(two_given: Path) -> None:
    for name in FILES:
        with (two_given / name).open("r+b") as file:
            file.seek(2 * BLOCK + 100)
            file.write(b"damage")
    with opened(two_given) as spool:
        assert spool.unreadable == (2,)
        assert [record.paper.number for record in spool.pending()] == [1]
        assert spool.add(DAY, a_paper(3)).place == 3


def test_two_programs_never_write_in_one_spool(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(SpoolInUse) as used:
        Spool(tmp_path, ROOMS)
    assert "另一個程式" in used.value.words.zh
    assert pending(tmp_path) == []


def test_a_disk_that_refuses_is_told_in_words_and_nothing_is_given(tmp_path: Path) -> None:
    blocked = tmp_path / "a file where the folder should be"
    blocked.write_text("")
    with pytest.raises(SpoolUnusable) as refused:
        Spool(blocked / "spool", ROOMS)
    assert "離線號碼簿" in refused.value.words.zh


def test_a_disk_that_is_full_when_the_spool_is_made_is_told_and_later_it_is_made_whole(tmp_path: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 * BLOCK, old[1]))
    try:
        with pytest.raises(SpoolUnusable):
            Spool(tmp_path, ROOMS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    with opened(tmp_path) as spool:
        spool.add(DAY, a_paper())
    assert pending(tmp_path) == [a_paper()]


GIVES_UNTIL_KILLED = """
import sys
from pathlib import Path
from kiosk.offline.spool import Spool
from kiosk.offline.record import Slip
from tests.kiosk.offline.papers import DAY, a_paper

spool = Spool(Path(sys.argv[1]), 40)
number = spool.last_number("OFFLINE-1", DAY) or 0
print("ready", flush=True)
while True:
    number += 1
    spool.add(DAY, a_paper(number))
    print(number, flush=True)
    spool.move(number, slip=Slip.SENT)
    spool.move(number, slip=Slip.PRINTED)
    for record in spool.pending()[:-10]:
        spool.move(record.place, handed=True)
"""


def test_a_kiosk_killed_at_any_moment_has_every_number_it_has_shown(in_memory: Path) -> None:
    shown = 0
    for turn in range(10):
        words = [sys.executable, "-c", GIVES_UNTIL_KILLED, str(in_memory)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            for _ in range(3 + 2 * turn):
                shown = int(child.stdout.readline())
            os.kill(child.pid, signal.SIGKILL)
            shown = max([shown, *map(int, child.stdout.read().split())])
        with opened(in_memory, 40) as spool:
            numbers = [record.paper.number for record in spool.pending()]
            last = spool.last_number("OFFLINE-1", DAY)
        assert last in {shown, shown + 1}, "the last one may lie there and not have been shown"
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert numbers[0] <= max(1, shown - 9)
