"""The parts of an office file that are about machines: printers, kiosks, displays."""

from enum import StrEnum
from typing import Final

from waitline.model.counter import CounterId
from waitline.model.office import LOWER_EDGE, DisplaySetup, KioskSetup, Paperless, PrinterSetup
from waitline.model.printer_port import BadPrinterPort, network_port
from waitline.model.service import SeriesCode
from waitline.model.words import VISITOR_LANGUAGES

from .keypad_section import read_keypad
from .media_section import read_media
from .table import Table
from .volume_section import read_volume

IN_ID: Final = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}"
BAUDS: Final = (9600, 19200, 38400, 57600, 115200)
SPOKEN: Final = ("zh-TW", "en")
"""What the house can announce; a visitor reads more languages than are spoken."""
RECORDED: Final = ("nan-TW", "hak-TW")
"""Spoken from an office's own recordings alone, so only where it names them."""


class Theme(StrEnum):
    """The variants of the look that are shipped."""

    DAY = "day"
    NIGHT = "night"
    HIGH_CONTRAST = "high_contrast"


def read_printers(top: Table) -> tuple[PrinterSetup, ...]:
    return tuple(_printer(table) for table in top.tables("printers"))


def _printer(table: Table) -> PrinterSetup:
    printer = PrinterSetup(
        id=table.text("id", None, IN_ID, "kiosk-1"),
        port=table.text("port"),
        profile=table.text("profile", "big5-80mm"),
        baud=table.whole("baud", 9600, most=max(BAUDS)),
    )
    if printer.baud not in BAUDS:
        table.unknown("baud", str(printer.baud), [str(baud) for baud in BAUDS])
    try:
        network_port(printer.port)
    except BadPrinterPort as error:
        table.fault("port", error.words.zh, error.words.en)
    table.finish()
    return printer


def read_kiosks(top: Table) -> tuple[KioskSetup, ...]:
    return tuple(_kiosk(table) for table in top.tables("kiosks"))


def _kiosk(table: Table) -> KioskSetup:
    kiosk = KioskSetup(
        id=table.text("id", None, IN_ID, "kiosk-1"),
        names=table.words_if_any("name"),
        printer=table.text("printer", "") or None,
        screen_mm=table.millimetres("screen_mm"),
        love_asks_reason=table.flag("love_asks_reason", True),
        languages=_languages(table, "languages", VISITOR_LANGUAGES),
        ask_wait_from=table.whole("ask_wait_from", 1, least=1, most=999) if table.given("ask_wait_from") else None,
        paperless=table.choice("paperless", Paperless, Paperless.NO),
        bottom_mm=table.number("bottom_mm", LOWER_EDGE, least=200, most=2000),
        keypad=read_keypad(table.table("keys")),
        offline_series=SeriesCode(offline) if (offline := table.text("offline_series", "")) else None,
    )
    if kiosk.paperless is not Paperless.NO and kiosk.printer is None:
        table.fault(
            "paperless",
            "這台取號機沒有印表機，號碼本來就不印紙本；請刪除 paperless 或指定 printer",
            "this kiosk has no printer, so there is never any paper; take paperless out or name a printer",
        )
    table.finish()
    return kiosk


def read_displays(top: Table) -> tuple[DisplaySetup, ...]:
    return tuple(_display(table) for table in top.tables("displays"))


def _display(table: Table) -> DisplaySetup:
    display = DisplaySetup(
        id=table.text("id", None, IN_ID, "lobby-1"),
        screen_mm=table.millimetres("screen_mm"),
        far_seat_m=table.number("far_seat_m", 10, least=0.5, most=60),
        theme=table.choice("theme", Theme, Theme.DAY).value,
        voice=_languages(table, "voice", SPOKEN, also=RECORDED),
        volume=read_volume(table),
        counters=tuple(CounterId(number) for number in table.texts("counters")),
        accuracy=table.flag("accuracy", False),
        reduced_motion=table.flag("reduced_motion", False),
        media=read_media(table),
    )
    table.finish()
    return display


def _languages(table: Table, key: str, usual: tuple[str, ...], *, also: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Languages in the order in which they are offered or spoken; the usual ones if none is given."""
    found, known = table.texts(key, usual), (*usual, *also)
    for place, language in enumerate(found):
        if language not in known:
            table.unknown(key, language, known, place)
    return found
