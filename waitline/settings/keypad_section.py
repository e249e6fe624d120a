"""The four keys of a kiosk in an office file: `keys = { previous = ["Left"], next = ["Right"], ... }`."""

from string import ascii_uppercase, digits
from typing import Final

from waitline.model.keypad import Keypad

from .table import Table

NAMED: Final = (
    "Left", "Right", "Up", "Down", "Return", "Enter", "Escape", "Backspace", "Tab", "Space", "Home", "End",
    "PageUp", "PageDown", "Insert", "Delete", "Plus", "Minus", "Asterisk", "Slash", "Comma", "Period",
    *(f"F{n}" for n in range(1, 25)), *ascii_uppercase, *digits,
)  # fmt: skip
"""The keys that keypads send, by Qt's names."""
LEAST_HELD_S: Final = 0.5
MOST_HELD_S: Final = 10.0


def read_keypad(table: Table) -> Keypad:
    """What is not named keeps its usual keys. A fault for a key that Qt does not know, or that would mean two."""
    usual = Keypad()
    keypad = Keypad(
        previous=table.texts("previous", usual.previous),
        next=table.texts("next", usual.next),
        enter=table.texts("enter", usual.enter),
        back=table.texts("back", usual.back),
        hold_s=table.number("hold_seconds", usual.hold_s, most=MOST_HELD_S),
    )
    if 0 < keypad.hold_s < LEAST_HELD_S:
        table.fault(
            "hold_seconds",
            f"hold_seconds 至少 {LEAST_HELD_S:g}，或 0 表示按住不放只算一次",
            f"hold_seconds is {LEAST_HELD_S:g} at least, or 0: a key that is held is one press",
        )
    meanings: dict[str, str] = {}
    steps = (("previous", keypad.previous), ("next", keypad.next), ("enter", keypad.enter), ("back", keypad.back))
    for step, names in steps:
        if not names:
            table.fault(step, f"{step} 至少要有一個鍵", f"{step} must name a key at least")
        for place, name in enumerate(names):
            if name not in NAMED:
                table.unknown(step, name, NAMED, place)
            elif meanings.setdefault(name, step) != step:
                other = meanings[name]
                table.fault(
                    step if table.given(step) else other,
                    f"「{name}」鍵不能同時是 {other} 與 {step}",
                    f"the key {name} cannot be {other} and {step}",
                )
    table.finish()
    return keypad
