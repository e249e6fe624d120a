"""Every word that the kiosk paints can be told from its ground by seven to one, in every theme and state."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from drivers.printing.queue.printer_words import NO_PAPER
from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number, Scene, Trouble
from kiosk.window import KioskWindow
from waitline.look.fonts import font_of_px
from waitline.model.errors import DatabaseNotMade
from waitline.model.words import VISITOR_LANGUAGES

from .houses import LANDSCAPE, PORTRAIT
from .offices import WEEKDAYS, a_kiosk, an_office
from .painted import painted_words, told_apart, too_faint
from .panes import Panel, panes
from .test_flow import a_number
from .test_kiosk_glass import SCENES, TAKE, buttons_of, with_papers

Glasses = Callable[..., KioskWindow]
EVERY: dict[str, Scene] = SCENES | {
    "paper": Home(paperless=False),
    "without paper": Home(paperless=True),
    "no paper in full": Number(taken=a_number(TAKE, ahead=12), slip=Slip.TROUBLE, slip_words=NO_PAPER),
}
TROUBLES = (
    Trouble(out_of_touch=True),
    Trouble(no_paper=True),
    Trouble(out_of_touch=True, goes_on=True),
    Trouble(out_of_touch=True, for_staff=DatabaseNotMade().words),
)
LOOKS = [
    pytest.param(*look, id="-".join((look[0], "upright" if look[1] is PORTRAIT else "lying", look[2])))
    for look in (
        ("day", LANDSCAPE, "zh-TW"),
        ("day", PORTRAIT, "en"),
        ("night", LANDSCAPE, "vi"),
        ("night", PORTRAIT, "zh-TW"),
        ("high_contrast", LANDSCAPE, "id"),
        ("high_contrast", PORTRAIT, "th"),
    )
]
"""Every theme lying and upright, each language once: it changes the place of words, not their colour."""


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """A kiosk's window in a theme, on a panel, in a language."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(variant: str, panel: Panel, language: str) -> KioskWindow:
            office = with_papers(an_office(hours=WEEKDAYS))
            window = show(panel, language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES))
            window._look.change(variant=variant)
            return window

        yield put_up


@pytest.mark.parametrize(("variant", "panel", "language"), LOOKS)
def test_every_word_of_every_page_stands_out(glass: Glasses, variant: str, panel: Panel, language: str) -> None:
    window = glass(variant, panel, language)
    faint = {}
    for name, scene in EVERY.items():
        window.show_scene(scene)
        painted = painted_words(window)
        assert len(painted) > 10, name
        faint[name] = too_faint(window, painted)
    assert {name: words for name, words in faint.items() if words} == {}


@pytest.mark.parametrize(("variant", "panel", "language"), LOOKS)
def test_words_stand_out_on_buttons_that_are_pressed_or_rest(
    glass: Glasses, variant: str, panel: Panel, language: str
) -> None:
    window = glass(variant, panel, language)
    faint = {}
    for name, scene in EVERY.items():
        window.show_scene(scene)
        buttons = [button for button in buttons_of(window) if button.isEnabled()]
        for button in buttons:
            button.setDown(True)
        faint[name, "pressed"] = too_faint(window)
        for button in buttons:
            button.setDown(False)
            button.setEnabled(False)
        faint[name, "at rest"] = too_faint(window)
        for button in buttons:
            button.setEnabled(True)
    assert {at: words for at, words in faint.items() if words} == {}


@pytest.mark.parametrize(("variant", "panel", "language"), LOOKS)
def test_what_banners_say_stands_out(glass: Glasses, variant: str, panel: Panel, language: str) -> None:
    window = glass(variant, panel, language)
    faint = {}
    for name in ("home", "no counter", "sorry"):
        window.show_scene(EVERY[name])
        for trouble in TROUBLES:
            window.show_trouble(trouble)
            window.show_leaving(None)
            faint[name, trouble, "stays"] = too_faint(window)
            window.show_leaving(20)
            painted = painted_words(window)
            assert any("20" in words.text for words in painted), "the idle warning"
            faint[name, trouble, "leaves"] = too_faint(window, painted)
    assert {at: words for at, words in faint.items() if words} == {}


@pytest.mark.parametrize(("ink", "least", "most"), [("#777777", 4.2, 4.5), ("#555555", 7.0, 7.5), ("#fff", 1, 1)])
def test_the_contrast_that_is_read_is_that_of_the_strokes(
    qapp: QApplication, ink: str, least: float, most: float
) -> None:
    """Not of a few darker pixels: here three of them lie in the words' place."""
    for text in ("戶口名簿", "Household", "สำเนา"):
        picture = QImage(400, 60, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.setFont(font_of_px(41, 400))
        painter.setPen(QColor(ink))
        painter.drawText(4, 45, text)
        if ink != "#fff":
            painter.fillRect(QRect(2, 50, 3, 1), QColor("black"))
        painter.end()
        assert least <= told_apart(picture, picture.rect()) <= most, text
