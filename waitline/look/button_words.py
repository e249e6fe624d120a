"""What stands on a button: a picture and up to three runs of words, shrunk together so that nothing is clipped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from .button_face import FaceColours
from .fit import Block, Part, Shrunk, fit, lay_out, paint_block, widest_word
from .icon import Icon, paint_icon
from .look import Look
from .roles import Space, Type

ICON_STEP = 0.9
ICON_LEAST = 0.5  # of its size
ICON_LEAST_IN_ROW = 0.8
WORDS_GIVE = 0.85  # the share of its possible size that a name keeps for the sake of its picture
ICON_IN_ROW = 0.72  # of the height beside it, once that is more than a small picture
IDEAL_EMS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A button's name in two languages, and what is to be said of it now."""

    first: str = ""
    second: str = ""
    note: str = ""

    @property
    def together(self) -> str:
        """All of it, as a screen reader reads it."""
        return ", ".join(part for part in (self.first, self.second, self.note) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Where the picture and the words go."""

    box: QRectF
    block: Block
    icon_box: QRectF
    words_box: QRectF


class ButtonWords:
    """Lays out and draws the content of a button. `stacked`: picture above, in the middle; else at the left."""

    def __init__(self, look: Look, *, icon: Icon | None, stacked: bool) -> None:
        self.words = Words()
        self.icon = icon
        self._look = look
        self._stacked = stacked
        self._laid: Laid | None = None
        self._scale_at_most = 1.0
        self._icon_at_most = inf

    def limit(self, *, scale: float = 1.0, icon: float = inf) -> None:
        """Words no larger than this share of their size, the picture no larger than so many pixels."""
        self._scale_at_most, self._icon_at_most = scale, icon
        self.forget()

    def forget(self) -> None:
        """Lay out again: words, picture or sizes have changed."""
        self._laid = None

    def laid_in(self, box: QRectF) -> Laid:
        """The layout in a box, kept until the next change."""
        size = QRectF(0, 0, box.width(), box.height())
        if self._laid is None or self._laid.box != size:
            self._laid = self._stack(size) if self._stacked else self._row(size)
        return self._laid

    def paint(self, painter: QPainter, box: QRectF, colours: FaceColours) -> None:
        """Draw into a box."""
        laid = self.laid_in(box)
        if self.icon is not None:
            icon_box = laid.icon_box.translated(box.topLeft())
            paint_icon(painter, self.icon, icon_box, self._look.colour(colours.icon))
        words = self._look.colour(colours.words)
        second = self._look.colour(colours.second)
        centred = self._stacked or self.icon is None
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        paint_block(painter, laid.block, laid.words_box.translated(box.topLeft()), align, [words, second, second])

    def ideal_size(self) -> QSize:
        """The content at full size, its name on a line of at most about eleven characters."""
        parts = self._parts()
        wide = max(parts[0].font.pixelSize() * IDEAL_EMS, widest_word(parts))
        block = lay_out(parts, wide, pitch=self._pitch())
        return self._with_icon(block.width, block.height, 1.0)

    def least_size(self) -> QSize:
        """The least the content can be shown in: names on two lines, the note on one, nothing below the least."""
        least, pitch = self._look.least_px, self._pitch()
        shrunk = Shrunk(scale=0.0, least_px=least)
        parts = self._parts()
        first, second, note = (
            lay_out([part], 1e6, pitch=pitch, shrunk=shrunk, balanced=False).width for part in parts
        )
        on_two_lines = max(first, second) / 2 + least
        wide = max(widest_word(parts, least_px=least), on_two_lines, note + 1.0)
        block = lay_out(parts, wide, pitch=pitch, shrunk=shrunk)
        times = ICON_LEAST if self._stacked else ICON_LEAST_IN_ROW
        return self._with_icon(block.width, block.height, times)

    def least_height(self, width: float) -> float:
        """How tall the words are in a width, at the least size, beside the least picture."""
        icon = self._icon_px() * ICON_LEAST_IN_ROW + self._gap() if self.icon is not None else 0.0
        shrunk = Shrunk(scale=0.0, least_px=self._look.least_px)
        beside = max(1.0, width - icon)
        return lay_out(self._parts(), beside, pitch=self._pitch(), shrunk=shrunk, balanced=False).height

    def least_width(self) -> float:
        """How wide the words are at the least size with no line broken, beside the least picture."""
        icon = self._icon_px() * ICON_LEAST_IN_ROW + self._gap() if self.icon is not None else 0.0
        shrunk = Shrunk(scale=0.0, least_px=self._look.least_px)
        return icon + lay_out(self._parts(), 1e6, pitch=self._pitch(), shrunk=shrunk, balanced=False).width

    def _with_icon(self, width: float, height: float, times: float) -> QSize:
        icon, gap = self._icon_px() * times, self._gap()
        if self.icon is None:
            return QSize(round(width + 1.5), round(height + 1.5))
        if self._stacked:
            return QSize(round(max(width, icon) + 1.5), round(height + icon + gap + 1.5))
        return QSize(round(width + icon + gap + 1.5), round(max(height, icon) + 1.5))

    def _stack(self, box: QRectF) -> Laid:
        full, gap = self._icon_px(), self._gap() * 0.6 if self.icon is not None else 0.0

        def words_beside(icon: float) -> QRectF:
            return QRectF(0, icon + gap, box.width(), max(1.0, box.height() - icon - gap))

        icon, block = self._balanced(full, full * ICON_LEAST, words_beside)
        top = max(0.0, (box.height() - icon - gap - block.height) / 2)
        icon_box = QRectF((box.width() - icon) / 2, top, icon, icon)
        words_box = QRectF(0, top + icon + gap, box.width(), block.height)
        return Laid(box=box, block=block, icon_box=icon_box, words_box=words_box)

    def _row(self, box: QRectF) -> Laid:
        small = min(self._icon_px(), box.height())
        large = min(max(small, box.height() * ICON_IN_ROW), self._look.px(Space.ICON)) if small else 0.0
        gap = self._gap() if small and self.words != Words() else 0.0

        def words_beside(icon: float) -> QRectF:
            return QRectF(icon + gap, 0, max(1.0, box.width() - icon - gap), box.height())

        large = min(large, self._icon_at_most)
        icon, block = self._balanced(large, small * ICON_LEAST_IN_ROW, words_beside)
        left = max(0.0, (box.width() - icon - gap - block.width) / 2)
        icon_box = QRectF(left, (box.height() - icon) / 2, icon, icon)
        words_box = QRectF(left + icon + gap, 0, block.width, box.height())
        return Laid(box=box, block=block, icon_box=icon_box, words_box=words_box)

    def _balanced(
        self, largest: float, least: float, words_beside: Callable[[float], QRectF]
    ) -> tuple[float, Block]:
        """The largest picture that costs the words little, and the words beside it."""
        best = self._fit(words_beside(least))
        icon = largest
        while icon > least and not best.squeezed:
            block = self._fit(words_beside(icon))
            if block.scale >= best.scale * WORDS_GIVE and not block.squeezed:
                return icon, block
            icon *= ICON_STEP
        return least, best

    def _fit(self, box: QRectF) -> Block:
        least, largest = self._look.least_px, self._scale_at_most
        return fit(self._parts(), box, pitch=self._pitch(), least_px=least, largest_scale=largest)

    def _parts(self) -> list[Part]:
        look, words = self._look, self.words
        times = look.sizes.second_language
        first = Part(words.first, look.font(Type.BUTTON, strong=True))
        second = Part(words.second, look.font(Type.BUTTON, times=times), gap=0.05)
        note = Part(words.note, look.font(Type.SMALL), gap=0.25)
        return [first, second, replace(note, gap=0.0) if not words.first else note]

    def _pitch(self) -> float:
        return self._look.sizes.line_height

    def _icon_px(self) -> float:
        if self.icon is None:
            return 0.0
        return float(self._look.px(Space.ICON if self._stacked else Space.ICON_SMALL))

    def _gap(self) -> float:
        return self._look.px(Space.GAP)
