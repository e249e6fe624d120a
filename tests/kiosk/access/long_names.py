"""Services as large offices really name them: long names, with brackets, in five languages, in four groups."""

from dataclasses import replace
from pathlib import Path

from tests.kiosk.many_services import an_office_of
from tests.kiosk.offices import WEEKDAYS
from tests.kiosk.test_kiosk_glass import PAPERS
from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode
from waitline.model.words import Words

TABLE = Path(__file__).with_name("long_names.tsv")
"""A service a line: its group, then its name in Chinese, English, Vietnamese, Indonesian and Thai."""


def words(zh: str, en: str, *more: str) -> Words:
    return Words(zh=zh, en=en, more=tuple(zip(("vi", "id", "th"), more, strict=True)))


def an_office_of_long_names(services: int, *, groups: bool = False) -> OfficeSetup:
    """Up to thirty services, each of which wants five papers."""
    office = an_office_of(services)
    names = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()][:services]
    made = tuple(
        replace(
            service,
            names=words(*named),
            checklist=PAPERS,
            ask_papers=True,
            group=GroupCode(group) if groups and group != "ASK" else None,
        )
        for service, (group, *named) in zip(office.services, names, strict=True)
    )
    grouped = an_office_of(30, groups=True).groups if groups else ()
    used = {service.group for service in made}
    return replace(
        office,
        services=made,
        groups=tuple(group for group in grouped if group.code in used),
        hours=WEEKDAYS,
    )
