"""The back line as a console shows it: who was asked, who comes, who is here, whether anybody can be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from waitline.model.back_line import Summons
from waitline.model.counter import Desk
from waitline.rules.back_line import who_is_next
from waitline.store.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class BackLineNow:
    """`set_up`: the office has a back line at all. `summons`: those that are not over, oldest first.
    `can_come`: there is somebody to ask, and a counter for them."""

    set_up: bool = False
    summons: tuple[Summons, ...] = ()
    can_come: bool = False


NO_BACK_LINE: Final = BackLineNow()


def back_line_now(look: Look, desks: Iterable[Desk]) -> BackLineNow:
    """As the verbs would find it."""
    if not look.setup.has_back_line:
        return NO_BACK_LINE
    back = look.back_line()
    return BackLineNow(
        set_up=True,
        summons=back.open if look.day_is_open else (),
        can_come=who_is_next(look.setup, back, desks) is not None,
    )
