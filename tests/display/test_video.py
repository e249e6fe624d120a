"""Which of a video's pictures the process that decodes them gives to the wall."""

import json
import subprocess
import sys
import threading
import uuid

import pytest
from PySide6.QtCore import QSharedMemory, QSize

from display.media.halves import bytes_for
from tests.display.clips import short_clip
from tests.programs import ended

PICTURES = 20
ROOM = QSize(320, 180)


@pytest.fixture
def played(tmp_path):
    """How many pictures of a clip of twenty come to a wall that takes each so many seconds later."""

    def play(rate: int, taken_after_s: float) -> int:
        memory = QSharedMemory(f"waitline-{uuid.uuid4().hex}")
        assert memory.create(bytes_for(ROOM)), memory.errorString()
        clip = short_clip(tmp_path / f"{rate}.avi", pictures=PICTURES, rate=rate)
        show = {"show": 1, "file": str(clip), "memory": memory.key(), "size": ROOM.toTuple(), "ground": 0}
        command = [sys.executable, "-m", "display.media.projector_child"]
        pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
        with ended(subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=quiet, text=True)) as child:
            came = _shown(child, show, taken_after_s)
            child.stdin.close()
        memory.detach()
        return came

    return play


def _shown(child: subprocess.Popen, show: dict, taken_after_s: float) -> int:
    assert child.stdin is not None
    assert child.stdout is not None
    order, came = show, 0
    while True:
        child.stdin.write(json.dumps(order) + "\n")
        child.stdin.flush()
        answer = json.loads(child.stdout.readline())
        if "ended" in answer:
            return came
        assert "picture" in answer, answer
        came, order = came + 1, {"taken": 1}
        threading.Event().wait(taken_after_s)  # the wall has other work


def test_a_wall_that_takes_its_pictures_late_is_given_the_next_ones_all_the_same(played):
    """Ten a second, each taken a little after the next one has come: not the one after that is next."""
    assert played(10, 0.105) >= PICTURES * 3 // 4


def test_of_fifty_a_second_every_other_one_comes(played):
    assert 1 <= played(50, 0) <= PICTURES // 2
