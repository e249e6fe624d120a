"""From a wish about the back line to the verb that does it. Runs off the screen's thread; knows no Qt."""

from collections.abc import Callable, Mapping

from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.verbs.back_line import BackLineSupport

from .actions import Action
from .attempt import Attempt


class BackLineVerbs:
    """What is wanted of the back line from a counter, and what the back line itself wants."""

    def __init__(self, store: Store) -> None:
        self._support = BackLineSupport(store)
        self.by_action: Mapping[Action, Callable[[Attempt], Words | None]] = {
            Action.SUMMON: self._summon,
            Action.CALL_OFF: self._call_off,
            Action.RELEASE: self._release,
            Action.ACCEPT: self._accept,
            Action.DECLINE: self._decline,
            Action.STAND_DOWN: self._stand_down,
        }

    def stand_by(self, of: Attempt) -> None:
        """From now on they may be asked. Raises `WrongPin`, `LockedOut`, `NotAllowed`."""
        self._support.stand_by(request=of.request, staff=of.post.staff, pin=of.wish.pin)

    def _summon(self, of: Attempt) -> Words:
        one = self._support.summon(request=of.request, by=of.post.staff, reason=of.wish.reason or "")
        return Words(zh=f"已請後線支援 {one.counter} 號櫃台", en=f"Back line asked to open counter {one.counter}")

    def _call_off(self, of: Attempt) -> Words:
        self._support.call_off(
            request=of.request, summons=_summons(of), by=of.post.staff, reason=of.wish.reason or ""
        )
        return Words(zh="已取消，不必來了", en="Called off; nobody needs to come")

    def _release(self, of: Attempt) -> Words:
        one = self._support.release(
            request=of.request, summons=_summons(of), by=of.post.staff, reason=of.wish.reason or ""
        )
        return Words(zh=f"{one.counter} 號櫃台的支援同仁可以回座了", en=f"Counter {one.counter} may go back now")

    def _accept(self, of: Attempt) -> None:
        self._support.accept(request=of.request, summons=_summons(of), by=of.post.staff)

    def _decline(self, of: Attempt) -> Words:
        self._support.decline(
            request=of.request, summons=_summons(of), by=of.post.staff, reason=of.wish.reason or ""
        )
        return Words(zh="已回覆不能前往，改請下一位", en="You said no; the next one is asked")

    def _stand_down(self, of: Attempt) -> None:
        self._support.stand_down(request=of.request, staff=of.post.staff)


def _summons(of: Attempt) -> int:
    return of.wish.summons or 0
