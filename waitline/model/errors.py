"""Everything that can be refused or go wrong, worded for the person who meets it."""

from typing import TYPE_CHECKING, ClassVar, Final

from .words import Words

if TYPE_CHECKING:
    from .calendar import Offer
    from .service import Service

_NOT_SET_UP: Final = Words(
    zh="系統尚未設定完成，該做什麼寫在紀錄檔裡", en="The system is not set up yet; the log says what to do"
)
_TWO_VERSIONS: Final = Words(
    zh="程式與資料庫的版本不同，該做什麼寫在紀錄檔裡",
    en="The program and its database are of different versions; the log says what to do",
)
_UNUSABLE: Final = Words(zh="資料庫無法使用，原因記在紀錄檔裡", en="The database cannot be used; the log says why")


class WaitlineError(Exception):
    """Its facts fill the words of its class; `words` holds them in zh-TW and English.

    What visitors read at a kiosk has its words in more languages too (tag and text). `hall`: what a screen in
    the hall says instead, where the words hold what only staff can read.
    """

    zh: ClassVar[str] = "發生錯誤"
    en: ClassVar[str] = "Something went wrong"
    more: ClassVar[tuple[tuple[str, str], ...]] = ()
    hall: ClassVar[Words | None] = None

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        more = tuple((language, text.format(**facts)) for language, text in self.more)
        self.words = Words(zh=self.zh.format(**facts), en=self.en.format(**facts), more=more)
        super().__init__(self.words.en)

    @property
    def in_public(self) -> Words:
        """The words for a screen that visitors see."""
        return self.words if self.hall is None else self.hall


class Refused(WaitlineError):
    """A verb said no; nothing has changed."""


class UnknownService(Refused):
    zh, en = "沒有「{service}」這項服務", "There is no service {service}"


class UnknownCounter(Refused):
    zh, en = "沒有 {counter} 號櫃台", "There is no counter {counter}"


class UnknownTicket(Refused):
    zh, en = "今天沒有 {ticket} 這個號碼", "There is no number {ticket} today"


class UnknownPrinter(Refused):
    zh, en = "沒有「{printer}」這台印表機", "There is no printer {printer}"


class UnknownDevice(Refused):
    zh, en = "沒有「{device}」這台設備", "There is no device {device}"


class UnknownStaff(Refused):
    zh, en = "沒有「{staff}」這位同仁", "There is nobody by the name {staff}"


class IllegalMove(Refused):
    zh, en = "{label} 目前{state_zh}，不能{wish_zh}", "{label} is {state_en} now and cannot {wish_en}"


class NotBegun(IllegalMove):
    zh = "{label} 還在叫號，請先按「開始辦理」或「過號」"
    en = "{label} has only been called; press begin or no-show first"


class CounterEmpty(Refused):
    zh, en = "{counter} 號櫃台目前沒有叫號", "Nobody is at counter {counter}"


class CounterOccupied(Refused):
    zh = "{counter} 號櫃台正在服務 {label}，請先完成"
    en = "Counter {counter} still has {label}; finish it first"


class CounterNotOpen(Refused):
    zh, en = "{counter} 號櫃台尚未開放", "Counter {counter} is not open"


class NotAccessible(Refused):
    zh, en = "{counter} 號櫃台輪椅不便，請選其他櫃台", "Counter {counter} has no room for a wheelchair"


class CounterTakesNobody(Refused):
    """A visitor was to wait for this counter alone, and nobody would call them there."""

    zh = "{counter} 號櫃台目前沒有開放，不能請民眾到那裡等候；請改送服務項目或其他櫃台"
    en = "Counter {counter} is not open, so nobody can wait for it; choose a service or another counter"


class CounterTaken(Refused):
    zh, en = "{counter} 號櫃台已由 {staff} 登入", "{staff} is signed in at counter {counter}"


class NotSignedIn(Refused):
    zh, en = "請先在 {counter} 號櫃台登入", "Sign in at counter {counter} first"


class NotAllowed(Refused):
    zh, en = "{staff} 沒有這項權限", "{staff} may not do this"


class WrongPin(Refused):
    zh, en = "密碼不正確", "The PIN is not right"


class WrongLogin(Refused):
    zh, en = "帳號或密碼不正確", "The login or the PIN is not right"


class StaffDoorClosed(Refused):
    zh, en = "這裡輸入錯誤太多次，請 {minutes} 分鐘後再試", "Too many wrong tries here: again in {minutes} min"


class PinTooShort(Refused):
    zh, en = "密碼至少 {digits} 碼", "A PIN has at least {digits} digits"


class LockedOut(Refused):
    zh, en = "密碼錯誤太多次，請於 {minutes} 分鐘後再試", "Too many wrong PINs; try again in {minutes} min"


class ReasonNeeded(Refused):
    zh, en = "請填寫原因", "Give a reason"


class ServiceNeeded(Refused):
    zh, en = "請先選擇 {label} 要辦的服務", "Say first which service {label} came for"


class NotServedHere(Refused):
    zh, en = "{counter} 號櫃台不辦理這項服務", "Counter {counter} does not serve this"


class NumbersUsedUp(Refused):
    zh, en = "{series} 字號已發完，請洽服務台", "Series {series} is used up; please ask at the service desk"
    more = (
        ("vi", "Dãy số {series} đã hết, vui lòng hỏi tại quầy hướng dẫn"),
        ("id", "Nomor seri {series} sudah habis, silakan bertanya di meja informasi"),
        ("th", "คิว\u200bชุด {series} หมด\u200bแล้ว กรุณา\u200bติดต่อ\u200bจุดประชาสัมพันธ์"),
    )


class OfficeClosed(Refused):
    """The calendar says that no number is given now; `offer`: why, and when again."""

    zh, en = (
        "現在不是取號時間，請於服務時間再來",
        "No numbers are given now; please come back during opening hours",
    )

    def __init__(self, *, offer: "Offer") -> None:
        super().__init__(offer=offer)
        self.offer = offer


class ServiceNotOnOffer(Refused):
    """The calendar says that the service is not on offer now; `offer`: why, and when again."""

    zh = "「{service.names.zh}」現在不受理，請洽服務台"
    en = "{service.names.en} is not on offer now; please ask at the service desk"

    def __init__(self, *, service: "Service", offer: "Offer") -> None:
        super().__init__(service=service, offer=offer)
        self.service, self.offer = service, offer


class NothingToUndo(Refused):
    zh, en = "沒有可以復原的動作", "There is nothing to undo"


class UndoTooLate(Refused):
    zh, en = "已超過 {seconds} 秒，不能復原", "It is more than {seconds} s ago and cannot be undone"


class UndoOvertaken(Refused):
    zh, en = "{label} 已有後續動作，不能復原", "Somebody has moved {label} since; it cannot be undone"


class CounterMovedOn(UndoOvertaken):
    zh, en = "{counter} 號櫃台已有後續動作，不能復原", "Counter {counter} has moved on; it cannot be undone"


class RequestReused(Refused):
    zh, en = "同一請求編號不能用於不同動作", "The same request id came with another wish"


class RequestNeeded(Refused):
    zh, en = "缺少請求編號", "A request id is missing"


class BadText(Refused):
    zh, en = "輸入的文字無法儲存，請重新輸入", "This text cannot be kept; write it anew"


class OutOfRange(Refused):
    zh, en = "時間或編號超出範圍", "A time or a number is out of range"


class Trouble(WaitlineError):
    """A part of the house does not work; what was asked for may be asked again with the same request id."""


class DatabaseAway(Trouble):
    zh, en = "與資料庫失去連線", "Out of touch with the database"


class DatabaseNotOpened(DatabaseAway):
    zh = "打不開資料庫檔案：檔案不在原處，或這位使用者沒有權限"
    en = "The database file cannot be opened: it is not in its place, or this user may not open it"


class DatabaseReadOnly(DatabaseAway):
    zh = "資料庫檔案或它的資料夾是唯讀的；即使只是查看，這位使用者也要能寫入兩者"
    en = "The database file or its folder is read-only; even to look, this user must be able to write to both"


class DatabaseBusy(Trouble):
    zh, en = "資料庫忙碌中，請再試一次", "The database is busy; try again"


class DatabaseFull(Trouble):
    zh, en = "磁碟空間已滿，請通知管理者", "The disk is full; tell whoever looks after this machine"


class DatabaseNewer(Trouble):
    zh = "資料庫（版本 {found}）比程式（版本 {known}）新，請更新程式"
    en = "The database (version {found}) is newer than this program (version {known}); update the program"
    hall = _TWO_VERSIONS


class DatabaseOlder(Trouble):
    zh = "資料庫版本 {found} 較舊，請先執行 waitline init 更新"
    en = "The database has the older version {found}; run waitline init to bring it up to date"
    hall = _TWO_VERSIONS


class DatabaseNotMade(Trouble):
    zh, en = "資料庫尚未建立，請先執行 waitline init", "There is no database yet; run waitline init"
    hall = _NOT_SET_UP


class DatabaseUnusable(Trouble):
    zh, en = "資料庫無法使用：{reason}", "The database cannot be used: {reason}"
    hall = _UNUSABLE


class DatabaseOnNetworkShare(Trouble):
    zh = "{path} 在網路磁碟上；SQLite 只能放在本機，多台電腦請改用 Postgres"
    en = "{path} is on a network share; SQLite serves one computer only, use Postgres for several"
    hall = _UNUSABLE


class OfficeMissing(Trouble):
    zh, en = (
        "資料庫裡沒有 {office} 這個機關，請先執行 waitline init",
        "The database has no office {office}; run waitline init",
    )
    hall = _NOT_SET_UP


class HelpUnknown(Refused):
    zh, en = "這個求助已有人處理", "Somebody has answered this call already"


class HelpOver(Refused):
    zh, en = "這個求助已經結束", "This call for help is over"
