"""What can go wrong with a bus and the devices on it, in words."""

from waitline.model.errors import Trouble, WaitlineError


class BadDescription(WaitlineError):
    """A description of a panel or keypad that cannot be used: its file, and why."""

    zh, en = "面板或鍵盤描述檔 {file}：{reason_zh}", "Panel or keypad description {file}: {reason_en}"


class UnknownDescription(BadDescription):
    """No description of that name is shipped, and it is no file either."""

    zh = "沒有「{file}」這種{what_zh}；現有：{known}"
    en = "There is no {what_en} of the kind {file}; there are: {known}"


class BusAway(Trouble):
    """The port is not there, or went away."""

    zh, en = "櫃台面板的線路沒有接上（{port}）", "The line to the counter panels is not plugged in ({port})"


class SimulatorNeedsPty(Trouble):
    """The simulator is a cable made of a pseudo terminal; not every system has those."""

    zh = "面板與鍵盤模擬器需要 pty（Linux、macOS）；這個系統沒有"
    en = "The simulator of panels and keypads needs a pty (Linux, macOS); this system has none"


class UnknownOrder(WaitlineError):
    """Words that the simulator does not understand."""

    zh, en = "模擬器不認得「{words}」", "The simulator does not know the words {words}"
