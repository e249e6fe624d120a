"""PINs: an argon2 hash and the count of wrong tries, in a table of their own."""

from waitline.model.staff import PinRecord, StaffId

from . import desk_statements as dq
from .hall import Hall
from .link import Link


def pin_of(link: Link, office: str, staff: StaffId) -> PinRecord:
    row = link.one(dq.PIN, office=office, who=staff)
    if row is None:
        return PinRecord(staff=staff)
    return PinRecord(staff=staff, pin_hash=row[0], failures=row[1], locked_until=row[2])


def keep_pin(hall: Hall, record: PinRecord) -> None:
    hall.link.send(dq.FORGET_PIN, office=hall.office, who=record.staff)
    hall.link.send(
        dq.ADD_PIN,
        office_id=hall.office,
        staff=record.staff,
        pin_hash=record.pin_hash,
        failures=record.failures,
        locked_until=record.locked_until,
    )
