"""Hotkeys on Windows: `RegisterHotKey`, and a thread that reads their messages.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey. Windows keeps a bare F12 for its
debuggers; where it refuses it, it is named like any key that another program holds. Written after that page and
checked by mypy only: it has not run on a Windows computer yet.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import threading
    from ctypes import wintypes
    from typing import Final

    from .on_a_thread import HotkeysOnAThread
    from .opening import OnKey, OnState

    KEYS: Final = {
        "Insert": 0x2D, "Delete": 0x2E, "Home": 0x24, "End": 0x23, "PgUp": 0x21, "PgDown": 0x22,
        "Pause": 0x13, "ScrollLock": 0x91, "Space": 0x20,
        **{f"F{number}": 0x70 + number - 1 for number in range(1, 25)},
    }  # fmt: skip
    MODIFIERS: Final = {"Alt": 1, "Ctrl": 2, "Shift": 4, "Meta": 8}
    NO_REPEAT, WM_HOTKEY, WM_APP = 0x4000, 0x0312, 0x8000

    class WindowsHotkeys(HotkeysOnAThread):
        """Keys belong to the thread that asked for them; Windows gives them back when it ends."""

        def __init__(self, on_key: OnKey, on_state: OnState) -> None:
            super().__init__(on_key, on_state)
            self._user = ctypes.WinDLL("user32", use_last_error=True)
            self._number = 0
            self._held: dict[int, str] = {}
            self._thread.start()

        def _wake(self) -> None:
            """A thread that cannot be written to yet looks into the queue by itself."""
            if self._number:
                self._user.PostThreadMessageW(self._number, WM_APP, 0, 0)

        def _run(self) -> None:
            message = wintypes.MSG()
            self._user.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)  # makes this thread's line of messages
            self._number = threading.get_native_id()
            while self._heed() and self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                key = self._held.get(message.wParam) if message.message == WM_HOTKEY else None
                if key is not None:
                    self._on_key(key)

        def _heed(self) -> bool:
            """What was asked since; False: that we end."""
            while not self._asked.empty():
                keys = self._asked.get()
                for place in self._held:
                    self._user.UnregisterHotKey(None, place)
                self._held = {}
                if keys is None:
                    return False
                self._tell([key for place, key in enumerate(keys, 1) if not self._register(place, key)])
            return True

        def _register(self, place: int, key: str) -> bool:
            *modifiers, last = key.split("+")
            mask = sum(MODIFIERS[name] for name in modifiers) | NO_REPEAT
            if not self._user.RegisterHotKey(None, place, mask, KEYS.get(last) or ord(last)):
                return False
            self._held[place] = key
            return True
