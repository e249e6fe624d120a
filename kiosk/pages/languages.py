"""What stands on every page: the languages, each by its own name, help, and the accessible profile."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Signal

from waitline.look import Face, Icon, Look, Space, TouchButton, write_alike
from waitline.model.words import own_name
from waitline.rules.kiosk_glass import INTO_MARGIN, names_aids, rows_below

from ..tongue import first
from .page import Page

LARGER: Final = 1.4
"""How much taller than its name needs a button becomes where there is room."""


class LanguageBar(Page):
    """A column beside the page, or rows below it where the panel is upright; the language spoken now is marked.

    Help and the accessible profile stand among them, lowest: on every page in the same place.
    """

    language_wanted = Signal(str)
    help_wanted = Signal()
    ease_wanted = Signal(bool)
    """Everything large, within reach and spoken."""

    def __init__(self, look: Look, languages: tuple[str, ...], language: str) -> None:
        super().__init__(look, "languages", language)
        self._has_pair = False
        self._buttons = {name: self._button_for(name) for name in languages}
        self.help = self._added("help", Face.QUIET, Icon.HELP)
        self.help.activated.connect(self.help_wanted)
        self._ease = self._added("ease", Face.QUIET, Icon.ACCESSIBILITY)
        self._ease.activated.connect(partial(self.ease_wanted.emit, True))
        self.retranslate()

    @property
    def count(self) -> int:
        """How many languages there are."""
        return len(self._buttons)

    def options(self) -> tuple[TouchButton, ...]:
        """The languages to turn to from the one that is spoken."""
        return tuple(button for name, button in self._buttons.items() if name != self.language)

    def name_itself(self) -> None:
        """By what is chosen here."""
        self.setAccessibleName(first(self.tr("語言")))

    def retranslate(self) -> None:
        self.name_itself()
        self._name_aids(self._has_pair)
        for name, button in self._buttons.items():
            button.setChecked(name == self.language)
            button.show_face(Face.MAIN if name == self.language else Face.QUIET)

    def lay_out(self) -> None:
        for button in self._buttons.values():
            button.setVisible(self.count > 1)
        languages = list(self._buttons.values()) if self.count > 1 else []
        if self.upright:
            self._lay_out_column(languages)
        else:
            self._lay_out_rows(languages)
        write_alike(languages)
        write_alike([self.help, self._ease])

    def _lay_out_column(self, languages: list[TouchButton]) -> None:
        """Low, where everybody reaches; on a low panel help and the accessible profile share a place."""
        pair = not names_aids(self.look.glass.mm(self.height()), languages=self.count)
        self._name_aids(pair=pair)
        aids = [[self.help, self._ease]] if pair else [[self.help], [self._ease]]
        rows = [*([button] for button in languages), *aids]
        needs = [row[0].least_height(self.width()) for row in rows]
        times = min(LARGER, self.height() / sum(needs))
        bottom = float(self.height())
        for row, need in zip(reversed(rows), reversed(needs), strict=True):
            top = round(bottom - need * times)
            _side_by_side(row, QRect(0, top, self.width(), round(bottom) - top))
            bottom -= need * times

    def _lay_out_rows(self, languages: list[TouchButton]) -> None:
        tall = rows_below(self.look.glass.mm(self.width()) - 2 * INTO_MARGIN, languages=self.count)
        narrow = len(tall) > 1 and tall[0] < tall[1]
        self._name_aids(pair=narrow)
        aids = [self.help, self._ease]
        rows = [languages[:3], [*languages[3:], *aids]] if narrow else [languages, aids][-len(tall) :]
        top, times = 0.0, self.height() / sum(tall)
        for row, one in zip(rows, tall, strict=True):
            _side_by_side(row, QRect(0, round(top), self.width(), round(top + one * times) - round(top)))
            top += one * times

    def _name_aids(self, pair: bool) -> None:
        """In words; where both have to stand in the place of one, by picture."""
        self._has_pair = pair
        texts = {self.help: first(self.tr("需要協助")), self._ease: first(self.tr("無障礙"))}
        for button, text in texts.items():
            button.show_words("" if pair else text)
            button.setAccessibleName(text)

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


def _side_by_side(buttons: list[TouchButton], box: QRect) -> None:
    """Each with as much room beside its name as the others; names on two lines where one has no room."""
    wanted = [button.least_width() for button in buttons]
    if sum(wanted) > box.width():
        wanted = [b.minimumSizeHint().width() if " " in b.text() else b.least_width() for b in buttons]
    spare = (box.width() - sum(wanted)) / len(buttons)
    ends = [round(sum(wanted[: n + 1]) + spare * (n + 1)) for n in range(len(buttons))]
    for button, left, right in zip(buttons, [0, *ends], ends, strict=False):
        button.setGeometry(box.x() + left, box.y(), right - left, box.height())
