"""A kiosk begins anew for settings of its own: while nobody is at it, and never for a file it does not have."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk import renewal
from kiosk.renewal import Renewal
from waitline.model.office import OfficeSetup
from waitline.model.words import Words

from .offices import a_kiosk, an_office

OLD = an_office(kiosk=a_kiosk())
NEW = an_office(kiosk=a_kiosk(love_asks_reason=False))


@dataclass
class Place:
    """The office file of a computer, and whether anybody is at its kiosk."""

    file: OfficeSetup = NEW
    at_rest: bool = True
    looked: int = 0
    due: list[bool] = field(default_factory=list)

    def is_at_rest(self) -> bool:
        self.looked += 1
        return self.at_rest


@pytest.fixture
def begun(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Place], Renewal]]:
    monkeypatch.setattr(renewal, "LOOK_MS", 5)
    owner = QObject()
    made: list[Renewal] = []

    def begin(place: Place) -> Renewal:
        found = Renewal("K1", OLD, read_file=lambda: place.file, is_at_rest=place.is_at_rest, parent=owner)
        found.due.connect(lambda: place.due.append(True))
        made.append(found)
        return found

    yield begin
    for one in made:
        one.close()
    owner.deleteLater()


def test_it_waits_until_nobody_has_been_there_for_a_while(begun: Callable[[Place], Renewal], qtbot: QtBot) -> None:
    place = Place(at_rest=False)
    begun(place).office_told(NEW)
    qtbot.waitUntil(lambda: place.looked > 2 * renewal.AT_REST_S)
    assert place.due == []
    place.at_rest = True
    before = place.looked
    qtbot.waitUntil(lambda: place.due == [True])
    assert place.looked - before >= renewal.AT_REST_S


def test_another_office_file_on_this_computer_is_told_and_nothing_begins_anew(
    begun: Callable[[Place], Renewal], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(file=OLD)
    with caplog.at_level(logging.WARNING):
        found = begun(place)
        found.office_told(NEW)
        qtbot.waitUntil(lambda: "new_settings_wait" in caplog.text)
        found.office_told(NEW)
    assert place.looked == 0
    assert caplog.text.count("new_settings_wait") == 1


def test_what_the_kiosk_follows_by_itself_is_no_reason(begun: Callable[[Place], Renewal]) -> None:
    place = Place()
    found = begun(place)
    found.office_told(OLD)
    found.office_told(replace(OLD, names=Words(zh="新名", en="New name"), staff=NEW.staff))
    found.office_told(replace(OLD, kiosks=()))
    found.close()
    assert place.looked == 0
