"""What can be refused of help with a case."""

from .errors import Refused


class NobodyToAsk(Refused):
    zh = "目前沒有可以請教的同仁"
    en = "There is nobody who could be asked"


class CaseHelpAsked(Refused):
    zh, en = "{counter} 號櫃台已經請求協助", "Counter {counter} has asked for help with this case already"


class CaseHelpOver(Refused):
    zh, en = "這次請求協助已經結束", "This case needs no help any more"


class CaseHelpTaken(Refused):
    zh, en = "已經有同仁前往 {counter} 號櫃台", "Somebody is coming to counter {counter} already"


class CaseHelpAnswered(Refused):
    zh = "{counter} 號櫃台已經有同仁回覆，您可以過去或接手辦理"
    en = "A colleague has answered counter {counter} already; you may come or take over"


class MessageNeeded(Refused):
    zh, en = "請填寫要回覆的內容", "An answer by message needs words"


class PersonalNumberTold(Refused):
    """What is told to colleagues, at several places, has a number by which a person is known."""

    zh, en = "請不要寫民眾的證號或電話", "Please leave out identity and telephone numbers"
