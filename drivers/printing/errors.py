"""What can go wrong with a printer before or beside a job, in words; a job's own end is a `PrintOutcome`."""

from waitline.model.errors import Trouble, WaitlineError


class BadProfile(WaitlineError):
    """A printer profile that cannot be used: its file, and why."""

    zh, en = "印表機設定檔 {file}：{reason_zh}", "Printer profile {file}: {reason_en}"


class UnknownProfile(BadProfile):
    """No profile of that name is shipped, and it is no file either."""

    zh = "沒有「{file}」這個印表機設定檔；現有：{known}"
    en = "There is no printer profile {file}; there are: {known}"


class SlipTooWide(WaitlineError):
    """Something must be printed whole (a number, a QR code) and the paper is too narrow for it."""

    zh = "「{what}」放不進 {dots} 點寬的紙"
    en = "{what} does not fit on paper {dots} dots wide"


class BadSlipPhrases(WaitlineError):
    """A phrase file of the slip that cannot be used: its name, and what in it."""

    zh, en = "號碼單用語檔 {file} 無法使用：{what}", "The slip's phrase file {file} cannot be used: {what}"


class NoPaperFont(Trouble):
    """No font for pictures of text: neither the shipped one nor a system's."""

    zh = "找不到可以印中文的字型（{looked}）"
    en = "There is no font to draw Chinese with ({looked})"


class CableTrouble(Trouble):
    """Bytes could not be moved."""

    zh, en = "印表機線路異常（{port}）", "The printer's cable has a fault ({port})"


class CableAway(CableTrouble):
    """The port is not there, or went away."""

    zh, en = "印表機沒有接上（{port}）", "The printer is not plugged in ({port})"


class CableStalled(CableTrouble):
    """The printer holds the line (XOFF, CTS) and took nothing more before the deadline."""

    zh, en = "印表機沒有回應，資料送不出去（{port}）", "The printer takes no more data ({port})"


class PortMissing(CableAway):
    """Nothing is plugged in under this id."""

    zh, en = "找不到印表機連接埠 {port}", "There is no port {port}"


class EmulatorNeedsPty(Trouble):
    """The emulator is a printer on a pseudo terminal; not every system has those."""

    zh = "印表機模擬器需要 pty（Linux、macOS）；這個系統沒有"
    en = "The printer emulator needs a pty (Linux, macOS); this system has none"


class UnknownFault(WaitlineError):
    """A word on the emulator's control channel that it does not know."""

    zh, en = "模擬器不認得「{words}」", "The emulator does not know the words {words}"
