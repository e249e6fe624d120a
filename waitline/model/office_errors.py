"""What is wrong with an office's file, or cannot be changed in it today."""

from .errors import Refused, WaitlineError


class OfficeFileMissing(WaitlineError):
    zh = "找不到機關設定檔 {path}，請先執行 waitline init"
    en = "There is no office file at {path}; run waitline init"


class BadOfficeFile(WaitlineError):
    """One fault of an office file, raised for the first of them; `others` are those further down."""

    zh, en = "{file} 第 {line} 行：{reason_zh}", "{file}, line {line}: {reason_en}"

    def __init__(self, *, others: "tuple[BadOfficeFile, ...]" = (), **facts: object) -> None:
        super().__init__(**facts)
        self.others = others

    @property
    def faults(self) -> "tuple[BadOfficeFile, ...]":
        """Every fault of the file, in order of lines."""
        return (self, *self.others)


class DayWouldChange(Refused):
    zh = "改用時區 {zone} 會換成另一個營業日，而今天已發過號碼；請等到日期相同時再改"
    en = "In {zone} it is another business day, and numbers were given today: change it when the dates agree"


class StillInUse(Refused):
    zh = "「{what}」還有人在使用（{who}），今天結束後再從設定檔移除"
    en = "{what} is still in use ({who}); take it out of the office file after today"


class SeriesInUse(Refused):
    """Numbers of the series have been given out on this business day."""

    zh = "字號「{series}」今天已經發號（{span}）：今天不能移除，也不能改字首、位數、起號或縮小範圍，明天再改"
    en = (
        "Series {series} ({span}) has given numbers today: until tomorrow it stays, with its prefix, digits and"
        " first number; only its end may grow"
    )
