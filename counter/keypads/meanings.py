"""What the keys ask for."""

from collections.abc import Mapping
from typing import Final

from counter.actions import Action
from drivers.bus.keys import Key
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode
from waitline.model.words import Words

MENU: Final[Mapping[Key, Key]] = {
    Key.DIGIT_0: Key.SIGN_OUT,
    Key.DIGIT_1: Key.RECALL,
    Key.DIGIT_2: Key.NO_SHOW,
    Key.DIGIT_3: Key.FINISH,
    Key.DIGIT_4: Key.PAUSE,
    Key.DIGIT_5: Key.TRANSFER,
    Key.DIGIT_6: Key.BEGIN,
    Key.DIGIT_7: Key.UNDO,
    Key.DIGIT_8: Key.OVERRIDE,
    Key.DIGIT_9: Key.PUT_BACK,
}
"""What a digit behind MENU stands for, for keypads of sixteen keys and fewer."""

AT_ONCE: Final[Mapping[Key, Action]] = {
    Key.NEXT: Action.CALL_NEXT,
    Key.RECALL: Action.RECALL,
    Key.NO_SHOW: Action.NO_SHOW,
    Key.FINISH: Action.FINISH,
    Key.BEGIN: Action.BEGIN,
    Key.UNDO: Action.UNDO,
    Key.OVERRIDE: Action.OVERRIDE,
    Key.PUT_BACK: Action.PUT_BACK,
    Key.SIGN_OUT: Action.SIGN_OUT,
}
ASKING: Final[Mapping[Key, Action]] = {Key.PAUSE: Action.PAUSE, Key.TRANSFER: Action.TRANSFER}
"""These want a number and ENTER behind them."""

PAUSE_REASON: Final = Words(zh="休息", en="Break")
"""A keypad has no words; the journal keeps the console's plainest, in the house's language."""


def service_numbered(setup: OfficeSetup, typed: str) -> ServiceCode | None:
    """The service at that place of the office file, from 1; leading zeros do not count."""
    place = int(typed or "0")
    return setup.services[place - 1].code if 1 <= place <= len(setup.services) else None


def counter_numbered(setup: OfficeSetup, typed: str) -> CounterId | None:
    """The counter with that number on its sign."""
    return next((one.id for one in setup.counters if one.id == typed), None)
