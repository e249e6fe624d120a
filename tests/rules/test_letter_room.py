"""What words are reckoned to need without a screen, held against what Qt really draws."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from kiosk.pages.tile_words import TIGHT_PITCH
from tests.kiosk.long_names import LONG_NAMES
from tests.kiosk.many_services import GROUPS, SERVICES
from waitline.look.fit import Part, lay_out
from waitline.look.fonts import font_of_px, ink_of, load_fonts
from waitline.rules.letter_room import TOO_WIDE, line_of, lines_of, reach_of, width_of

EM = 100
NAMES = sorted(
    {
        *(name for row in SERVICES for name in row[2:7]),
        *(name for row in GROUPS for name in row[1:6]),
        *(name for names in LONG_NAMES.values() for name in names),
    }
)


@pytest.fixture(autouse=True)
def _our_fonts(qapp: QApplication) -> None:
    load_fonts()


def test_every_name_is_as_wide_as_it_is_drawn_and_hardly_ever_wider() -> None:
    metrics = QFontMetricsF(font_of_px(EM, 700))
    for name in NAMES:
        drawn = metrics.horizontalAdvance(name.replace("\u200b", "")) / EM
        assert drawn * 0.995 <= width_of(name) <= drawn * 1.08 + 0.1, name


def test_every_name_reaches_as_far_above_and_below_its_line_as_it_is_drawn() -> None:
    for name in NAMES:
        above, below = ink_of(name, 700)
        reckoned_above, reckoned_below = reach_of(name)
        assert above <= reckoned_above + 0.002 <= above + 0.2, name
        assert below <= reckoned_below + 0.002 <= below + 0.11, name


@pytest.mark.parametrize("apart", [0.05, 0.12])
@pytest.mark.parametrize("room", [9, 12, 18])
def test_names_take_no_more_lines_than_reckoned(room: int, apart: float) -> None:
    for name in NAMES:
        lines, _ = lines_of(name, room)
        if lines != TOO_WIDE:
            part = Part(name, font_of_px(EM, 700))
            block = lay_out([part], room * EM, pitch=TIGHT_PITCH, balanced=False, apart=apart * EM)
            assert len(block.lines) <= lines, name
            assert block.height / EM <= lines * line_of(name, apart) + 0.02, name
