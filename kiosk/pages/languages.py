"""The languages of the kiosk, each by its own name, on every page: one touch changes all words."""

from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import Signal

from waitline.look import Face, Look, Space, TouchButton
from waitline.model.words import own_name
from waitline.rules.kiosk_glass import language_rows

from .page import Page

LARGER: Final = 1.4
"""How much taller than its name needs a button becomes where there is room."""


class LanguageBar(Page):
    """A column beside the page, or rows below it where the panel is upright; the language spoken now is marked."""

    language_wanted = Signal(str)

    def __init__(self, look: Look, languages: tuple[str, ...], language: str) -> None:
        super().__init__(look, "languages", language)
        self._buttons = {name: self._button_for(name) for name in languages}
        self.retranslate()

    @property
    def offers(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._buttons) > 1

    def retranslate(self) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == self.language)
            button.show_face(Face.MAIN if name == self.language else Face.QUIET)

    def lay_out(self) -> None:
        if self.upright:
            self._lay_out_column()
            return
        buttons = list(self._buttons.values())
        rows = language_rows(self.look.glass.mm(self.width()))
        in_row, tall = ceil(len(buttons) / rows), self.height() // rows
        for row in range(rows):
            for button, left, right in _shares(buttons[row * in_row : (row + 1) * in_row], self.width()):
                button.setGeometry(left, row * tall, right - left, tall)

    def _lay_out_column(self) -> None:
        """Low, where everybody reaches."""
        needs = [button.least_height(self.width()) for button in self._buttons.values()]
        times = min(LARGER, self.height() / sum(needs))
        bottom = float(self.height())
        for button, need in zip(reversed(self._buttons.values()), reversed(needs), strict=True):
            button.setGeometry(0, round(bottom - need * times), self.width(), round(need * times))
            bottom -= need * times

    def _button_for(self, name: str) -> TouchButton:
        halo = self.look.sizes.space_mm[Space.GAP] / 2
        button = TouchButton(self.look, own_name(name), face=Face.QUIET, halo_mm=halo, parent=self)
        button.setObjectName(f"language-{name}")
        button.setCheckable(True)
        button.activated.connect(partial(self.language_wanted.emit, name))
        button.clicked.connect(self.retranslate)  # Qt turns what was clicked; the language spoken is the mark
        return button


def _shares(buttons: list[TouchButton], width: int) -> list[tuple[TouchButton, int, int]]:
    """Side by side, each with as much room beside its name as the others: where it begins and ends."""
    wanted = [button.least_width() for button in buttons]
    spare = (width - sum(wanted)) / len(buttons)
    ends = [round(sum(wanted[: n + 1]) + spare * (n + 1)) for n in range(len(buttons))]
    return list(zip(buttons, [0, *ends], ends, strict=False))
