"""The languages of the kiosk, each by its own name, on every page: one touch changes all words."""

from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import Signal

from waitline.look import Face, Icon, Look, Space, TouchButton
from waitline.model.words import own_name
from waitline.rules.kiosk_glass import language_rows

from ..tongue import first
from .page import Page

LARGER: Final = 1.4
"""How much taller than its name needs a button becomes where there is room."""


class LanguageBar(Page):
    """A column beside the page, or rows below it where the panel is upright; the language spoken now is marked."""

    language_wanted = Signal(str)
    ease_wanted = Signal(bool)
    """Everything large, within reach and spoken: here where the panel is upright, else on the home page."""

    def __init__(self, look: Look, languages: tuple[str, ...], language: str) -> None:
        super().__init__(look, "languages", language)
        self._buttons = {name: self._button_for(name) for name in languages}
        self._ease = self._added("ease", Face.QUIET, Icon.ACCESSIBILITY)
        self._ease.activated.connect(partial(self.ease_wanted.emit, True))
        self.retranslate()

    @property
    def count(self) -> int:
        """How many languages there are."""
        return len(self._buttons)

    def offers(self, *, upright: bool) -> bool:
        """Whether there is anything to choose."""
        return upright or self.count > 1

    def options(self) -> tuple[TouchButton, ...]:
        """The languages to turn to from the one that is spoken."""
        return tuple(button for name, button in self._buttons.items() if name != self.language)

    def retranslate(self) -> None:
        self._ease.show_words(first(self.tr("無障礙")))
        for name, button in self._buttons.items():
            button.setChecked(name == self.language)
            button.show_face(Face.MAIN if name == self.language else Face.QUIET)

    def lay_out(self) -> None:
        window = self.window()
        standing = window.height() > window.width()
        self._ease.setVisible(standing)
        for button in self._buttons.values():
            button.setVisible(self.count > 1)
        if self.upright:
            self._lay_out_column()
            return
        if not self.offers(upright=standing):
            return
        buttons = [*(self._buttons.values() if self.count > 1 else ()), *((self._ease,) if standing else ())]
        rows = language_rows(self.look.glass.mm(self.width())) if self.count > 1 else 1
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

    def _added(self, name: str, face: Face, icon: Icon | None = None) -> TouchButton:
        halo = self.look.sizes.space_mm[Space.GAP] / 2
        button = TouchButton(self.look, face=face, icon=icon, halo_mm=halo, parent=self)
        button.setObjectName(name)
        return button

    def _button_for(self, name: str) -> TouchButton:
        button = self._added(f"language-{name}", Face.QUIET)
        button.show_words(own_name(name))
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
