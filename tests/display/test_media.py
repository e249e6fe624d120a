"""Pictures and videos on the wall: shown in what calls leave, skipped where they cannot be, never in the way."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator

import psutil
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from display.flow import Flow
from display.hall import Hall
from display.media.projector import Projector
from display.media.show import Pace
from display.window import DisplayWindow
from tests.display.clips import BLUE, GREEN, RED, h264, huge_png, picture, short_clip, truncated
from tests.display.hall_on_paper import TurnedClock
from tests.display.standing import standing
from tests.own_time import shortest
from waitline.desktop import Follower
from waitline.look import Distance, Glass
from waitline.model.media import MediaItem, MediaSetup, Trouble
from waitline.model.opening_hours import Hours

QUICK = Pace(look_every_s=0.2, least_s=0.1, welcome_after_s=1e9, welcome_s=0.2)
NEARLY = 12


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "media"
    made.mkdir()
    return made


@pytest.fixture
def make_window(qtbot, make_look, hall_at_work, folder) -> Iterator[Callable[..., DisplayWindow]]:
    opened: list[tuple[DisplayWindow, Hall]] = []

    def make(
        *, seconds: float = 0.3, items: tuple[MediaItem, ...] = (), pace: Pace = QUICK, size=(1280, 720)
    ) -> DisplayWindow:
        hall = Hall(hall_at_work.office.database_url, hall_at_work.office.office_id, ())
        window = DisplayWindow(
            make_look(Distance.HALL),
            flow=Flow(clock=TurnedClock(), languages=()),
            follower=Follower("board", hall.watch, limit_s=1.0, look_every_s=0.2),
            settle=hall.settle,
            media=MediaSetup(folder=str(folder), picture_s=seconds, items=items),
            media_pace=pace,
        )
        opened.append((window, hall))
        return standing(qtbot, window, size)

    yield make
    for window, hall in opened:
        window.leave()
        hall.close()


def colour_shown(window) -> tuple[int, int, int] | None:
    """The colour in the middle of what stands in the media's place; None: nothing does."""
    screen = window.media.screen
    if not screen.isVisible():
        return None
    seen = QColor(screen.grab().toImage().pixel(screen.rect().center()))
    return seen.red(), seen.green(), seen.blue()


def shows(window, colour) -> bool:
    seen = colour_shown(window)
    return seen is not None and all(abs(one - other) <= NEARLY for one, other in zip(seen, colour, strict=True))


def large(window) -> list[str]:
    return [card.shown.call.label for card in window.wall.big_place.cards]


def skipped(caplog) -> list[tuple[str, str]]:
    return [(one.file, one.why) for one in caplog.records if one.message == "media_skipped"]


def called(qtbot, window, hall_at_work, counter="3") -> str:
    label = hall_at_work.take()
    hall_at_work.call(label, counter)
    qtbot.waitUntil(lambda: label in large(window))
    return label


def test_an_empty_hall_sees_pictures_and_videos_in_turn(qtbot, make_window, folder):
    picture(folder / "a.jpg", RED)
    short_clip(folder / "b.avi", BLUE)
    picture(folder / "c.webp", GREEN)
    window = make_window()
    for colour in (RED, BLUE, GREEN, RED):
        qtbot.waitUntil(lambda seen=colour: shows(window, seen))
    assert window.media.screen.geometry() == window.wall.welcome.geometry()
    assert not window.wall.welcome.isVisible()
    assert window.wall.notice.isVisible(), "while pictures have the place of the welcome, which tells it else"


def test_the_welcome_has_its_place_back_every_while(qtbot, make_window, folder):
    picture(folder / "a.png")
    window = make_window(pace=Pace(look_every_s=0.2, least_s=0.1, welcome_after_s=0.5, welcome_s=0.3))
    for seen in (window.media.screen, window.wall.welcome, window.media.screen):
        qtbot.waitUntil(seen.isVisible)


def test_a_call_comes_first_and_what_plays_goes_on_beside_it(qtbot, make_window, folder, hall_at_work):
    h264(folder / "long.mp4")
    window = make_window()
    qtbot.waitUntil(window.media.screen.isVisible)
    label = called(qtbot, window, hall_at_work)
    wall = window.wall
    assert large(window) == [label]
    assert not wall.big_place.geometry().intersects(window.media.screen.geometry())
    place = wall.big_place.geometry()
    frames = []
    window.media._projector.came.connect(lambda _: frames.append(wall.big_place.geometry()))
    qtbot.waitUntil(lambda: len(frames) >= 5)
    assert set(map(str, frames)) == {str(place)}, "nothing large moves while it plays"


def test_a_call_is_painted_in_time_while_a_video_plays(qtbot, make_window, folder, hall_at_work):
    h264(folder / "long.mp4")
    window = make_window()
    qtbot.waitUntil(window.media.screen.isVisible)

    def call_to_glass() -> float:
        label = hall_at_work.take()
        painted = []
        window.wall.big_place.painted.connect(lambda call: painted.append(call.label))
        began = time.monotonic()
        hall_at_work.call(label)
        qtbot.waitUntil(lambda: label in painted)
        hall_at_work.no_show("3")
        return (time.monotonic() - began) * 1000

    assert shortest(call_to_glass, 300) <= 300


def test_numbers_are_never_smaller_beside_a_picture_than_when_the_place_is_full(
    qtbot, make_window, folder, hall_at_work
):
    picture(folder / "a.png")
    window = make_window(seconds=600)
    qtbot.waitUntil(window.media.screen.isVisible)
    least = window.wall.smallest_cap()
    for counter in ("3", "4", "5", "7"):
        called(qtbot, window, hall_at_work, counter)
        window.grab()
        assert window.wall.big_place.cap_px >= least * 0.99
        beside = len(large(window)) <= 2
        assert window.media.screen.isVisible() == beside, "full of calls it has no room for anything else"


def test_where_the_farthest_seat_could_not_read_it_calls_share_with_nothing(
    qtbot, make_window, folder, hall_at_work
):
    picture(folder / "a.png")
    window = make_window(seconds=600)
    qtbot.waitUntil(window.media.screen.isVisible)
    window.report_type(Glass(px_per_mm=10.0, found_by="setting"), far_seat_m=30)
    called(qtbot, window, hall_at_work)
    assert not window.media.screen.isVisible()
    assert window.wall.big_place.geometry() == window.wall.welcome.geometry()


def test_what_cannot_be_shown_is_skipped_with_one_line_each(qtbot, make_window, folder, caplog):
    caplog.set_level(logging.INFO)
    picture(folder / "a.png", RED)
    (folder / "broken.jpg").write_bytes(b"no picture at all")
    (folder / "broken.mp4").write_bytes(os.urandom(5000))
    (folder / "empty.mkv").write_bytes(b"")
    truncated(folder / "half.mp4", h264(folder / "whole.mp4"))
    (folder / "whole.mp4").unlink()
    huge_png(folder / "huge.png")
    (folder / "notes.txt").write_text("not for the wall")
    with (folder / "weighs.png").open("wb") as heavy:
        heavy.truncate(65_000_000)
    short_clip(folder / "z.avi", BLUE)
    window = make_window()
    for colour in (RED, BLUE, RED, BLUE, RED):
        qtbot.waitUntil(lambda seen=colour: shows(window, seen))
    assert sorted(skipped(caplog)) == [
        ("broken.jpg", "broken"),
        ("broken.mp4", "broken"),
        ("empty.mkv", "broken"),
        ("half.mp4", "broken"),
        ("huge.png", "pixels"),
        ("notes.txt", "kind"),
        ("weighs.png", "bytes"),
    ]


def test_a_file_put_right_is_shown(qtbot, make_window, folder, caplog):
    (folder / "a.png").write_bytes(b"half copied")
    window = make_window()
    qtbot.waitUntil(lambda: skipped(caplog) == [("a.png", "broken")])
    assert window.wall.welcome.isVisible()
    picture(folder / "a.png", GREEN)
    qtbot.waitUntil(lambda: shows(window, GREEN))


def test_a_folder_that_is_emptied_or_gone_is_no_error_and_is_found_again(qtbot, make_window, folder, caplog):
    picture(folder / "a.png", RED)
    window = make_window()
    qtbot.waitUntil(lambda: shows(window, RED))
    away = folder.with_name("away")
    folder.rename(away)
    qtbot.waitUntil(window.wall.welcome.isVisible)
    picture(away / "b.png", GREEN)
    (away / "a.png").unlink()
    away.rename(folder)
    qtbot.waitUntil(lambda: shows(window, GREEN))
    (folder / "b.png").unlink()
    qtbot.waitUntil(window.wall.welcome.isVisible)
    assert {why for _, why in skipped(caplog)} <= {"gone"}
    assert len(skipped(caplog)) <= 2


def test_a_list_shows_its_files_alone_in_its_order_and_at_its_times(qtbot, make_window, folder, caplog):
    for name, colour in (("a.png", RED), ("b.png", BLUE), ("c.png", GREEN)):
        picture(folder / name, colour)
    never = Hours(opens=0, closes=1)
    window = make_window(
        items=(
            MediaItem(file="c.png"),
            MediaItem(file="missing.mp4"),
            MediaItem(file="b.png", hours=never),
            MediaItem(file="a.png", hours=Hours(opens=0, closes=1440)),
        )
    )
    seen = []
    for colour in (GREEN, RED, GREEN, RED):
        qtbot.waitUntil(lambda wanted=colour: seen.append(shows(window, BLUE)) or shows(window, wanted))
    assert not any(seen)
    assert skipped(caplog) == [("missing.mp4", "gone")]


def test_a_decoder_that_dies_takes_no_call_with_it(qtbot, make_window, folder, hall_at_work, caplog):
    h264(folder / "a.mp4")
    picture(folder / "b.png", GREEN)
    window = make_window()
    qtbot.waitUntil(lambda: window.media.on)
    decoder(window).kill()
    qtbot.waitUntil(lambda: shows(window, GREEN))
    called(qtbot, window, hall_at_work)
    assert skipped(caplog) == [("a.mp4", "broken")]


def test_a_decoder_that_hangs_is_ended_and_another_one_begun(qtbot, folder):
    projector = Projector(QColor("white"), patience_s=6.0)
    projector.set_room(QSize(320, 180))
    with qtbot.waitSignal(projector.came):
        projector.show_file(h264(folder / "a.mp4"), still=False)
    hung = psutil.Process(projector._child.processId())
    with qtbot.waitSignal(projector.failed) as failed:
        hung.suspend()
    assert failed.args[0] is Trouble.STUCK
    assert not hung.is_running()
    with qtbot.waitSignal(projector.came):
        projector.show_file(picture(folder / "b.png"), still=True)
    projector.close()


def test_a_picture_that_has_come_is_waited_for_no_more_when_a_call_gives_the_place_back(qtbot, folder):
    """It was still being decoded when the call took the place."""
    projector = Projector(QColor("white"), patience_s=1.0)
    projector.set_room(QSize(320, 180))
    with qtbot.waitSignal(projector.came):
        projector.show_file(picture(folder / "a.png"), still=True)
        projector.pause()
    with qtbot.assertNotEmitted(projector.failed, wait=1500):
        projector.go_on()
    projector.close()


def test_a_picture_that_has_not_come_is_waited_for_when_a_call_gives_the_place_back(qtbot, folder):
    projector = Projector(QColor("white"), patience_s=1.0)
    projector.set_room(QSize(320, 180))
    projector.show_file(picture(folder / "a.png"), still=True)
    projector.pause()
    psutil.Process(projector._child.processId()).suspend()
    with qtbot.waitSignal(projector.failed) as failed:
        projector.go_on()
    assert failed.args[0] is Trouble.STUCK
    projector.close()


def test_a_video_that_stands_still_for_a_call_is_no_video_that_hangs(qtbot, folder):
    """The picture that was on its way when the call came is no sign that more are due."""
    projector = Projector(QColor("white"), patience_s=5.0)
    projector.set_room(QSize(320, 180))
    pictures: list[int] = []
    projector.came.connect(lambda _: pictures.append(1))
    projector.show_file(h264(folder / "a.mp4"), still=False)
    qtbot.waitUntil(lambda: len(pictures) >= 3)
    threading.Event().wait(0.3)  # the wall paints a call, and the next picture lies in the pipe
    with qtbot.assertNotEmitted(projector.failed, wait=6000):
        projector.pause()
    so_far = len(pictures)
    projector.go_on()
    qtbot.waitUntil(lambda: len(pictures) > so_far)
    projector.close()


def decoder(window) -> psutil.Process:
    return psutil.Process(window.media._projector._child.processId())


def test_out_of_touch_the_wall_is_to_be_read(qtbot, make_window, folder, hall_at_work):
    picture(folder / "a.png")
    window = make_window(seconds=600)
    qtbot.waitUntil(window.media.screen.isVisible)
    with hall_at_work.out_of_reach():
        qtbot.waitUntil(window.wall.lost.isVisible)
        assert not window.media.screen.isVisible()
    qtbot.waitUntil(window.media.screen.isVisible)


def test_one_picture_after_another_leaves_nothing_behind(qtbot, make_window, folder):
    """Two hundred pictures of 8 MB each, decoded: what is kept is one."""
    for n in range(4):
        picture(folder / f"{n}.jpg", (n * 60, 80, 80), size=(1600, 1200))
    window = make_window(seconds=0.02, pace=Pace(look_every_s=0.2, least_s=0.0, welcome_after_s=1e9))
    pictures = []
    window.media._projector.came.connect(lambda _: pictures.append(1))
    qtbot.waitUntil(lambda: len(pictures) >= 40)
    before = decoder(window).memory_info().rss + psutil.Process().memory_info().rss
    qtbot.waitUntil(lambda: len(pictures) >= 240)
    after = decoder(window).memory_info().rss + psutil.Process().memory_info().rss
    assert after - before <= 20_000_000
