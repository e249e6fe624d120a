"""Windows remembers the last input of whoever is logged in.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastinputinfo. Written after that page and
checked by mypy only: it has not run on a Windows computer yet.
"""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _TICKS = 1 << 32
    """Milliseconds after which its clock begins anew: 49 days."""

    class _LastInput(ctypes.Structure):
        _fields_ = (("size", wintypes.UINT), ("time", wintypes.DWORD))

    def untouched_s() -> float:
        """Seconds since then. Raises OSError."""
        last = _LastInput(size=ctypes.sizeof(_LastInput))
        if not ctypes.WinDLL("user32", use_last_error=True).GetLastInputInfo(ctypes.byref(last)):
            raise ctypes.WinError(ctypes.get_last_error())
        clock = ctypes.WinDLL("kernel32").GetTickCount
        clock.restype = wintypes.DWORD
        return float((clock() - last.time) % _TICKS) / 1000
