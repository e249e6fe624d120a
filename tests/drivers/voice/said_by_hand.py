"""How a number is said, written by hand for each language and by other rules than those of the phrase files.

A second opinion: words as a speaker would count, not clips as a phrase file cuts them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MANDARIN: Final = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
ENGLISH: Final = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
ENGLISH_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VIETNAMESE: Final = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
INDONESIAN: Final = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
TAIWANESE_COUNTED: Final = ["khòng", "it", "jī", "sann", "sì", "gōo", "la̍k", "tshit", "peh", "káu"]
"""白話音: what one counts with, and the counters' numbers."""
TAIWANESE_CODES: Final = ["khòng", "it", "jī", "sam", "sù", "ngóo", "lio̍k", "tshit", "pat", "kiú"]
"""文言音: codes, telephone numbers."""
HAKKA: Final = ["lang11", "id2", "ngi55", "sam24", "xi55", "ng31", "liug2", "qid2", "bad2", "giu31"]


def mandarin(number: int) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = "" if not hundreds else "兩百" if hundreds == 2 else MANDARIN[hundreds] + "百"
    if tens:
        said += ("" if tens == 1 and not hundreds else MANDARIN[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (MANDARIN[ones] if ones else "")


def english(number: int) -> str:
    if number < 20:
        return ENGLISH[number]
    if number < 100:
        return " ".join([ENGLISH_TENS[number // 10 - 2], *([ENGLISH[number % 10]] if number % 10 else [])])
    return " ".join([ENGLISH[number // 100], "hundred", *([english(number % 100)] if number % 100 else [])])


def vietnamese(number: int) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = [VIETNAMESE[hundreds], "trăm"] if hundreds else []
    if tens > 1:
        said += [VIETNAMESE[tens], "mươi"]
    elif tens == 1:
        said.append("mười")
    elif hundreds and ones:
        said.append("linh")
    if ones == 1 and tens > 1:
        said.append("mốt")
    elif ones == 5 and tens:
        said.append("lăm")
    elif ones:
        said.append(VIETNAMESE[ones])
    return " ".join(said)


def indonesian(number: int) -> str:
    if number == 0:
        return ""
    if number < 10:
        return INDONESIAN[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{INDONESIAN[number - 10]} belas")
    if number < 100:
        return f"{INDONESIAN[number // 10]} puluh {indonesian(number % 10)}".strip()
    hundreds = "seratus" if number < 200 else f"{INDONESIAN[number // 100]} ratus"
    return f"{hundreds} {indonesian(number % 100)}".strip()


def taiwanese(number: int) -> str:
    """一百 is tsi̍t-pah and 兩百 nn̄g-pah, but 12 ends in jī and 21 in it; 101 has khòng, 110 it-tsa̍p."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = []
    if hundreds:
        said.append({1: "tsi̍t", 2: "nn̄g"}.get(hundreds, TAIWANESE_COUNTED[hundreds]) + "-pah")
    if tens:
        said.append("tsa̍p" if tens == 1 and not hundreds else TAIWANESE_COUNTED[tens] + "-tsa̍p")
    elif hundreds and ones:
        said.append("khòng")
    if ones:
        said.append(TAIWANESE_COUNTED[ones])
    return " ".join(said)


def hakka(number: int) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = []
    if hundreds:
        said.append(("liong31" if hundreds == 2 else HAKKA[hundreds]) + " bag2")
    if tens:
        said.append("siib5" if tens == 1 and not hundreds else HAKKA[tens] + " siib5")
    elif hundreds and ones:
        said.append("lang11")
    if ones:
        said.append(HAKKA[ones])
    return " ".join(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language: how it counts, how it reads signs one by one, and the whole sentence around both."""

    counts: Callable[[int], str]
    digits: list[str]
    sentence: str
    between: str = " "

    def label(self, label: str) -> str:
        """A number without letters or zeros before it is counted; of all others each sign is read."""
        if label.isdecimal() and label[0] != "0":
            return self.counts(int(label))
        return self.between.join(sign if sign.isalpha() else self.digits[int(sign)] for sign in label)


BY_HAND: Final = {
    "zh-TW": Spoken(counts=mandarin, digits=MANDARIN, sentence="{}號,請到{}號櫃台", between=""),
    "en": Spoken(counts=english, digits=ENGLISH, sentence="number {},please go to counter {}"),
    "vi": Spoken(counts=vietnamese, digits=VIETNAMESE, sentence="số {},xin mời đến quầy {}"),
    "id": Spoken(counts=indonesian, digits=INDONESIAN, sentence="nomor {},silakan ke loket {}"),
    "nan-TW": Spoken(counts=taiwanese, digits=TAIWANESE_CODES, sentence="{} hō,tshiánn kàu {} hō kuī-tâi"),
    "hak-TW": Spoken(counts=hakka, digits=HAKKA, sentence="{} ho55,qiang31 do55 {} ho55 gui55 toi11"),
}
