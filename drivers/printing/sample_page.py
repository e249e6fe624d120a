"""The page of `waitline check --printer`: encoding, width and cutter of a printer, to be chosen by eye.

What explains it is drawn, so that it can be read whatever the printer's encoding is.
"""

from typing import Final

from drivers.printing.escpos_bytes import NUMBER_MILLIMETRES, QR_MILLIMETRES, SlipBytes
from drivers.printing.paper_text import encoded
from drivers.printing.profile import WIDTHS, Cutter, Encoding, Profile

READS: Final = "戶政事務所 號碼單"
ONLY_CP950: Final = "碁銹裏墻恒粧"
"""In code page 950, not in Big5."""


def build_sample_page(printer: str, profile: Profile) -> bytes:
    """Three pieces of paper, or as many as the cutter makes of them."""
    page = SlipBytes(profile)
    page.begin()
    page.line(f"Waitline  {printer}", bold=True)
    page.line(f"{profile.name}  {profile.baud} baud")
    _encodings(page)
    _widths(page)
    page.gap(20)
    page.drawn_line(f"號碼高 {NUMBER_MILLIMETRES:.0f}、條碼寬 {QR_MILLIMETRES:.0f} 公釐以上")
    page.line(f"{NUMBER_MILLIMETRES:.0f} mm high, code {QR_MILLIMETRES:.0f} mm wide, or more")
    page.number("A001")
    page.gap(28)
    page.qr("Waitline")
    page.gap(24)
    _cutters(page)
    return page.to_bytes()


def _encodings(page: SlipBytes) -> None:
    page.gap(24)
    page.drawn_line("1. encoding：哪一行與下面這行相同？")
    page.line("Which line reads like this one?")
    page.gap(8)
    page.drawn_line(READS)
    page.gap(8)
    for encoding in (Encoding.BIG5, Encoding.GB18030):
        page.codes_line(f"{encoding.value}: ", encoded(READS, encoding) or b"")
    page.codes_line("cp950: ", encoded(ONLY_CP950, Encoding.CP950) or b"")
    page.drawn_line(f"（cp950 那行應為：{ONLY_CP950}）")
    page.drawn_line("都不對：picture")
    page.line("None of them: picture")


def _widths(page: SlipBytes) -> None:
    page.gap(24)
    page.drawn_line("2. dots：左右兩端都看得到的最寬一條")
    page.line("The widest bar with both its ends")
    page.gap(8)
    for dots in WIDTHS:
        page.line(str(dots))
        page.ruler(dots)
        page.gap(10)


def _cutters(page: SlipBytes) -> None:
    page.gap(24)
    page.drawn_line("3. cutter：這張留一點沒切斷＝partial")
    page.line("Hangs by a bit here: partial")
    page.cut(Cutter.PARTIAL)
    page.drawn_line("這張完全切斷＝full；都沒切＝none")
    page.line("Off here: full. Never cut: none")
    page.cut(Cutter.FULL)
