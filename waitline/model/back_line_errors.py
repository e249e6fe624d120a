"""What can be refused of back-line support."""

from .errors import Refused


class NobodyToSummon(Refused):
    zh = "目前沒有可以支援的後線人員"
    en = "Nobody of the back line can be asked now"


class SummonsTaken(Refused):
    zh, en = "{counter} 號櫃台已經有人支援了", "Somebody else is coming to counter {counter} already"


class SummonsOver(Refused):
    zh, en = "這次支援已經結束", "This summons is over"
