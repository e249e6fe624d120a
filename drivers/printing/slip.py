"""The slip a visitor holds: what is on it, and its bytes for a printer."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from drivers.printing.escpos_bytes import SlipBytes
from drivers.printing.line_picture import heart
from drivers.printing.paper_text import as_printed, balanced, broken_into_lines, columns_of, on_one_line
from drivers.printing.profile import Profile
from drivers.printing.slip_phrases import slip_phrases
from drivers.printing.typeset import can_be_drawn, is_foreign, lines_of
from waitline.model.forecast import WaitRange
from waitline.model.slip import Pending
from waitline.model.words import SOURCE_LANGUAGE, Words

_FOREIGN_EM: Final = 22
"""Dots to the em of drawn letters: as large as the ROM's Latin beside them."""

RASTER_MOST: Final = 5700
"""Bytes of pictures on a slip: 5.9 s at 9600 baud, and 3.0 s at 19200, where the whole slip may take 4 s from the
touch to the cut. What to do after a missed call is then said in Vietnamese for every service of the
sample office."""

RECEIPT_NUMBER: Final = 3
"""Times the ordinary letters."""

_FOREIGN_GIVES_WAY: Final = ("office", "scan", "house_text", "papers", "ahead", "office_zh", "ahead_zh")
_CHINESE_GIVES_WAY: Final = ("scan", "office_zh", "house_text", "papers")
"""Where a slip would have more: what a visitor misses least in their own language is said in English, or not said
twice (``_zh``). Never what the service is, nor to a Chinese reader how many are before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseText:
    """What is pending of a case: one of the usual things, the clerk's own `words`, or both. `when` to come back;
    None: they will be told.
    """

    pending: Pending | None = None
    words: str = ""
    when: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """What a slip says. `copy_of` names the print job that it repeats and makes it a marked copy. `case` makes it
    a receipt; `next_errand`: its visitor has the number already and goes on, to the counter `go_to` if to one.

    `language` is the visitor's (BCP 47 tag). `service` is None for a love ticket taken with one touch. A phone
    reads `qr` from the code.
    """

    office: Words
    label: str
    service: Words | None
    issued: str
    language: str = SOURCE_LANGUAGE
    love: bool = False
    people_ahead: int | None = None
    wait: WaitRange | None = None
    papers: Words | None = None
    house_text: Words | None = None
    qr: str | None = None
    copy_of: int | None = None
    next_errand: bool = False
    go_to: Words | None = None
    case: CaseText | None = None


def build_slip(content: SlipContent, profile: Profile, *, font: str | None = None) -> bytes:
    """The bytes of one slip, from ``ESC @`` to the cut; the job's confirmation is asked for by the `Printer`.

    Chinese stands beside the visitor's language, and English beside Chinese.
    """
    slip = _Slip(content, profile, font, gives_way=())
    order = _CHINESE_GIVES_WAY if content.language.startswith("zh") else _FOREIGN_GIVES_WAY
    for count in range(1, len(order) + 1):
        if slip.raster <= RASTER_MOST:
            break
        slip = _Slip(content, profile, font, gives_way=order[:count])
    return slip.to_bytes()


def build_void(profile: Profile) -> bytes:
    """Ends a slip that was broken off: says so on it, and cuts it, so that the next one begins on fresh paper."""
    writer = SlipBytes(profile)
    writer.begin()
    zh, en = _phrase("void")
    words = en if profile.encoding == "picture" else f"{zh} {en}"
    writer.line(f" {words} ", inverted=True)
    writer.cut()
    return writer.to_bytes()


def _phrase(name: str) -> tuple[str, str]:
    """A fixed word for the staff as well, in Chinese and English."""
    return str(getattr(slip_phrases(SOURCE_LANGUAGE), name)), str(getattr(slip_phrases("en"), name))


class _Slip:
    """The layout, from top to bottom."""

    def __init__(
        self, content: SlipContent, profile: Profile, font: str | None, *, gives_way: tuple[str, ...]
    ) -> None:
        self._content = content
        self._profile = profile
        self._font = font
        self._gives_way = gives_way
        self._is_chinese = content.language.startswith("zh")
        self._chinese = slip_phrases(SOURCE_LANGUAGE)
        self._out = SlipBytes(profile, font=font)
        self._out.begin()
        about = self._case if content.case is not None else self._waiting
        for part in (self._head, self._number, self._service, about, self._papers, self._foot):
            part()

    @property
    def raster(self) -> int:
        """Bytes of pictures on it."""
        return self._out.raster

    def to_bytes(self) -> bytes:
        return self._out.to_bytes()

    def _head(self) -> None:
        content = self._content
        if content.copy_of is not None:
            self._band("copy")
            self._out.gap(12)
        if content.next_errand or content.case is not None:
            self._band("next_errand" if content.case is None else "receipt")
            self._out.gap(12)
        if "office_zh" not in self._gives_way:
            self._text(content.office.zh, bold=True)
        self._text(self._beside("office", content.office))
        if content.love:
            self._out.gap(16)
            self._out.picture(heart(24), doubled=True)
            self._out.gap(8)
            self._band("priority")
            self._out.gap(8)

    def _number(self) -> None:
        """A receipt's is smaller: nobody is to take it for a number that is called."""
        self._out.gap(8)
        if self._content.case is None:
            self._out.number(self._content.label)
        else:
            self._out.line(self._content.label, size=RECEIPT_NUMBER, bold=True)
            self._out.gap(8)

    def _service(self) -> None:
        service = self._content.service
        if service is None:
            return
        name, detail = self._name_and_detail(service.zh)
        self._text(name, size=2, bold=True)
        self._out.gap(6)
        self._text(detail)
        self._text(self._beside("service", service), bold=not self._is_chinese)

    def _case(self) -> None:
        """What is pending, in large Chinese; beside it the visitor's language, or English."""
        case = self._content.case
        if case is None:
            return
        beside = slip_phrases(self._language_for("case"))
        for phrases, size in ((self._chinese, 2), (beside, 1)):
            self._out.gap(20)
            if case.pending is not None:
                self._text(phrases.waits_for.format(what=phrases.pending(case.pending)), size=size)
            if case.words and phrases is self._chinese:
                self._out.gap(8)
                self._text(case.words if case.pending else phrases.waits_for.format(what=case.words))
            self._out.gap(8)
            when = None if case.when is None else case.when.in_language(phrases.language)
            self._text(phrases.told_later if when is None else phrases.come_back.format(when=when), size=size)

    def _going(self) -> None:
        """To which counter, where the next errand is for one alone."""
        go_to = self._content.go_to
        if go_to is not None:
            self._out.gap(12)
            self._text(self._chinese.go_to.format(counter=go_to.zh), size=2)
            self._out.gap(6)
            language = self._language_for("go_to")
            self._text(slip_phrases(language).go_to.format(counter=go_to.in_language(language)))

    def _waiting(self) -> None:
        self._going()
        ahead, wait = self._content.people_ahead, self._content.wait
        if ahead is None and (wait is None or not wait.most):
            return
        self._out.gap(20)
        beside = []
        if ahead is not None:
            if "ahead_zh" not in self._gives_way:
                self._text(self._chinese.people_ahead(ahead), size=2)
                self._out.gap(8)
            beside.append(slip_phrases(self._language_for("ahead")).people_ahead(ahead))
        if wait is not None and wait.most:
            if "ahead_zh" not in self._gives_way:
                self._text(self._chinese.waiting(wait), size=2)
                self._out.gap(8)
            beside.append(slip_phrases(self._language_for("ahead")).waiting(wait))
        self._text(", ".join(beside))

    def _papers(self) -> None:
        """In the visitor's language only: every forty letters are a waiting moment at 9600 baud."""
        papers = self._content.papers
        if papers is None:
            return
        self._out.gap(20)
        language = self._own("papers", papers)
        self._text(slip_phrases(language).bring.format(papers=papers.in_language(language)))

    def _foot(self) -> None:
        content = self._content
        if content.qr:
            self._out.gap(28)
            self._out.qr(content.qr)
            self._out.gap(24)
            self._text(slip_phrases(self._alone("scan")).scan)
            self._out.gap(12)
        else:
            self._out.gap(20)
        if content.house_text is not None:
            self._text(content.house_text.in_language(self._own("house_text", content.house_text)))
            self._out.gap(6)
        self._text(content.issued)
        self._out.cut()

    def _language_for(self, part: str) -> str:
        """The language beside Chinese: the visitor's, or English where their own would make the slip too long or
        cannot be drawn here."""
        language = self._content.language
        if self._is_chinese or part in self._gives_way or not can_be_drawn(slip_phrases(language).scan):
            return "en"
        return language

    def _own(self, part: str, words: Words) -> str:
        """The visitor's language for `words` that stand in one language only."""
        language = self._alone(part)
        return language if self._is_chinese or can_be_drawn(words.in_language(language)) else "en"

    def _alone(self, part: str) -> str:
        """The language of what stands in one only."""
        if self._is_chinese and part not in self._gives_way:
            return self._content.language
        return self._language_for(part)

    def _beside(self, part: str, words: Words) -> str:
        """`words` in the language beside Chinese."""
        text = words.in_language(self._language_for(part))
        return text if can_be_drawn(text) else words.en

    def _name_and_detail(self, service: str) -> tuple[str, str]:
        """戶籍登記 large and （出生・結婚…） below it, where both do not fit on one large line."""
        if columns_of(service) > self._profile.columns // 2 and "（" in service[1:]:
            name, rest = service.split("（", 1)
            return name, f"（{rest}"
        return service, ""

    def _band(self, phrase: str) -> None:
        """White on black: seen at arm's length, and by a clerk across the counter; then for the visitor."""
        zh, en = _phrase(phrase)
        room = self._profile.columns // 2
        ways = (f" {zh} {en} ",), (f"{zh} {en}",), (f" {zh} ", f" {en} ")
        fitting = (lines for lines in ways if all(columns_of(line) <= room for line in lines))
        for line in next(fitting, ways[-1]):
            self._out.line(line, size=2, inverted=True)
        language = self._language_for(phrase)
        if language != "en":
            self._out.gap(8)
            self._text(str(getattr(slip_phrases(language), phrase)), bold=True)

    def _text(self, text: str, *, size: int = 1, bold: bool = False) -> None:
        """As many lines as it takes. A text with foreign letters is drawn whole, so that it looks alike."""
        if is_foreign(text):
            em, words = _FOREIGN_EM * size, on_one_line(text)
            drawn = partial(lines_of, words, height=em, bold=bold, font=self._font)
            for line in balanced(lambda dots: drawn(widest=dots), self._profile.dots):
                self._out.drawn_line(line, height=em, bold=bold)
            return
        for line in balanced(partial(broken_into_lines, as_printed(text)), self._profile.columns // size):
            self._out.line(line, size=size, bold=bold)
