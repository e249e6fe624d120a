"""The back line by hand: ask somebody to come, call it off, send them back; each with a reason."""

from __future__ import annotations

from waitline.look import Look
from waitline.model.back_line import Summons
from waitline.model.errors import Refused

from .actions import Action, Wish
from .back_line_strip import BackLineView, name_of
from .choices import Line, OneOf, Option
from .refusals import NothingToSend
from .sheet import Sheet
from .words import ClerkWords


class BackLineSheet(Sheet):
    """What can be done of the back line as things stand; the first answer is to ask one more to come."""

    def __init__(self, look: Look, words: ClerkWords, view: BackLineView) -> None:
        super().__init__(look, words, Action.SUMMON)
        self._view = view
        self._offered: list[tuple[Action, Summons | None]] = [(Action.SUMMON, None)]
        self._offered += [offer for one in view.back_line.summons if (offer := _offer(one)) is not None]
        columns = 1 if len(self._offered) == 1 else 2
        options = self._options()
        at = 0 if options[0].live else None  # whoever is on the way is not called off by a mere Enter
        self._what = OneOf(look, "back_line", self.tr("要做什麼"), options, columns=columns, at=at, keyed=True)
        reasons = (self.tr("等候人數多"), self.tr("同仁請假"), self.tr("愛心民眾較多"), self.tr("人潮已退"))
        offered = [Option(value=said, words=said) for said in reasons]
        self._reason = OneOf(look, "reason", self.tr("原因"), offered, columns=2)
        self._other = Line(look, "other_reason", self.tr("其他原因（自行填寫）"))
        for question in (self._what, self._reason, self._other):
            self.ask(question)

    def begin(self) -> None:
        """Put the keyboard on what can be done, or where nothing can, on the reason."""
        if any(option.live for option in self._options()):
            super().begin()
        else:
            self._reason.begin()

    def wish(self) -> Wish | Refused:
        place = self._what.value
        if not isinstance(place, int) or not self._options()[place].live:
            return NothingToSend()
        action, one = self._offered[place]
        reason = self._other.value or str(self._reason.value)
        return Wish(action=action, reason=reason, summons=None if one is None else one.id)

    def show_view(self, view: BackLineView) -> None:
        """Somebody comes or goes while the clerk reads: what is over cannot be chosen any more."""
        if view.back_line != self._view.back_line:
            self._view = view
            self._what.show_options(self._options())

    def _options(self) -> list[Option]:
        return [self._option(place, *offer) for place, offer in enumerate(self._offered)]

    def _option(self, place: int, action: Action, one: Summons | None) -> Option:
        back, setup = self._view.back_line, self._view.setup
        if one is None:
            note = self.tr("有人待命") if back.can_come else self.tr("目前沒有人可以來")
            return Option(value=place, words=self.tr("請一位來開櫃台"), note=note, live=back.can_come)
        now = next((each for each in back.summons if each.id == one.id), None)
        told = self.tr("請回座：%1 %2") if action is Action.RELEASE else self.tr("不必來了：%1 %2")
        counter = self._words.of(setup.counter(one.counter).names)
        words = told.replace("%1", counter).replace("%2", name_of(one.staff or one.asked, setup)).strip()
        live = now is not None and (_offer(now) or (None,))[0] is action
        return Option(value=place, words=words, live=live)


def _offer(one: Summons) -> tuple[Action, Summons | None] | None:
    """What can be done about somebody who is asked, comes or is here; nothing once they may go back."""
    if one.is_here:
        return None if one.released_at is not None else (Action.RELEASE, one)
    return Action.CALL_OFF, one
