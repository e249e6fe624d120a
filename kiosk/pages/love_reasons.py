"""Why priority: five pictures and the right to say nothing."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, Type
from waitline.model.ticket import LoveReason
from waitline.rules.kiosk_glass import PICTURES

from ..scenes import Reasons
from ..tongue import both, first, on_one_line
from .page import Page, row_of
from .picture_tile import PictureTile
from .tile_alike import PICTURE_FIRST, Alike
from .tile_grid import places

ICONS = {
    LoveReason.ELDERLY: Icon.ELDERLY,
    LoveReason.DISABLED: Icon.DISABILITY,
    LoveReason.PREGNANT: Icon.PREGNANCY,
    LoveReason.INFANT: Icon.INFANT,
    LoveReason.OTHER: Icon.OTHER,
}
TITLE_MM = 20.0
UPRIGHT_TITLE_MM = 36.0
FOOT_MM = 32.0
UPRIGHT_FOOT_MM = 44.0
LARGEST_TILE_MM = (200.0, 150.0)


class LoveReasonsPage(Page):
    """One touch on any of six gives the number."""

    reason_wanted = Signal(object)
    """A LoveReason, or None for saying nothing."""
    home_wanted = Signal()

    def __init__(self, look: Look, language: str) -> None:
        super().__init__(look, "love-reasons", language)
        self._alike = Alike(PICTURE_FIRST)
        self._title = FitLabel(
            look,
            Type.HEADING,
            colour=Colour.LOVE_TEXT,
            strong=True,
            align=Qt.AlignmentFlag.AlignCenter,
            parent=self,
        )
        self._title.setObjectName("love-title")
        self._reasons: dict[LoveReason | None, PictureTile] = {
            reason: self.tile(
                f"reason-{reason}", partial(self.reason_wanted.emit, reason),
                face=Face.SOFT, icon=icon,
            )
            for reason, icon in ICONS.items()
        }  # fmt: skip
        self._reasons[None] = self.tile(
            "reason-unsaid", partial(self.reason_wanted.emit, None),
            face=Face.LOVE, icon=Icon.LOVE,
        )  # fmt: skip
        self._home = self.button("home", self.home_wanted.emit, face=Face.QUIET, icon=Icon.BACK)
        self.retranslate()

    def show_scene(self, scene: Reasons) -> None:
        """The button of a wish under way is held down."""
        take = scene.pressed
        for reason, button in self._reasons.items():
            button.show_pressed(take is not None and take.love_reason == reason)

    def retranslate(self) -> None:
        self._name_around()
        texts = {
            LoveReason.ELDERLY: self.tr("年長者"),
            LoveReason.DISABLED: self.tr("身心障礙者"),
            LoveReason.PREGNANT: self.tr("孕婦"),
            LoveReason.INFANT: self.tr("攜帶嬰幼兒者"),
            LoveReason.OTHER: self.tr("其他不便"),
            None: self.tr("不必說明"),
        }
        for reason, text in texts.items():
            self._reasons[reason].show_words(*both(text))

    def _name_around(self) -> None:
        """The title and the way back: side by side in both languages where the panel is wide."""
        title, home = self.tr("愛心優先・請點選一項"), self.tr("回首頁")
        if self.upright:
            self._title.show_words("\n".join(both(title)))
            self._home.show_words(*both(home))
        else:
            self._title.show_words(on_one_line(title))
            if self._title.squeezed:
                self._title.show_words(first(title))
            self._home.show_words(on_one_line(home))

    def lay_out(self) -> None:
        width, height = self.width(), self.height()
        title = self.look.mm(UPRIGHT_TITLE_MM if self.upright else TITLE_MM)
        foot = self.look.mm(UPRIGHT_FOOT_MM if self.upright else FOOT_MM)
        apart = self.px(Space.GAP_APART)
        self._title.setGeometry(0, 0, width, title)
        self._name_around()
        least = (float(self.px(Space.TILE_WIDTH)), float(self.px(Space.TILE_HEIGHT)))
        largest = (float(self.look.mm(LARGEST_TILE_MM[0])), float(self.look.mm(LARGEST_TILE_MM[1])))
        box = QRect(0, title, width, height - title - foot - apart)
        for button, place in zip(
            self._reasons.values(), places(6, box, least=least, largest=largest, shape=PICTURES), strict=True
        ):
            button.setGeometry(place)
        self._alike.write(self._reasons.values(), afresh=True)
        row_of([self._home], QRect(0, height - foot, width, foot), apart, widest=self.look.mm(190))
