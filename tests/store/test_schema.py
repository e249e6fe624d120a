"""The tables: migrations and program agree, older databases come up with their data, strangers are refused."""

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.builders import LiveHall
from tests.verbs import acts
from tests.verbs.soundness import check_hall
from waitline.model import errors
from waitline.model.back_line import StandBy, Summons, Watch
from waitline.model.case_help import CaseHelp
from waitline.model.counter import Desk
from waitline.model.device import DeviceReport
from waitline.model.help import HelpCall
from waitline.model.journal import Entry
from waitline.model.ticket import Ticket
from waitline.store import migrate
from waitline.store.connect import make_engine
from waitline.store.migrate import check_version, create_or_upgrade
from waitline.store.schema import whole
from waitline.store.tables import SCHEMA_VERSION, metadata

RELEASED = Path(__file__).parent / "released"


def revisions():
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def described(url):
    """Everything the database knows of its tables, in its own words."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                found = connection.execute(
                    text("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'")
                )
                return {name: clauses(sql) for name, sql in found if sql is not None}
            return {
                what: sorted(str(tuple(row)) for row in connection.execute(text(question)))
                for what, question in ASK_POSTGRES.items()
            }
    finally:
        engine.dispose()


def clauses(sql):
    """A CREATE statement's lines in any order."""
    return sorted(" ".join(line.strip().rstrip(",").split()) for line in sql.splitlines() if line.strip())


ASK_POSTGRES = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable, column_default FROM"
    " information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'",
    "constraints": "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'",
    "indexes": "SELECT tablename, indexdef FROM pg_indexes"
    " WHERE schemaname = 'public' AND tablename <> 'alembic_version'",
    "storage": "SELECT relname, reloptions FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    " AND relkind = 'r' AND relname <> 'alembic_version'",
}


def test_migrations_leave_the_tables_the_program_knows(empty_database_url, own_database_url):
    engine = make_engine(empty_database_url, may_create=True)
    whole().create_all(engine)
    engine.dispose()
    assert described(empty_database_url) == described(own_database_url)


NOUNS = {
    Ticket: "ticket",
    Desk: "desk",
    Entry: "journal",
    HelpCall: "help_call",
    DeviceReport: "device",
    Watch: "back_line",
    StandBy: "stand_by",
    Summons: "summons",
    CaseHelp: "case_help",
}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_nouns_fields_are_its_tables_columns_in_their_order(noun):
    table = NOUNS[noun]
    assert noun._fields == tuple(c.name for c in metadata.tables[table].c if c.name != "office_id")


def test_the_programs_version_is_the_newest_migration():
    assert revisions()[0] == SCHEMA_VERSION


def test_bringing_up_to_date_twice_changes_nothing(hall):
    before = hall.everything()
    create_or_upgrade(hall.store.url)
    assert hall.everything() == before


def test_every_released_version_has_its_data_here():
    assert sorted(file.stem for file in RELEASED.glob("*.sql")) == sorted(revisions())


@pytest.mark.parametrize("version", sorted(file.stem for file in RELEASED.glob("*.sql")))
def test_a_hall_of_an_older_version_goes_on_after_the_upgrade(version, empty_database_url, make_store):
    create_or_upgrade(empty_database_url, revision=version)
    engine = make_engine(empty_database_url)
    with engine.begin() as connection:
        for sentence in (RELEASED / f"{version}.sql").read_text(encoding="utf-8").split(";\n"):
            if sentence.strip():
                connection.exec_driver_sql(
                    sentence.replace("%", "%%") if "psycopg" in str(engine.url) else sentence
                )
    engine.dispose()
    create_or_upgrade(empty_database_url)
    hall = LiveHall(store=make_store(empty_database_url, "office"), document="")
    check_hall(hall)
    assert [(t.label, str(t.state)) for t in hall.tickets()] == [
        ("A001", "DONE"), ("A002", "CALLED"), ("901", "SERVING"), ("B001", "PARKED"), ("A003", "NO_SHOW"),
        ("A004", "WAITING"),
    ]  # fmt: skip
    assert hall.console("3").current.label == "A002"
    assert hall.take().label == "A005"


def test_a_database_of_a_newer_program_is_left_alone(own_database_url):
    engine = make_engine(own_database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        for look in (lambda: check_version(engine), lambda: create_or_upgrade(own_database_url)):
            with pytest.raises(errors.DatabaseNewer) as newer:
                look()
            assert newer.value.facts == {"found": "9999", "known": SCHEMA_VERSION}
    finally:
        engine.dispose()


def test_a_hall_that_a_newer_program_has_upgraded_takes_nothing_from_this_one_any_more(hall):
    hall.take()
    before = hall.everything()
    with hall.store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(errors.DatabaseNewer):
        hall.take()
    with pytest.raises(errors.DatabaseNewer), hall.store.reading():
        pass
    with hall.store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :ours"), {"ours": SCHEMA_VERSION})
    assert hall.everything() == before
    assert hall.take().label == "A002"


def test_a_database_without_tables_asks_for_init(empty_database_url):
    engine = make_engine(empty_database_url)
    try:
        with pytest.raises(errors.DatabaseNotMade, match="waitline init"):
            check_version(engine)
    finally:
        engine.dispose()


def test_an_office_that_is_not_there_asks_for_init(database_url, make_store):
    store = make_store(database_url, "elsewhere")
    with pytest.raises(errors.OfficeMissing, match="elsewhere"), store.reading():
        raise AssertionError("there is nothing to see")
    with pytest.raises(errors.OfficeMissing, match="elsewhere"), store.writing("look"):
        raise AssertionError("there is nothing to do")


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_server_database_that_does_not_speak_utf8_is_refused(postgres, encoding):
    url = postgres.new_database(f"ENCODING '{encoding}' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
    with pytest.raises(errors.DatabaseUnusable, match=encoding):
        create_or_upgrade(url)
    assert described(url)["columns"] == []


def test_a_file_that_is_no_database_is_refused(tmp_path, make_store):
    (tmp_path / "queue.db").write_text("dear diary, " * 500)
    with pytest.raises(errors.DatabaseUnusable, match="not a database"):
        create_or_upgrade(f"sqlite:///{tmp_path / 'queue.db'}")


def test_a_folder_that_is_not_there_and_a_server_that_does_not_listen_are_away(tmp_path):
    for url in (f"sqlite:///{tmp_path}/no/queue.db", f"postgresql://waitline@/waitline?host={tmp_path}"):
        with pytest.raises(errors.DatabaseAway):
            create_or_upgrade(url)


@pytest.mark.parametrize("url", ["mysql://somewhere/queue", "queue.db", ""])
def test_a_url_that_names_no_database_we_know_is_refused(url):
    with pytest.raises(errors.DatabaseUnusable):
        make_engine(url)


WRONG = {
    "a waiting ticket at a counter": "counter = '3'",
    "a called ticket nowhere": "state = 'CALLED'",
    "an ended ticket without its time": "state = 'DONE'",
    "a time of ending while waiting": "ended_at = 1",
    "a call without its time": "calls = 1",
    "a time of beginning while waiting": "begun_at = 1",
    "due while waiting": "due_at = 1",
    "a slot without a booking": "slot = 1",
    "a booking without a slot": "priority = 'appointment'",
    "a love reason without love": "love_reason = 'infant'",
    "no service without love": "service = NULL",
    "an unknown state": "state = 'LOST'",
    "an unknown class": "priority = 'first'",
    "a number given twice": "number = 1",
}


@pytest.mark.parametrize("change", WRONG.values(), ids=list(WRONG))
def test_the_tables_themselves_refuse(change, hall):
    acts.called(hall)
    waiting = hall.take()
    with pytest.raises(IntegrityError), hall.store.engine.begin() as connection:
        connection.execute(
            text(f"UPDATE ticket SET {change} WHERE office_id = :office AND id = :id"),
            {"office": hall.store.office, "id": waiting.id},
        )


def test_the_tables_refuse_two_tickets_at_a_counter(hall):
    acts.called(hall)
    other = hall.take()
    with pytest.raises(IntegrityError), hall.store.engine.begin() as connection:
        connection.execute(
            text("UPDATE ticket SET state = 'CALLED', counter = '3', calls = 1, called_at = 1, last_called_at = 1"
                 " WHERE office_id = :office AND id = :id"),
            {"office": hall.store.office, "id": other.id},
        )  # fmt: skip
