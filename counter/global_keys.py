"""The clerk's keys while another program has the focus: held while somebody works at a counter that wants it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from drivers.hotkeys.errors import HotkeysTrouble
from drivers.hotkeys.opening import Hotkeys, OnKey, OnState, open_hotkeys
from waitline.model.global_keys import leaves_others_alone
from waitline.model.words import Words

from .actions import Action
from .saying import together

if TYPE_CHECKING:
    from waitline.model.counter import Counter


class KeysOfOthers(HotkeysTrouble):
    """People type these in other programs, which would not get them any more. `keys`: one after the other."""

    zh: ClassVar[str] = "{keys} 是其他程式常用的鍵，只在叫號程式的視窗裡有效；請在按鍵設定檔改成功能鍵"
    en: ClassVar[str] = "{keys}: needed in other programs, so only usable in this window; choose function keys"


class GlobalKeys(QObject):
    """Says which action was wanted, and what the clerk has to know. `open_keys` is called when keys are needed."""

    pressed = Signal(Action)
    told = Signal(object)
    """Words for keys that cannot be had, None: all is well, or none are wanted."""
    _key_came = Signal(str)
    _state_came = Signal(object)

    def __init__(
        self, keys: Mapping[Action, str], open_keys: Callable[[OnKey, OnState], Hotkeys] = open_hotkeys
    ) -> None:
        super().__init__()
        self._keys, self._open = keys, open_keys
        self._hotkeys: Hotkeys | None = None
        self._wanted: dict[str, Action] = {}
        self._of_others: Words | None = None
        self._key_came.connect(self._came, Qt.ConnectionType.QueuedConnection)
        self._state_came.connect(self._stated, Qt.ConnectionType.QueuedConnection)

    def work_at(self, counter: Counter | None) -> None:
        """Somebody works at that counter from now on, None: nobody does; its keys as the office has them now."""
        named = () if counter is None else counter.global_keys
        every = {self._keys[action]: action for action in map(Action, named) if action in self._keys}
        ours = {key: action for key, action in every.items() if leaves_others_alone(key)}
        common = ", ".join(key for key in every if key not in ours)
        of_others = KeysOfOthers(keys=common).words if common else None
        if (ours, of_others) != (self._wanted, self._of_others):
            self._wanted, self._of_others = ours, of_others
            self._hold()

    def close(self) -> None:
        """Give everything back."""
        self._wanted = {}
        if self._hotkeys is not None:
            self._hotkeys.close()
            self._hotkeys = None

    def _hold(self) -> None:
        if self._hotkeys is None and self._wanted:
            try:
                self._hotkeys = self._open(self._key_came.emit, self._state_came.emit)
            except HotkeysTrouble as error:
                self._tell(error)
                return
        if self._hotkeys is not None:
            self._hotkeys.hold(tuple(self._wanted))
        if not self._wanted:
            self._tell(None)

    def _came(self, key: str) -> None:
        """Of a key that came while it was given back nothing comes."""
        action = self._wanted.get(key)
        if action is not None:
            self.pressed.emit(action)

    def _stated(self, error: HotkeysTrouble | None) -> None:
        if self._wanted:
            self._tell(error)

    def _tell(self, error: HotkeysTrouble | None) -> None:
        both = [words for words in (error.words if error else None, self._of_others) if words is not None]
        self.told.emit(None if not both else both[0] if len(both) == 1 else together(*both))
