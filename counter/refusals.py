"""What the clerk's program itself has to say no to, or cannot explain."""

from waitline.model.errors import Refused, Trouble


class PinNeeded(Refused):
    """Whoever signs in has set a PIN and has not been asked for it yet."""

    zh, en = "請輸入密碼", "Please enter your PIN"


class NobodyNamed(Refused):
    """Somebody wants to sign in, but has not said who they are: nobody is taken for whoever sits down."""

    zh = "請先選擇姓名：按 ↓ 或輸入姓名的第一個字，再按 Enter"
    en = "Choose your name first: press ↓ or type its first letter, then Enter"


class NoPinToUnlock(Refused):
    """The screen was to be locked, but whoever sits here has no PIN that could open it again."""

    zh, en = "您沒有設定密碼，畫面無法鎖定", "You have no PIN, so the screen cannot be locked"


class NowhereToGo(Refused):
    """A visitor is to be sent on, but stays with the same service and may go to any counter."""

    zh, en = "請選擇其他項目或櫃台", "Choose another service or counter"


class ServiceNeeded(Refused):
    """What a visitor came for is not said yet, and only the clerk can say it."""

    zh, en = "請先選擇辦理項目", "Choose the service first"


class Unforeseen(Trouble):
    """Not one of the house's own errors: whether the press was carried out is not known."""

    zh, en = "程式發生問題，已記錄下來", "Something went wrong and was logged"


class NobodyAsks(Refused):
    """The key for a call for help was pressed while there is none to answer."""

    zh, en = "目前沒有人求助", "Nobody is asking for help"


class HelpGone(Refused):
    """The call went away while the clerk was choosing a number for it."""

    zh, en = "這個求助已有人處理，或民眾已取消", "Somebody else has seen to this call, or the visitor withdrew it"


class NobodyAsksAboutACase(Refused):
    """The key for answering a colleague was pressed while none of them asks."""

    zh, en = "目前沒有同仁請教案件", "No colleague is asking about a case"


class CaseGone(Refused):
    """The question was answered or closed while somebody was writing an answer to it."""

    zh, en = "這個請教已有同仁回覆，或已經結束", "A colleague has answered this question, or it is closed"


class NobodyChosenToAsk(Refused):
    """A question about a case was to be sent, but nobody who can be asked is chosen."""

    zh, en = "請先選擇要請教誰", "Choose whom to ask first"


class NobodyCalls(Refused):
    """The key for coming or not was pressed while nobody asks this person to come."""

    zh, en = "目前沒有人請您支援", "Nobody asks you to come now"


class NothingToSend(Refused):
    """Somebody of the back line is to be asked or sent back, but nothing of the kind can be done now."""

    zh, en = "請先選擇要做什麼，並寫下原因", "Choose what to do and give a reason first"


class NoPrinter(Refused):
    """Something is to be printed at the service desk, for which the office file names no printer."""

    zh, en = "服務台沒有設定印表機", "The service desk has no printer set up"


class NothingPending(Refused):
    """A case receipt is asked for somebody who neither sits here nor is parked."""

    zh = "{label} 沒有待辦的案件，只有櫃台前或「稍後再辦」的民眾可以印案件收執聯"
    en = "Nothing is pending of {label}: receipts are for whoever is at the counter, or parked"


class NumberNotHere(Refused):
    """What was typed or scanned is no number of today's that is still in the hall."""

    zh, en = "大廳裡沒有這個號碼：{label}", "There is no such number in the hall: {label}"


class NobodyChosen(Refused):
    """A key for one visitor was pressed while no number is chosen."""

    zh, en = "請先輸入或選擇號碼", "Enter or choose a number first"
