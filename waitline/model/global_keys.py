"""Which of a counter's keys may work whatever program has the focus."""

from collections.abc import Mapping
from typing import Final

CALLING: Final[Mapping[str, str]] = {"call_next": "F9", "recall": "F10", "no_show": "F11", "finish": "F12"}
"""By what they do, with their usual key: these are meant where an office says only that keys are global."""
MAY_BE_GLOBAL: Final[Mapping[str, str]] = {
    **CALLING,
    "begin": "Shift+F9",
    "override_reserve": "Ctrl+F9",
    "answer_help": "F8",
    "take_for_help": "Shift+F8",
    "ask_for_case_help": "F7",
    "end_case_help": "Shift+F7",
    "put_back": "Ctrl+B",
    "undo": "Ctrl+Z",
    "resize": "Ctrl+M",
}
"""The others an office may name; those with an ordinary key need another one first (`leaves_others_alone`)."""

_OTHERS_USE: Final = {"Ctrl", "Alt", "Meta"}


def leaves_others_alone(key: str) -> bool:
    """Whether taking it from all other programs takes nothing that people type there, e.g. no ``Ctrl+Z``.

    ``key`` as the settings spell it: modifiers before the key, with ``+`` between.
    """
    *modifiers, last = key.split("+")
    function_key = last[:1] == "F" and last[1:].isdecimal()
    return function_key or len(_OTHERS_USE.intersection(modifiers)) >= 2
