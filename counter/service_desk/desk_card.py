"""The number that is meant, large enough to be read out: for what, how it stands, what may be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from waitline.look import Colour, FitLabel, Look, NumberLabel, Space, Type
from waitline.model.ticket import AT_A_COUNTER, STATE_WORDS, Ticket, TicketState
from waitline.model.words import Words

from ..action_button import ActionButton
from ..actions import Action
from ..badges import badges_of
from ..chip_row import ChipRow
from ..chips import Chip
from ..face import still_waiting
from ..panel import Panel
from ..words import ClerkWords
from .face import ABOUT_ONE, DeskFace

NUMBER_MM: Final = 20.0


class DeskCard(Panel):
    """Calm while no number is chosen; its buttons keep their places."""

    wanted = Signal(Action)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__(look)
        self.setObjectName("desk_card")
        self._words = words
        self._number = NumberLabel(look, cap_mm=NUMBER_MM)
        self._number.setObjectName("chosen_number")
        self._state = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT)
        self._state.setObjectName("chosen_state")
        self._service = FitLabel(look, Type.BODY, strong=True)
        self._waited = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET)
        self._chips = ChipRow(look, Type.SMALL)
        self._calm = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignCenter)
        self._buttons = {action: ActionButton(look, words, action, keys.get(action)) for action in ABOUT_ONE}
        self._lay_out(look)
        for button in self._buttons.values():
            button.wanted.connect(self.wanted)

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        told = QVBoxLayout()
        told.setSpacing(gap // 2)
        for label in (self._state, self._service, self._waited):
            told.addWidget(label)
        above = QHBoxLayout()
        above.setSpacing(margin * 2)
        above.addWidget(self._number)
        above.addLayout(told, 1)
        buttons = QGridLayout()
        buttons.setSpacing(gap // 3)
        for place, button in enumerate(self._buttons.values()):
            buttons.addWidget(button, 0, place)
            buttons.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(gap)
        column.addStretch(1)
        column.addLayout(above)
        column.addWidget(self._chips)
        column.addWidget(self._calm)
        column.addStretch(1)
        column.addLayout(buttons)

    def show_face(self, face: DeskFace) -> None:
        """Draw this moment."""
        ticket, view = face.chosen, face.view
        for part in (self._number, self._state, self._service, self._waited):
            part.setVisible(ticket is not None)
        self._calm.setVisible(ticket is None)
        self._calm.show_words(self.tr("輸入或掃描號碼，或從名單選一位"))
        for action, button in self._buttons.items():
            button.show_state(live=action in face.live and face.under_way is None, primary=action is face.primary)
        chips: tuple[Chip, ...] = ()
        if ticket is not None and view is not None:
            self._show_ticket(ticket, face)
            setup = view.setup
            chips = tuple(
                Chip(badge=badge, words=self._words.badge(badge, ticket, setup)) for badge in badges_of(ticket)
            )
        self._chips.setVisible(bool(chips))
        self._chips.show_chips(chips, self._words.listed(chip.words for chip in chips))

    def _show_ticket(self, ticket: Ticket, face: DeskFace) -> None:
        if face.view is None:
            return
        words, setup = self._words, face.view.setup
        zh, en = STATE_WORDS[ticket.state]
        state = words.of(Words(zh=zh, en=en[0].upper() + en[1:]))
        at = ticket.counter if ticket.state in AT_A_COUNTER else None
        where = next((words.of(c.names) for c in setup.counters if c.id == at), "")
        self._number.show_number(ticket.label)
        self._number.show_colour(Colour.TEXT if face.in_touch else Colour.STALE)
        self._number.setAccessibleName(f"{ticket.label} {state}")
        self._state.show_words(words.listed((where, state)))
        self._service.show_words(words.short_service(ticket.service, setup))
        waits = ticket.state in {TicketState.WAITING, TicketState.NO_SHOW, TicketState.PARKED}
        waited = self.tr("已 %1").replace("%1", words.minutes(still_waiting(ticket, face.now))) if waits else ""
        given = self.tr("%1 取號").replace("%1", words.hour(ticket.issued_at, setup))
        self._waited.show_words(words.listed((given, waited)))
