"""What the office's staff are told of a display's voice."""

from collections.abc import Callable, Iterator

import pytest

from display.device_told import DeviceTold
from display.voice_told import VoiceTold
from waitline.model.errors import Trouble, UnknownDevice

SILENT, WORDLESS, LACKS, WELL = ("no_loudspeaker",), ("not_spoken",), ("recording_lacks",), ()


class Staff:
    """Hears what is told; out of reach as often as a test wants."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, ...]] = []
        self.fails: list[Exception] = []

    def __call__(self, causes: tuple[str, ...]) -> None:
        if self.fails:
            raise self.fails.pop()
        self.heard.append(causes)


@pytest.fixture
def staff() -> Staff:
    return Staff()


@pytest.fixture
def told(qtbot, staff) -> Iterator[VoiceTold]:
    told = VoiceTold(staff, retry_ms=10)
    yield told
    told.close()


@pytest.fixture
def hears(qtbot, staff) -> Callable[..., None]:
    def hears(*causes: tuple[str, ...]) -> None:
        qtbot.waitUntil(lambda: staff.heard == list(causes))

    return hears


def test_each_change_is_told_once(told, hears):
    told.audible(True)
    hears(WELL)
    told.audible(False)
    hears(WELL, SILENT)
    told.spoke(False)
    told.audible(True)
    hears(WELL, SILENT, WORDLESS)
    told.spoke(True)
    told.spoke(True)
    hears(WELL, SILENT, WORDLESS, WELL)


def test_a_recording_that_lacks_something_is_told_behind_what_is_worse(told, hears):
    told.audible(True)
    told.recordings_lack(True)
    hears(WELL, LACKS)
    told.spoke(False)
    hears(WELL, LACKS, WORDLESS)
    told.spoke(True)
    told.speaks(False)
    hears(WELL, LACKS, WORDLESS, LACKS, WELL)


def test_nothing_is_told_before_it_is_known_whether_there_is_a_loudspeaker(told, staff, hears):
    told.speaks(True)
    told.spoke(True)
    assert staff.heard == []
    told.audible(False)
    hears(SILENT)


def test_a_display_that_stands_by_or_is_muted_troubles_nobody(told, hears):
    told.audible(False)
    hears(SILENT)
    told.speaks(False)
    hears(SILENT, WELL)
    told.speaks(True)
    hears(SILENT, WELL, SILENT)


def test_while_the_hall_is_out_of_reach_the_latest_is_tried_again(told, staff, hears):
    staff.fails = [Trouble(), Trouble()]
    told.audible(False)
    hears(SILENT)


def test_a_hall_that_does_not_know_the_display_is_asked_again_at_leisure_until_it_does(qtbot, staff, caplog):
    told = DeviceTold("voice", staff, retry_ms=30_000, unknown_retry_ms=10)
    staff.fails = [UnknownDevice(device="voice@lobby-1") for _ in range(5)]
    told.causes(SILENT)
    told.causes(WELL)
    qtbot.waitUntil(lambda: staff.heard == [WELL])
    told.close()
    assert caplog.text.count("device_not_told") == 1, "said once"


def test_a_hall_that_does_not_know_the_display_is_not_asked_at_every_board(qtbot, told, staff, caplog):
    staff.fails = [UnknownDevice(device="voice@lobby-1")]
    told.audible(False)
    qtbot.waitUntil(lambda: "device_not_told" in caplog.text)
    told.audible(True)
    told.close()
    assert staff.heard == [], "whatever was under way has been told by now"
