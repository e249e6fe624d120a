"""A real hall on SQLite: visitors take numbers and clerks call them, through the verbs."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.fresh_database import make_database
from waitline.assets import asset
from waitline.cli.demo.office import ALL_DAY, with_hours
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.model.ticket import Need, Ticket
from waitline.settings.office_folder import open_office
from waitline.store.engine import Store
from waitline.store.setting_up import turn_clock
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.verbs.setting_aside import SettingAside
from waitline.views.devices import all_troubles

CLERKS = {"3": "c01", "4": "c02", "5": "c03", "7": "c04", "10": "c05"}


class HallAtWork:
    """The sample office in a folder, with some counters open."""

    def __init__(self, folder: Path, *, turned_to: Instant | None = None) -> None:
        self.folder = folder
        text = asset("sample", "office.toml").read_text(encoding="utf-8")
        (folder / "office.toml").write_text(with_hours(text, ALL_DAY), encoding="utf-8")
        self.office = open_office(folder)
        make_database(self.office.database_url)
        self.store = Store(self.office.database_url, self.office.office_id)
        Floor(self.store).set_up_office(self.office.text, request=new_request(), turned_to=turned_to)
        self._now = turned_to
        self._reception = Reception(self.store)
        self._calling = Calling(self.store)
        for counter, clerk in CLERKS.items():
            self._calling.sign_in(request=new_request(), counter=CounterId(counter), staff=StaffId(clerk))

    def take(self, service: str = "TRANS", *, needs: frozenset[Need] = frozenset()) -> str:
        """A visitor takes a number."""
        return self._reception.take_ticket(request=new_request(), service=service, needs=needs).ticket.label

    def take_love(self) -> str:
        return self._reception.take_ticket(request=new_request(), service=None, love=True).ticket.label

    def call(self, label: str, counter: str = "3") -> Ticket:
        """A clerk calls this number, whoever else waits."""
        called = self._calling.call_ticket(
            request=new_request(), counter=CounterId(counter), by=self._at(counter), label=label, reason="test"
        )
        assert called.ticket is not None
        return called.ticket

    def recall(self, counter: str = "3") -> None:
        self._calling.recall(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def finish(self, counter: str = "3") -> None:
        self._calling.finish(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def begin(self, counter: str = "3") -> None:
        self._calling.begin(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def pause(self, counter: str = "3", *, minutes: int | None = None) -> None:
        """A break, as long as the office's own clock says."""
        with self.store.reading() as look:
            until = None if minutes is None else Instant(look.now + minutes * MINUTE)
        self._calling.pause(
            request=new_request(), counter=CounterId(counter), by=self._at(counter), reason="test", until=until
        )

    def close_counter(self, counter: str = "3") -> None:
        self._calling.close_counter(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def no_show(self, counter: str = "3") -> None:
        self._calling.no_show(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def put_back(self, counter: str = "3") -> None:
        self._calling.put_back(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    def park(self, counter: str = "3", *, minutes: int) -> None:
        assert self._now is not None
        until = Instant(self._now + minutes * MINUTE)
        self._calling.park(
            request=new_request(), counter=CounterId(counter), by=self._at(counter), reason="test", until=until
        )

    def turn_clock(self, *, minutes: int) -> None:
        assert self._now is not None
        self._now = Instant(self._now + minutes * MINUTE)
        turn_clock(self.store, self._now)

    def waiting(self) -> list[str]:
        with self.store.reading() as look:
            return [ticket.label for ticket in look.waiting()]

    def troubles(self) -> list[str]:
        """What the office's staff are told of devices."""
        with self.store.reading() as look:
            return [report.causes for report in all_troubles(look)]

    def transfer(self, counter: str = "3", *, to: str) -> None:
        SettingAside(self.store).transfer(
            request=new_request(), counter=CounterId(counter), by=self._at(counter), to_counter=CounterId(to)
        )

    def undo(self, counter: str = "3") -> None:
        self._calling.undo(request=new_request(), counter=CounterId(counter), by=self._at(counter))

    @contextmanager
    def out_of_reach(self, *, minutes: int = 0) -> Iterator[None]:
        """Nobody can read the office for a while, as in the middle of somebody's repair; for so long by a turned
        clock."""
        with closing(sqlite3.connect(self.office.database_url.removeprefix("sqlite:///"))) as repair:
            repair.execute("ALTER TABLE office_head RENAME TO office_head_away")
            yield
            if minutes:
                assert self._now is not None
                self._now = Instant(self._now + minutes * MINUTE)
                repair.execute("UPDATE office_head_away SET turned_at = ?, last_at = ?", (self._now, self._now))
                repair.commit()
            repair.execute("ALTER TABLE office_head_away RENAME TO office_head")

    def speaks_only(self, language: str) -> None:
        """The display's voice from its next start on."""
        file = self.folder / "office.toml"
        text = re.sub(
            r"^voice *= *\[.*?\]", f'voice = ["{language}"]', file.read_text("utf-8"), flags=re.MULTILINE
        )
        assert text != file.read_text("utf-8")
        file.write_text(text, "utf-8")

    def set_display(self, key: str, value: int | bool) -> None:
        """The office file is changed while the display runs, and put in force."""
        file = self.folder / "office.toml"
        line = f"{key} = {json.dumps(value)}"
        text = re.sub(rf"^{key} = .*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
        text = text.replace('id = "lobby-1"', f'id = "lobby-1"\n{line}')
        file.write_text(text, "utf-8")
        Floor(self.store).set_up_office(text, request=new_request())

    def close(self) -> None:
        self.store.close()

    def _at(self, counter: str) -> StaffId:
        return StaffId(CLERKS[counter])
