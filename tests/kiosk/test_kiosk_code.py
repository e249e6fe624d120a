"""The code beside a number is there to be read by a telephone, whatever else the page has to say."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from drivers.printing.queue.slip_news import Slip
from kiosk.pages.qr_picture import QrPicture
from kiosk.scenes import Number
from kiosk.window import KioskWindow
from waitline.look import NumberLabel
from waitline.model.forecast import WaitRange
from waitline.model.words import VISITOR_LANGUAGES

from .houses import LANDSCAPE, PANEL_17, PORTRAIT
from .offices import WEEKDAYS, a_kiosk, an_office
from .panes import Panel, panes
from .test_flow import NO_PAPER, a_number
from .test_kiosk_glass import TAKE

PANEL_19 = (QSize(1280, 1024), QSizeF(376, 301))
PANELS = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "17 inch": PANEL_17, "19 inch": PANEL_19}
READ_MM = 18
WITHOUT = {("17 inch", "vi"), ("17 inch", "id")}
"""Where a printer's trouble and a wait leave no room for a code: the number keeps its forty millimetres."""


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Callable[[Panel, str], KioskWindow]]:
    with panes(qapp, VISITOR_LANGUAGES) as show:
        office = an_office(services=6, hours=WEEKDAYS)
        yield lambda panel, language: show(
            panel, language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES)
        )


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_a_code_is_beside_every_number_and_large_enough_to_be_read(
    glass: Callable[[Panel, str], KioskWindow], qapp: QApplication, panel: str, language: str
) -> None:
    window = glass(PANELS[panel], language)
    page: QWidget = window.findChild(QWidget, "number-page")
    code, number = page.findChild(QrPicture, "qr"), page.findChild(NumberLabel, "number")
    for wait in (None, WaitRange(25, 35)):
        for slip in (Slip.NONE, Slip.PRINTING, Slip.PRINTED, Slip.TROUBLE):
            taken = a_number(TAKE, ahead=12)
            window.show_scene(Number(taken=taken, slip=slip, slip_words=NO_PAPER, wait=wait))
            qapp.processEvents()
            assert number.height() / window._look.glass.px_per_mm >= 42
            if slip is Slip.TROUBLE and wait is not None and (panel, language) in WITHOUT:
                continue
            assert code.isVisible(), (slip, wait)
            assert code.painted_mm >= READ_MM, (slip, wait)
