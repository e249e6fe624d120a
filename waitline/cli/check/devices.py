"""What the programs tell of their devices, as consoles show it: also of those on other computers' cables."""

from collections.abc import Iterable, Iterator

from drivers.troubles import trouble_words
from waitline.model.clock import local
from waitline.model.device import DeviceReport
from waitline.model.office import OfficeSetup
from waitline.model.places import place_words

from .finding import Finding, Topic, notice


def check_devices(troubles: Iterable[DeviceReport], setup: OfficeSetup) -> Iterator[Finding]:
    """`setup`: the one in effect. Only to be noted: the program that told may have been closed since."""
    for report in troubles:
        place, cause = place_words(report.place, setup), trouble_words(report, setup)
        since = f"{local(report.since, setup.zone):%Y-%m-%d %H:%M}"
        yield notice(
            Topic.DEVICES,
            f"{place.zh}：{cause.zh}（{report.device}，{since} 起）",
            f"{place.en}: {cause.en} ({report.device}, since {since})",
        )
