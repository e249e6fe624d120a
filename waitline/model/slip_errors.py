"""What can be refused of slips and receipts."""

from .errors import Refused


class NoPrinterHere(Refused):
    zh, en = "{counter} 號櫃台沒有設定印表機", "Counter {counter} has no printer of its own"


class PersonalNumber(Refused):
    """What a clerk wrote for a slip has a number by which a person is known."""

    zh = "請不要寫身分證號或電話，紙條可能遺失"
    en = "Please write no ID or telephone number: paper gets lost"


class SlipTaken(Refused):
    """Another program works the same printer, and has begun with this slip."""

    zh, en = "{label} 的號碼單已由另一個程式列印", "Another program prints the slip of {label} already"
