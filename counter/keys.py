"""Which key asks for what. Letters and digits stay free for screen readers and the registration program."""

from collections.abc import Mapping
from typing import ClassVar, Final

from waitline.model.global_keys import MAY_BE_GLOBAL
from waitline.settings.key_file import BadKeys, read_key

from .actions import Action, Place, places_of

DEFAULT_KEYS: Final[Mapping[Action, str]] = {
    **{Action(name): key for name, key in MAY_BE_GLOBAL.items()},
    Action.PARK: "Ctrl+P",
    Action.TRANSFER: "Ctrl+T",
    Action.CONTINUE: "Ctrl+E",
    Action.CORRECT: "Ctrl+Shift+E",
    Action.WALK_IN: "Ctrl+N",
    Action.CHOOSE_WALK_IN: "Ctrl+Shift+N",
    Action.ANSWER_CASE: "F2",
    Action.COME_TO_CASE: "Shift+F2",
    Action.TAKE_OVER_CASE: "Ctrl+F2",
    Action.SUMMON: "Ctrl+Shift+B",
    Action.ACCEPT: "F7",
    Action.DECLINE: "Shift+F7",
    Action.ARRIVE: "Ctrl+F7",
    Action.TAKE_NUMBER: "F3",
    Action.BRING_LOVE: "F4",
    Action.PRECHECK: "F5",
    Action.WELCOME_BACK: "F6",
    Action.REPRINT: "Shift+F5",
    Action.RECEIPT: "Ctrl+R",
    Action.CANCEL_NUMBER: "Shift+F6",
    Action.OPEN: "Ctrl+O",
    Action.PAUSE: "Ctrl+Shift+P",
    Action.CLOSE: "Ctrl+Shift+O",
    Action.SIGN_OUT: "Ctrl+Shift+Q",
    Action.FIND: "Ctrl+F",
    Action.LOCK: "Ctrl+L",
    Action.SNOOZE: "Shift+F12",
}


class UnknownAction(BadKeys):
    zh: ClassVar[str] = "按鍵設定裡的「{action}」不是這個程式的動作"
    en: ClassVar[str] = "The keys name {action}, which is nothing this program does"


class KeyTwice(BadKeys):
    zh: ClassVar[str] = "按鍵「{key}」同時設給「{first}」與「{second}」"
    en: ClassVar[str] = "The key {key} stands for both {first} and {second}"


def read_keys(settings: Mapping[str, str]) -> dict[Action, str]:
    """The keys in force: the defaults, changed by `settings` (action name → key, empty: no key at all).

    Raises a `BadKeys` that names the line at fault.
    """
    chosen = dict(DEFAULT_KEYS)
    for name, key in settings.items():
        try:
            action = Action(name)
        except ValueError:
            raise UnknownAction(action=name) from None
        if key.strip():
            chosen[action] = read_key(action, key)
        else:
            chosen.pop(action, None)
    _refuse_conflicts(chosen)
    return chosen


def keys_at(place: Place, keys: Mapping[Action, str]) -> dict[Action, str]:
    """Those that stand for something there."""
    return {action: key for action, key in keys.items() if place in places_of(action)}


def _refuse_conflicts(chosen: Mapping[Action, str]) -> None:
    taken: dict[tuple[str, Place], Action] = {}
    for action, key in chosen.items():
        for place in sorted(places_of(action)):
            first = taken.setdefault((key, place), action)
            if first is not action:
                raise KeyTwice(key=key, first=first, second=action)
