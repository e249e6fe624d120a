"""What kiosks, counters and the service desk must agree on about printers across an office file."""

from waitline.model.office import OfficeSetup
from waitline.model.printer_hands import hands_of

from .table import Faults, nearest


def check_printers(setup: OfficeSetup, faults: Faults) -> None:
    """Every printer named is there, and one program alone works it; the service desk may use a kiosk's."""
    printers = [printer.id for printer in setup.printers]
    for place, counter in enumerate(setup.counters):
        _check_known(("counters", place, "printer"), counter.printer, printers, faults)
    for place, kiosk in enumerate(setup.kiosks):
        _check_known(("kiosks", place, "printer"), kiosk.printer, printers, faults)
    _check_known(("service_desk", "printer"), setup.service_desk_printer, printers, faults)
    for printer in printers:
        first, *others = hands_of(setup, printer) or (None,)
        for other in others:
            if first is not None and other is not None:
                faults.add(
                    (other.section, other.place, "printer"),
                    f"印表機「{printer}」已由{first.words.zh}使用，一台印表機只能由一個程式列印",
                    f'the printer "{printer}" is that of {first.words.en} already; only one program can use it',
                )
    _check_service_desk(setup, faults)


def _check_service_desk(setup: OfficeSetup, faults: Faults) -> None:
    """A counter's printer works only while somebody is signed in there."""
    printer = setup.service_desk_printer
    theirs = next((hands for hands in hands_of(setup, printer or "") if hands.section == "counters"), None)
    if theirs is not None:
        faults.add(
            ("service_desk", "printer"),
            f"印表機「{printer}」是{theirs.words.zh}的；服務台請用自己的，或取號機的",
            f"the printer \"{printer}\" is that of {theirs.words.en}; name one of the desk's own, or a kiosk's",
        )


def _check_known(path: tuple[str | int, ...], name: str | None, known: list[str], faults: Faults) -> None:
    if name and name not in known:
        zh, en = nearest(name, known)
        faults.add(path, f"沒有「{name}」{zh}", f'there is no "{name}"{en}')
