"""Who of the back line comes to which counter, or that nobody does: one line that bar and console share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Type
from waitline.model.back_line import Summons
from waitline.model.clock import MINUTE, Instant
from waitline.model.office import OfficeSetup
from waitline.model.staff import Staff

from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.back_line_now import BackLineNow


class BackLineView(Protocol):
    """Any view that tells of the back line; `staff` is who looks."""

    @property
    def setup(self) -> OfficeSetup: ...
    @property
    def staff(self) -> Staff | None: ...
    @property
    def back_line(self) -> BackLineNow: ...


class BackLineFace(Protocol):
    """What the line needs of a screen's face, wherever somebody works."""

    @property
    def view(self) -> BackLineView | None: ...
    @property
    def now(self) -> Instant: ...
    @property
    def in_touch(self) -> bool: ...


class BackLineStrip(QWidget):
    """Hidden while nobody is asked or comes; nothing in it is to be pressed. The listener is told of each change.

    Whoever came from the back line themselves reads here that they may go back.
    """

    def __init__(self, look: Look, words: ClerkWords, *, tall: int) -> None:
        super().__init__()
        self.setObjectName("back_line_strip")
        self._words = words
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName("back_line")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        self.setFixedHeight(tall)
        self.hide()

    def show_face(self, face: BackLineFace) -> None:
        """Draw this moment: the most pressing of all summonses, and how many more there are."""
        view = face.view
        told = sorted(_pressing(view)) if view is not None else []
        self.setVisible(bool(told))
        if view is None or not told:
            self._said.clear()
            return
        _, at = told[0]
        says, words = self._sentence(view.back_line.summons[at], view, face)
        if len(told) > 1:
            more = self.tr("還有 %1 件").replace("%1", str(len(told) - 1))
            words = self._words.listed((words, more))
        says = says if face.in_touch else Says.STALE
        if says is not self._said.says:
            self._said.clear()  # another state is told to the listener anew
        self._said.show_words(says, words)
        self._said.setToolTip(words)

    def _sentence(self, one: Summons, view: BackLineView, face: BackLineFace) -> tuple[Says, str]:
        counter = self._words.of(view.setup.counter(one.counter).names)
        if one.is_here:
            return Says.GOOD, self.tr("可以回座了：辦完手上的民眾後登出即可")
        if one.is_coming:
            minutes = str((face.now - (one.accepted_at or face.now)) // MINUTE)
            told = self.tr("後線支援：%1 正前往 %2（%3 分）")
            told = told.replace("%1", name_of(one.staff, view.setup)).replace("%2", counter)
            return Says.GOOD, told.replace("%3", minutes)
        if one.asked is None:
            return Says.TROUBLE, self.tr("沒有後線人員能支援 %1，請主管處理").replace("%1", counter)
        told = self.tr("正在請 %1 支援 %2")
        return Says.NOTICE, told.replace("%1", name_of(one.asked, view.setup)).replace("%2", counter)


def _pressing(view: BackLineView) -> list[tuple[int, int]]:
    """(how pressing, place): one's own release, then nobody comes, somebody is asked, somebody is on the way."""
    found = []
    for place, one in enumerate(view.back_line.summons):
        if one.is_here:
            if view.staff is not None and one.staff == view.staff.id and one.released_at is not None:
                found.append((0, place))
        elif one.is_coming:
            found.append((3, place))
        else:
            found.append((1 if one.asked is None else 2, place))
    return found


def name_of(login: str | None, setup: OfficeSetup) -> str:
    """Somebody's name as their colleagues know it; one who has left the office file goes by their login."""
    return next((person.name for person in setup.staff if person.id == login), login or "")
