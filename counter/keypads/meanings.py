"""What the keys ask for."""

from collections.abc import Mapping
from typing import Final

from counter.actions import Action
from drivers.bus.keys import Key
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
SECOND_MENU: Final[Mapping[Key, Key]] = {
    Key.DIGIT_1: Key.PARK,
    Key.DIGIT_2: Key.WALK_IN,
    Key.DIGIT_3: Key.CONTINUE,
    Key.DIGIT_4: Key.CALL,
    Key.DIGIT_5: Key.HELP,
}
"""The same behind MENU twice."""
MENUS: Final = (MENU, SECOND_MENU)

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
    Key.WALK_IN: Action.WALK_IN,
}
ASKING: Final[Mapping[Key, Action]] = {
    Key.PAUSE: Action.PAUSE,
    Key.TRANSFER: Action.TRANSFER,
    Key.PARK: Action.PARK,
    Key.CONTINUE: Action.CONTINUE,
    Key.CALL: Action.CALL_TICKET,
    Key.HELP: Action.ASK_FOR_CASE_HELP,
}
"""These want a number, or none, and ENTER behind them."""

PAUSE_REASON: Final = Words(zh="休息", en="Break")
PARK_REASON: Final = Words(zh="暫時離開", en="Away for a moment")
CALL_REASON: Final = Words(zh="以叫號鍵盤指定號碼", en="Called by its number at the keypad")
QUESTION: Final = Words(zh="請協助看一下這個案件", en="Please have a look at this case")
"""A keypad has no words; the journal keeps the console's plainest, in the house's language."""
