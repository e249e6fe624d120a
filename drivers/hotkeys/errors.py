"""Why keys cannot be had from other programs' windows."""

from typing import ClassVar

from waitline.model.errors import Trouble


class HotkeysTrouble(Trouble):
    """Some keys work in the program's own windows only."""


class KeysTaken(HotkeysTrouble):
    """Another program has them already; the others work. `keys`: spelled one after the other."""

    zh: ClassVar[str] = "{keys} 已被其他程式佔用，只能在叫號程式的視窗裡使用"
    en: ClassVar[str] = "{keys}: held by another program, so only usable in this program's own window"


class OnWayland(HotkeysTrouble):
    zh: ClassVar[str] = (
        "Wayland 桌面不讓程式收到其他視窗的按鍵：登入電腦時請選 Xorg（X11）工作階段，並以 QT_QPA_PLATFORM=xcb 啟動"
    )
    en: ClassVar[str] = (
        "Wayland gives no program the keys of other windows: log in to an Xorg (X11) session and start with"
        " QT_QPA_PLATFORM=xcb"
    )


class NoKeysHere(HotkeysTrouble):
    zh: ClassVar[str] = "這台電腦收不到其他視窗的按鍵：需要 Windows，或 X11 畫面與 libxcb"
    en: ClassVar[str] = "Keys of other windows cannot be had here: that takes Windows, or an X11 screen and libxcb"
