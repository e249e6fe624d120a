"""The staff doors of the kiosks: wrong tries counted by place."""

from waitline.model.staff import StaffDoor

from . import desk_statements as dq
from .hall import Hall
from .link import Link


def door_of(link: Link, office: str, place: str) -> StaffDoor:
    row = link.one(dq.DOOR, office=office, at_place=place)
    return StaffDoor(place=place) if row is None else StaffDoor(place=place, wrong_tries=row[0], wrong_at=row[1])


def keep_door(hall: Hall, door: StaffDoor) -> None:
    """In place of what was known."""
    if hall.link.one(dq.DOOR, office=hall.office, at_place=door.place) is None:
        hall.link.send(
            dq.ADD_DOOR,
            office_id=hall.office,
            place=door.place,
            wrong_tries=door.wrong_tries,
            wrong_at=door.wrong_at,
        )
        return
    hall.link.send(
        dq.KEEP_DOOR,
        office=hall.office,
        at_place=door.place,
        new_wrong_tries=door.wrong_tries,
        new_wrong_at=door.wrong_at,
    )
