"""A screen seen and touched from outside: pixels as they stand in the X server, XTest's fingers and keys.

Xvfb has no touch device, so that a finger is the mouse's button: the same widgets, the same way through Qt.
"""

import ctypes
import ctypes.util
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Box = tuple[int, int, int, int]
"""Left, top, width, height on the screen, in pixels."""

FINGER_DOWN_S = 0.06
BETWEEN_TOUCHES_S = 0.6
LOOK_EVERY_S = 0.002
KEY_UP_S = 0.002
ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage, as far as it is needed."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


def _library(name: str) -> Any:
    found = ctypes.util.find_library(name)
    if found is None:
        raise OSError(f"lib{name} is not installed")
    return ctypes.CDLL(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """What was seen, and when it was first seen (monotonic seconds, at the end of the look)."""

    at: float
    seen: int


class Glass:
    """One X screen (24 bits deep); belongs to one thread."""

    def __init__(self, display: str) -> None:
        self._x, self._test = _library("X11"), _library("Xtst")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(display.encode())
        if not opened:
            raise OSError(f"the screen {display} cannot be reached")
        self._screen = ctypes.c_void_p(opened)
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._screen))

    def close(self) -> None:
        self._x.XCloseDisplay(self._screen)

    def grab(self, box: Box) -> bytes:
        """The pixels of a box: blue, green, red and nothing, a byte each."""
        left, top, width, height = box
        image = self._x.XGetImage(self._screen, self._root, left, top, width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            raise OSError(f"the X server has no picture of {box}")
        try:
            about = image.contents
            return ctypes.string_at(about.data, about.bytes_per_line * about.height)
        finally:
            self._x.XDestroyImage(image)

    def rest(self) -> None:
        """From a page to a touch on it: a quicker one is taken for the second half of a double tap."""
        time.sleep(BETWEEN_TOUCHES_S)

    def press_finger(self, x: int, y: int) -> None:
        """A finger goes down and stays; `lift_finger` ends the touch."""
        self._test.XTestFakeMotionEvent(self._screen, -1, x, y, 0)
        self._test.XTestFakeButtonEvent(self._screen, 1, 1, 0)
        self._x.XSync(self._screen, 0)

    def lift_finger(self) -> float:
        """Let go; when that was asked of the X server."""
        lifted = time.monotonic()
        self._test.XTestFakeButtonEvent(self._screen, 1, 0, 0)
        self._x.XSync(self._screen, 0)
        return lifted

    def touch(self, x: int, y: int) -> float:
        """A look at the page and a whole touch; when the finger was lifted."""
        self.rest()
        return self.tap(x, y)

    def tap(self, x: int, y: int) -> float:
        """A whole touch at once; when the finger was lifted."""
        self.press_finger(x, y)
        time.sleep(FINGER_DOWN_S)
        return self.lift_finger()

    def press_key(self, name: str) -> float:
        """A key goes down and stays, in X's names; when that was asked of the X server."""
        at = time.monotonic()
        self._move_key(name, down=True)
        return at

    def release_key(self, name: str) -> None:
        """Up again; no hand presses a key again in the same millisecond, which is how a server repeats one."""
        self._move_key(name, down=False)
        time.sleep(KEY_UP_S)

    def hold_key(self, name: str, seconds: float) -> None:
        """A key that stays down for so long; meanwhile the X server repeats it."""
        self.press_key(name)
        time.sleep(seconds)
        self.release_key(name)

    def key(self, *names: str) -> None:
        """Keys down one after another, and up again: ``key("Shift_L", "F9")``."""
        for name in names:
            self.press_key(name)
        time.sleep(FINGER_DOWN_S)
        for name in reversed(names):
            self.release_key(name)

    def _move_key(self, name: str, *, down: bool) -> None:
        code = self._x.XKeysymToKeycode(self._screen, ctypes.c_ulong(self._x.XStringToKeysym(name.encode())))
        self._test.XTestFakeKeyEvent(self._screen, code, int(down), 0)
        self._x.XSync(self._screen, 0)

    def withdraw(self) -> None:
        """The pointer into the corner, where it lights nothing."""
        self._test.XTestFakeMotionEvent(self._screen, -1, 0, 0, 0)
        self._x.XSync(self._screen, 0)


def picture(pixels: bytes) -> int:
    """A fingerprint of everything in a grab."""
    return zlib.crc32(pixels)


class Ink:
    """One colour's pixels in a grab, by its green: a page's large type, whatever ground it is lit with."""

    def __init__(self, green: int) -> None:
        self._only = bytes(1 if value == green else 0 for value in range(256))

    def shape(self, pixels: bytes) -> int:
        """A fingerprint of where the ink is."""
        return zlib.crc32(pixels[1::4].translate(self._only))

    def amount(self, pixels: bytes) -> int:
        """How many pixels have it."""
        return pixels[1::4].translate(self._only).count(1)


def frames(
    glass: Glass, box: Box, see: Callable[[bytes], int], do: Callable[[], float], *, seconds: float
) -> tuple[float, list[Frame]]:
    """`do` something and look on for so long: when it was done, and every change of what is seen in the box.

    The first frame is what was there before.
    """
    found = [Frame(time.monotonic(), see(glass.grab(box)))]
    done = do()
    while time.monotonic() - done < seconds:
        pixels = glass.grab(box)
        at = time.monotonic()
        seen = see(pixels)
        if seen != found[-1].seen:
            found.append(Frame(at, seen))
        time.sleep(LOOK_EVERY_S)
    return done, found
