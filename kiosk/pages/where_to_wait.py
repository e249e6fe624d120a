"""Where whoever has a number goes now, and what happens then."""

from PySide6.QtCore import QObject

from waitline.model.ticket import PriorityClass, TicketState

from ..scenes import Number
from ..tongue import first
from .telling import NOTHING, Way, in_one_or_two


class WhereToWait(QObject):
    """The ways to say it, the fullest first; what has to be brought comes before it."""

    def ways(self, scene: Number) -> Way:
        return *in_one_or_two(self._text(scene)), *self._shorter(scene)

    def unserved(self) -> Way:
        """Instead of how many are ahead, of whom it says nothing how long it takes."""
        return in_one_or_two(self.tr("目前沒有櫃台辦理"))

    def _text(self, scene: Number) -> str:
        """In both languages, as `tongue.both` takes them apart."""
        ticket = scene.taken.ticket
        if ticket.state is TicketState.CALLED and ticket.counter is not None:
            return self.tr("請直接到 {counter} 號櫃台").format(counter=ticket.counter)
        if ticket.priority is PriorityClass.LOVE:
            return self.tr("請就近入座，我們會優先為您叫號")
        if scene.opens_later:
            return self.tr("開放後會叫您的號碼")
        return self.tr("請在等候區稍坐，我們會叫您的號碼")

    def _shorter(self, scene: Number) -> Way:
        if scene.opens_later:
            return ((first(self.tr("開放後叫號")), ""),)
        return ((first(self.tr("請就座等候叫號")), ""), *NOTHING) if scene.tells_papers else ()
