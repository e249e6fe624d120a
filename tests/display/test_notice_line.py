"""The office's notice while calls are shown: it is always there, it can be read, and it costs next to nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

from display.board.notice_line import NoticeLine
from display.board.notice_pages import Manner
from display.board.plan import Contents, glass_of_board, plan
from display.board.ticker import TickerPace
from display.board.wall import Wall
from display.showing import Showing
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.look import Distance
from waitline.look.contrast import contrast
from waitline.model.words import Words

SHORT = Words(zh="申辦國民身分證可現場拍照", en="Photographs for ID cards can be taken here")
LONG = Words(
    zh="本週六上午辦理國民身分證換發，請攜帶舊證、戶口名簿及最近二年內二吋照片一張；停車場整修，請多利用大眾運輸。",
    en="On Saturday morning identity cards are renewed here; please bring the old card, the household certificate "
    "and one photograph of the last two years. The car park is under repair.",
)
SCREENS = [(1920, 1080), (1080, 1920), (3840, 2160), (1366, 768)]
HURRIED = TickerPace(mm_s=64.0, hold_ms=0, page_ms=20)


@pytest.fixture
def hall() -> PaperHall:
    return PaperHall(TurnedClock())


@pytest.fixture
def make_wall(qtbot, make_look, hall) -> Callable[..., Wall]:
    """A wall with a notice and, after it is shown, with so many calls."""

    def make(notice: Words | None, *calls: str, size: tuple[int, int] = (1920, 1080), still: bool = False) -> Wall:
        wall = Wall(make_look(Distance.HALL), still=still)
        qtbot.addWidget(wall)
        wall.resize(*size)
        show(wall, hall, notice)
        wall.show()
        call(wall, hall, *calls)
        return wall

    return make


@pytest.fixture
def make_line(qtbot, make_look) -> Callable[..., NoticeLine]:
    def make(notice: Words, *, still: bool = False) -> NoticeLine:
        look = make_look(Distance.HALL)
        look.change(glass=glass_of_board(QSize(1280, 720)))
        line = NoticeLine(look, still=still, pace=HURRIED)
        qtbot.addWidget(line)
        line.resize(look.mm(900), look.mm(45))
        line.show_notice(notice)
        line.show()
        return line

    return make


def show(wall: Wall, hall: PaperHall, notice: Words | None) -> None:
    view = hall.board()
    wall.show_view(replace(view, setup=replace(view.setup, notice=notice)), Words(zh="", en=""))


def call(wall: Wall, hall: PaperHall, *labels: str) -> None:
    showing = Showing(TurnedClock())
    showing.see(hall.board())
    for number, label in enumerate(labels):
        hall.call(label, str(number + 1))
    showing.see(hall.board())
    wall.show_scene(showing.scene())


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("count", [1, 4])
def test_who_sits_in_a_working_hall_reads_the_offices_notice(make_wall, size, count):
    wall = make_wall(SHORT, *(f"A00{n}" for n in range(count)), size=size)
    assert wall.notice.isVisible()
    assert wall.notice.accessibleName() == f"{SHORT.zh} {SHORT.en}"
    assert wall.notice.ticker.shown.startswith(SHORT.zh)
    assert not wall.welcome.isVisible()


def test_the_welcome_tells_the_notice_itself_and_what_is_large_does_not_move(make_wall, hall):
    wall = make_wall(SHORT)
    assert not wall.notice.isVisible()
    assert SHORT.zh in wall.welcome.accessibleName()
    before = wall.welcome.geometry(), wall.recent.geometry(), wall.services.geometry().topLeft()
    call(wall, hall, "A001")
    assert wall.notice.isVisible()
    assert (wall.big_place.geometry(), wall.recent.geometry(), wall.services.geometry().topLeft()) == before


def test_without_a_notice_there_is_no_line_and_nothing_that_moves(make_wall, hall):
    wall = make_wall(None, "A001")
    assert not wall.notice.isVisible()
    assert not wall.notice.ticker.active
    show(wall, hall, LONG)
    assert wall.notice.isVisible()
    assert wall.notice.ticker.active
    show(wall, hall, None)
    assert not wall.notice.isVisible()
    assert not wall.notice.ticker.active


def test_out_of_touch_nothing_moves_beside_the_words_that_say_so(make_wall):
    wall = make_wall(LONG, "A001")
    assert wall.notice.ticker.active
    wall.show_touch(lost=True)
    assert not wall.notice.isVisible()
    assert not wall.notice.ticker.active
    wall.show_touch(lost=False)
    assert wall.notice.ticker.active


@pytest.mark.parametrize("accuracy", [False, True])
@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("banner", [0, 90])
@pytest.mark.parametrize("size", SCREENS)
def test_the_line_covers_nothing_and_moves_nothing_that_is_large(size, accuracy, told, banner):
    contents = Contents(missed=9, opening=1, services=7, accuracy=accuracy, notice=True, told=told, banner=banner)
    places = plan(QSize(*size), contents)
    assert (places.notice.height() > 0) is not told
    assert places.big == plan(QSize(*size), replace(contents, told=not told)).big
    boxes = [places.heading, places.banner, places.big, places.recent, places.opening, places.missed]
    boxes = [box for box in (*boxes, places.services, places.notice, places.accuracy) if box.height() > 0]
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    assert max(box.bottom() for box in boxes) < size[1]


def test_what_fits_on_one_line_stands_still_in_both_languages(make_line):
    line = make_line(Words(zh="本日照常上班", en="Open as usual today"))
    assert line.ticker.manner is Manner.STANDS
    assert line.ticker.shown == "本日照常上班  Open as usual today"
    assert not line.ticker.active


def test_two_languages_that_fit_one_at_a_time_take_turns(qtbot, make_line):
    line = make_line(SHORT)
    assert line.ticker.manner is Manner.TURNS
    seen = watched(qtbot, line, pages=2)
    assert seen == {SHORT.zh, SHORT.en}


def test_where_nothing_may_run_a_long_notice_turns_line_by_line_and_is_told_whole(qtbot, make_line):
    line = make_line(LONG, still=True)
    assert line.ticker.manner is Manner.TURNS
    seen = watched(qtbot, line, pages=len(line.ticker._told.pages))
    told = "".join(seen).replace(" ", "")
    assert len(told) == len((LONG.zh + LONG.en).replace(" ", ""))
    assert all(page in LONG.zh or page in LONG.en for page in seen)


def watched(qtbot, line: NoticeLine, *, pages: int) -> set[str]:
    seen: set[str] = set()

    def look() -> bool:
        seen.add(line.ticker.shown)
        return len(seen) >= pages

    qtbot.waitUntil(look)
    return seen


class Paints(QObject):
    """Counts how often some widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_while_it_runs_nothing_but_its_own_words_is_painted_anew(qtbot, make_wall):
    wall = make_wall(LONG, "A001")
    qtbot.waitUntil(lambda: not wall.big_place.flashing and wall.notice.ticker.moved_px > 0)
    ribbon = Paints(wall.notice.ticker)
    others = Paints(wall, *(one for one in wall.findChildren(QWidget) if one is not wall.notice.ticker))
    qtbot.waitUntil(lambda: ribbon.count >= 20)
    assert others.count == 0


def test_it_runs_in_even_steps_of_whole_pixels_more_than_thirty_a_second(qtbot, make_line):
    line = make_line(LONG)
    assert line.ticker.manner is Manner.RUNS
    assert line.ticker._timer.interval() <= 1000 / 30
    step = line.ticker._step
    seen: set[int] = set()

    def look() -> bool:
        seen.add(line.ticker.moved_px)
        return len(seen) > 10

    qtbot.waitUntil(look)
    assert all(moved % step == 0 for moved in seen)


def test_the_words_come_in_at_the_right_and_begin_anew_after_their_end(qtbot, make_line):
    """A moved ribbon is the same picture, moved."""
    line = make_line(LONG)
    ticker = line.ticker
    qtbot.waitUntil(lambda: ticker.moved_px >= 20)
    ticker._timer.stop()
    moved, after = ticker.moved_px, ticker.grab().toImage()
    ticker._moved = 0
    before = ticker.grab().toImage()
    width, height = ticker.width(), ticker.height()
    assert before.copy(moved, 0, width - moved, height) == after.copy(0, 0, width - moved, height)
    ticker._moved = ticker._round(1.0) - 1
    again = ticker.grab().toImage()
    assert again.copy(1, 0, width - 1, height) == before.copy(0, 0, width - 1, height)


@pytest.mark.parametrize("text", ["申辦國民身分證（gjpq）可現場拍照", "Ågjpq,（Ç）"])
def test_no_letter_is_cut_above_or_below(make_line, text):
    line = make_line(Words(zh=text, en=""))
    picture = line.ticker.grab().toImage()
    ground = picture.pixelColor(0, 0)
    edges = [picture.pixelColor(x, y) for x in range(picture.width()) for y in (0, picture.height() - 1)]
    assert max(contrast(pixel, ground) for pixel in edges) < 2, "a letter's softened edge at most"


def test_a_notice_as_long_as_a_book_is_drawn_piece_by_piece(qtbot, make_line):
    line = make_line(Words(zh=LONG.zh * 60, en=LONG.en * 20))
    ticker = line.ticker
    qtbot.waitUntil(lambda: ticker.moved_px > 0)
    ticker._timer.stop()
    assert ticker._told.round_px > 40_000
    for at in (0, 20_000, 40_000):
        ticker._moved = at
        picture = ticker.grab().toImage()
        ground = picture.pixelColor(0, 0)
        inked = sum(picture.pixelColor(x, picture.height() // 2) != ground for x in range(picture.width()))
        assert inked > 50
        assert len(ticker._drawn) < 10
