"""The last report of every device: one row each, kept by one verb."""

from waitline.model.device import DeviceReport

from . import desk_statements as dq
from . import rows
from .hall import Hall


def last_report(hall: Hall, device: str) -> DeviceReport | None:
    row = hall.link.one(dq.DEVICE, office=hall.office, of_device=device)
    return None if row is None else rows.report_of(row)


def keep_report(hall: Hall, report: DeviceReport, *, new: bool) -> None:
    """In place of the one before it."""
    statement = dq.ADD_DEVICE if new else dq.KEEP_DEVICE
    values = rows.report_params(report)
    if new:
        hall.link.send(statement, office_id=hall.office, **values)
        return
    kept = {f"new_{name}": value for name, value in values.items() if name != "device"}
    hall.link.send(statement, office=hall.office, of_device=report.device, **kept)
