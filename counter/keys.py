"""Which key asks for what. Letters and digits stay free for screen readers and the registration program."""

from collections.abc import Mapping
from typing import ClassVar, Final

from waitline.model.errors import WaitlineError
from waitline.model.global_keys import MAY_BE_GLOBAL

from .actions import Action, Place, places_of

DEFAULT_KEYS: Final[Mapping[Action, str]] = {
    **{Action(name): key for name, key in MAY_BE_GLOBAL.items()},
    Action.PARK: "Ctrl+P",
    Action.TRANSFER: "Ctrl+T",
    Action.CONTINUE: "Ctrl+E",
    Action.WALK_IN: "Ctrl+N",
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

_MODIFIERS: Final = ("Ctrl", "Alt", "Shift", "Meta")
_SPELLINGS: Final = {
    "control": "Ctrl",
    "ctrl": "Ctrl",
    "alt": "Alt",
    "shift": "Shift",
    "meta": "Meta",
    "win": "Meta",
}
_NAMED: Final = {
    name.lower(): name
    for name in ("Insert", "Delete", "Home", "End", "PgUp", "PgDown", "Pause", "ScrollLock", "Space")
}
_MOVES_FOCUS: Final = {"space", "home", "end", "pgup", "pgdown", "insert", "delete"}
"""Keys that already mean something in a list or a text field and so need a modifier."""
_LAST_FUNCTION_KEY: Final = 24


class BadKeys(WaitlineError):
    """The settings give a key that cannot be."""


class UnknownAction(BadKeys):
    zh: ClassVar[str] = "按鍵設定裡的「{action}」不是這個程式的動作"
    en: ClassVar[str] = "The keys name {action}, which is nothing this program does"


class UnknownKey(BadKeys):
    zh: ClassVar[str] = "「{action}」的按鍵「{key}」無法辨識"
    en: ClassVar[str] = "The key {key} for {action} is not known"


class BareKey(BadKeys):
    zh: ClassVar[str] = "「{action}」的按鍵「{key}」須加 Ctrl 或 Alt，或改用功能鍵"
    en: ClassVar[str] = "The key {key} for {action} needs Ctrl or Alt with it, or a function key instead"


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
            chosen[action] = _read_key(action, key)
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


def _read_key(action: Action, spelled: str) -> str:
    """`spelled` in one spelling (``Ctrl+Shift+P``), whatever its case and order."""
    *before, last = (part.strip() for part in spelled.split("+"))
    modifiers = {_SPELLINGS.get(part.lower()) for part in before}
    key = _key_name(last)
    if None in modifiers or key is None:
        raise UnknownKey(action=action, key=spelled)
    if _needs_modifier(key) and modifiers.isdisjoint({"Ctrl", "Alt", "Meta"}):
        raise BareKey(action=action, key=spelled)
    return "+".join([name for name in _MODIFIERS if name in modifiers] + [key])


def _key_name(spelled: str) -> str | None:
    if spelled.lower() in _NAMED:
        return _NAMED[spelled.lower()]
    if _is_function_key(spelled):
        return spelled.upper()
    if len(spelled) == 1 and spelled.isascii() and spelled.isalnum():
        return spelled.upper()
    return None


def _is_function_key(spelled: str) -> bool:
    number = spelled[1:]
    return spelled[:1] in {"F", "f"} and number.isdecimal() and 1 <= int(number) <= _LAST_FUNCTION_KEY


def _needs_modifier(key: str) -> bool:
    return len(key) == 1 or key.lower() in _MOVES_FOCUS
