"""The words of the large page: never smaller than they may be, rather part after part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt

from waitline.look import Colour, FitLabel, Look, NumberLabel, Type

from ..pages.page import stack_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from .reading import Reading

GAP_MM: Final = 5.0
NUMBER_MM: Final = 58.0
LEAST_NUMBER_MM: Final = 46.0
"""The number's box: figures of forty millimetres and more."""
LEAST_GAP: Final = 0.25
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class WordColumn:
    """Labels in a page, placed by hand: what is wrong, the title, the number, then line by line the rest."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look = look
        self._page = page
        self._alert = self._label("access-alert", Type.SMALL, strong=True, colour=Colour.ACCENT_TEXT)
        self._title = self._label("access-title", Type.BODY, strong=True)
        self._warning = self._label("access-warning", Type.BODY, strong=True, colour=Colour.ACCENT_TEXT)
        self._warning.hide()
        self._number = NumberLabel(look, colour=Colour.ACCENT_TEXT, parent=page)
        self._number.setObjectName("number")
        self._lines: list[FitLabel] = []
        self._part = 0

    def show(self, reading: Reading, *, anew: bool) -> None:
        """`anew`: from the beginning."""
        if anew:
            self._part = 0
        self._alert.show_words(reading.alert)
        self._title.show_words(reading.title)
        self._number.show_number(reading.number)
        self._number.setAccessibleName(reading.number)
        while len(self._lines) < len(reading.lines):
            self._lines.append(self._label(f"access-line-{len(self._lines)}", Type.SMALL))
        for n, line in enumerate(self._lines):
            line.show_words(reading.lines[n] if n < len(reading.lines) else "")

    def warn(self, words: str) -> None:
        """Say this in the place of all other words, so that nothing else moves; nothing: say those again."""
        self._warning.show_words(words)
        self._warning.setVisible(bool(words))

    def turn(self) -> None:
        """The next part; after the last the first."""
        self._part += 1

    def wished_height(self, width: int) -> int:
        """What all of it takes in one column."""
        gap = self._look.mm(GAP_MM)
        labels = [label for label in (self._alert, self._title, *self._lines) if label.text()]
        number = self._look.mm(NUMBER_MM) + gap if self._number.text() else 0
        return sum(label.heightForWidth(width) for label in labels) + gap * len(labels) + number

    def least_height(self, width: int) -> int:
        """What its longest line takes below what always stands there."""
        heads = [label.heightForWidth(width) for label in (self._alert, self._title) if label.text()]
        longest = max((label.heightForWidth(width) for label in self._lines if label.text()), default=0)
        number = self._look.mm(LEAST_NUMBER_MM) if self._number.text() else 0
        return sum(heads) + longest + number

    def lay_out(self, box: QRect) -> bool:
        """Place what there is room for; whether there is more than that."""
        more = self._place(box)
        if self._warning.text():
            stack_in(box, [self._warning], 0)
            for label in self._all():
                label.hide()
        return more

    def _all(self) -> tuple[QLabel, ...]:
        return self._alert, self._title, self._number, *self._lines

    def _place(self, box: QRect) -> bool:
        gap = self._look.mm(GAP_MM)
        for label in self._all():
            label.setVisible(bool(label.text()))
        head = [label for label in (self._alert, self._title) if label.text()]
        lines = [label for label in self._lines if label.text()]
        number = 0
        if self._number.text():
            number = min(self._look.mm(NUMBER_MM), max(self._look.mm(LEAST_NUMBER_MM), box.height() // 3))
        above = sum(label.heightForWidth(box.width()) for label in head) + number
        parts = self._parts(lines, box.width(), box.height() - above - round(gap * LEAST_GAP * (len(head) + 1)))
        self._part %= max(1, len(parts))
        shown = parts[self._part] if parts else []
        for line in lines:
            line.setVisible(line in shown)
        if not number:
            stack_in(box, [*head, *shown], gap)
            return len(parts) > 1
        stack_in(QRect(box.x(), box.y(), box.width(), above - number), head, 0)
        self._number.setGeometry(box.x(), box.y() + above - number, box.width(), number)
        if shown:
            stack_in(box.adjusted(0, above, 0, 0), shown, gap)
        return len(parts) > 1

    def _parts(self, lines: list[FitLabel], width: int, height: int) -> list[list[FitLabel]]:
        """Lines in parts that have room, as few as can be, a line at least in each."""
        least = round(self._look.mm(GAP_MM) * LEAST_GAP)
        parts: list[list[FitLabel]] = []
        left = 0
        for label in lines:
            tall = label.heightForWidth(width) + least
            if not parts or tall > left:
                parts.append([])
                left = height
            parts[-1].append(label)
            left -= tall
        return parts

    def _label(self, name: str, role: Type, *, strong: bool = False, colour: Colour = Colour.TEXT) -> FitLabel:
        label = FitLabel(self._look, role, strong=strong, colour=colour, align=CENTRE, parent=self._page)
        label.setObjectName(name)
        return label
