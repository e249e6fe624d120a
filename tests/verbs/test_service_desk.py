"""Signing in at the service desk, on both databases."""

import pytest

from waitline.model.errors import LockedOut, WrongPin
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.verbs.service_desk import ServiceDesk


def test_wrong_pins_are_counted_and_lock_as_at_a_counter(hall):
    desk = ServiceDesk(hall.store)
    Floor(hall.store).set_pin(request=new_request(), staff="greeter", pin="2468")
    for _ in range(4):
        with pytest.raises(WrongPin):
            desk.begin_service_desk(request=new_request(), staff="greeter", pin="0000")
    with pytest.raises(LockedOut):
        desk.begin_service_desk(request=new_request(), staff="greeter", pin="0000")
    with pytest.raises(LockedOut):
        desk.begin_service_desk(request=new_request(), staff="greeter", pin="2468")


def test_the_right_pin_is_noted_with_who_it_was(hall):
    Floor(hall.store).set_pin(request=new_request(), staff="greeter", pin="2468")
    before = hall.seq
    ServiceDesk(hall.store).begin_service_desk(request=new_request(), staff="greeter", pin="2468")
    assert [(str(entry.kind), entry.staff) for entry in hall.journal(before)] == [("ServiceDeskBegun", "greeter")]
