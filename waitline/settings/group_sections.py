"""The groups of services in an office file, and the pictures that services and groups may have."""

from typing import Final

from waitline.model.service import GroupCode, ServiceGroup

from .device_sections import IN_ID
from .table import Table

SERVICE_ICONS: Final = (
    "transcript",
    "registration",
    "id_card",
    "seal",
    "certificate",
    "question",
    "household",
    "people",
    "infant",
    "elderly",
    "language",
    "other",
)


def read_icon(table: Table) -> str:
    """The picture of a service or group, one of those that are shipped for them."""
    icon = table.text("icon", "question")
    if icon not in SERVICE_ICONS:
        table.unknown("icon", icon, SERVICE_ICONS)
    return icon


def read_groups(top: Table) -> tuple[ServiceGroup, ...]:
    return tuple(_group(table) for table in top.tables("groups"))


def group_of(table: Table) -> GroupCode | None:
    """The group that a service names, if any."""
    return GroupCode(table.text("group")) if table.given("group") else None


def _group(table: Table) -> ServiceGroup:
    group = ServiceGroup(
        code=GroupCode(table.text("code", None, IN_ID, "FAMILY")),
        names=table.words("name"),
        icon=read_icon(table),
    )
    table.finish()
    return group
