"""The slip a visitor holds: what is on it, and its bytes for a printer."""

from dataclasses import dataclass
from typing import Final

from drivers.printing.errors import SlipTooWide
from drivers.printing.escpos_bytes import SlipBytes
from drivers.printing.line_picture import heart
from drivers.printing.paper_text import as_printed, broken_into_lines, columns_of
from drivers.printing.profile import Profile
from waitline.model.words import Words

NUMBER_MILLIMETRES: Final = 15.0
_CAP_ROWS: Final = 18
"""Of Font A's 24 rows, how many a figure fills on the ROMs at hand (18 to 20)."""

LOVE: Final = Words(zh="愛心優先", en="Priority")
COPY: Final = Words(zh="補印", en="COPY")
VOID: Final = Words(zh="作廢", en="VOID")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """What a slip says. `copy_of` names the print job that it repeats and makes it a marked copy.

    `service` is None for a love ticket taken with one touch; `more` holds lines in the visitor's own language.
    """

    office: Words
    label: str
    service: Words | None
    issued: str
    love: bool = False
    people_ahead: int | None = None
    wait: Words | None = None
    papers: Words | None = None
    more: tuple[str, ...] = ()
    qr: str | None = None
    qr_caption: Words | None = None
    house_text: tuple[str, ...] = ()
    copy_of: int | None = None


def build_slip(content: SlipContent, profile: Profile, *, font: str | None = None) -> bytes:
    """The bytes of one slip, from ``ESC @`` to the cut; the job's confirmation is asked for by the `Printer`."""
    slip = _Slip(profile, font)
    slip.head(content)
    slip.number(content.label)
    slip.service(content)
    slip.waiting(content)
    slip.papers(content)
    slip.foot(content)
    return slip.to_bytes()


def build_void(profile: Profile) -> bytes:
    """Ends a slip that was broken off: says so on it, and cuts it, so that the next one begins on fresh paper."""
    writer = SlipBytes(profile)
    writer.begin()
    words = VOID.en if profile.encoding == "picture" else f"{VOID.zh} {VOID.en}"
    writer.line(f" {words} ", inverted=True)
    writer.cut()
    return writer.to_bytes()


class _Slip:
    """The layout, from top to bottom."""

    def __init__(self, profile: Profile, font: str | None) -> None:
        self._profile = profile
        self._out = SlipBytes(profile, font=font)
        self._out.begin()

    def to_bytes(self) -> bytes:
        return self._out.to_bytes()

    def head(self, content: SlipContent) -> None:
        if content.copy_of is not None:
            self._band(COPY)
            self._out.gap(12)
        self._text(content.office.zh, bold=True)
        self._text(content.office.en)
        if content.love:
            self._out.gap(16)
            self._out.picture(heart(24), doubled=True)
            self._out.gap(8)
            self._band(LOVE)

    def number(self, label: str) -> None:
        """As high as promised, and as wide as the paper lets it be."""
        height = min(8, -(-self._profile.dots_for(NUMBER_MILLIMETRES) // _CAP_ROWS))
        width = min(height, self._profile.dots // (12 * max(1, len(label))))
        if width < 2 or not label.isascii():
            raise SlipTooWide(what=label, dots=self._profile.dots)
        self._out.gap(8)
        self._out.figures(label, height=height, width=width)

    def service(self, content: SlipContent) -> None:
        if content.service is None:
            return
        name, detail = self._name_and_detail(content.service.zh)
        self._text(name, size=2, bold=True)
        self._out.gap(6)
        self._text(detail)
        self._text(content.service.en)

    def waiting(self, content: SlipContent) -> None:
        ahead = content.people_ahead
        if ahead is None and content.wait is None:
            return
        self._out.gap(20)
        english = []
        if ahead is not None:
            self._text(f"前面 {ahead} 人" if ahead else "前面沒有人", size=2)
            self._out.gap(8)
            english.append(f"{ahead} ahead" if ahead else "nobody ahead")
        if content.wait is not None:
            self._text(content.wait.zh, size=2)
            self._out.gap(8)
            english.append(content.wait.en)
        self._text(", ".join(english))

    def papers(self, content: SlipContent) -> None:
        if content.papers is not None or content.more:
            self._out.gap(20)
        if content.papers is not None:
            self._text(f"請備：{content.papers.zh}")
            self._text(content.papers.en)
        for text in content.more:
            self._text(text)

    def foot(self, content: SlipContent) -> None:
        if content.qr:
            self._out.gap(28)
            self._out.qr(content.qr)
            self._out.gap(24)
            if content.qr_caption is not None:
                self._text(content.qr_caption.zh)
                self._text(content.qr_caption.en)
                self._out.gap(12)
        else:
            self._out.gap(20)
        for text in content.house_text:
            self._text(text)
        self._text(content.issued)
        self._out.cut()

    def _name_and_detail(self, service: str) -> tuple[str, str]:
        """戶籍登記 large and （出生・結婚…） below it, where both do not fit on one large line."""
        if columns_of(service) > self._profile.columns // 2 and "（" in service[1:]:
            name, rest = service.split("（", 1)
            return name, f"（{rest}"
        return service, ""

    def _band(self, words: Words) -> None:
        """White on black: seen at arm's length, and by a clerk across the counter."""
        self._text(f" {words.zh} {words.en} ", size=2, inverted=True)

    def _text(self, text: str, *, size: int = 1, bold: bool = False, inverted: bool = False) -> None:
        """As many lines as it takes; smaller where one word would not fit."""
        columns = self._profile.columns // size
        if inverted:
            self._out.line(text, size=size, inverted=True)
            return
        for line in broken_into_lines(as_printed(text), columns):
            self._out.line(line, size=size, bold=bold)
