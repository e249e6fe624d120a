"""The journal's chain: the first entry that was changed, removed or cut off is named."""

import pytest
from sqlalchemy import text

from tests.verbs import acts
from waitline.model.journal import Entry, chain
from waitline.store.audit import audit
from waitline.verbs.floor import Floor


@pytest.fixture
def day(hall):
    """Some twenty entries."""
    clerk = acts.serving_and_waiting(hall)
    for _ in range(4):
        clerk.next()
        clerk.do("begin")
        hall.take()
    return hall


def tamper(hall, sentence, **facts):
    """Somebody with the database's password, past every verb."""
    with hall.store.engine.begin() as connection:
        connection.execute(text(sentence), {"office": hall.store.office} | facts)


def kept(hall):
    report = audit(hall.store)
    assert report.good
    return report.head


def test_an_untouched_journal_is_good_and_gives_its_head(day):
    report = audit(day.store)
    last = day.journal()[-1]
    assert (report.good, report.entries, report.head) == (True, day.seq, f"{last.seq}:{last.hash}")
    assert audit(day.store, report.head).good


CHANGES = (
    "data = '{}'",
    "at = at + 1",
    "kind = 'TicketCancelled'",
    "counter = '9'",
    "staff = 'c09'",
    "ticket = 1",
    "request_id = 'another'",
    "verb = 'another'",
    "result = '{}'",
    "hash = '0'",
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.split()[0])
def test_a_changed_entry_is_named(day, change):
    victim = next(e for e in day.journal() if e.kind == "TicketCalled")
    tamper(day, f"UPDATE journal SET {change} WHERE office_id = :office AND seq = :seq", seq=victim.seq)
    report = audit(day.store)
    assert report.first_bad == victim.seq
    assert report.entries == victim.seq - 1
    assert report.reason.zh
    assert report.reason.en == "this entry has been changed"


@pytest.mark.parametrize("place", [1, 7, -2])
def test_a_removed_entry_is_named(day, place):
    victim = day.journal()[place if place < 0 else place - 1]
    tamper(day, "DELETE FROM journal WHERE office_id = :office AND seq = :seq", seq=victim.seq)
    report = audit(day.store)
    assert report.first_bad == victim.seq
    assert report.reason.en == "this entry has been removed"


def test_a_cut_off_end_is_named(day):
    last = day.seq
    tamper(day, "DELETE FROM journal WHERE office_id = :office AND seq > :seq", seq=last - 3)
    assert audit(day.store).first_bad == last - 2


def test_a_cut_off_end_with_the_head_put_back_shows_against_the_kept_head(day):
    head, last = kept(day), day.seq
    earlier = day.journal()[-4]
    tamper(day, "DELETE FROM journal WHERE office_id = :office AND seq > :seq", seq=earlier.seq)
    tamper(day, "UPDATE office_head SET seq = :seq, hash = :hash WHERE office_id = :office",
           seq=earlier.seq, hash=earlier.hash)  # fmt: skip
    report = audit(day.store, head)
    assert report.first_bad == last - 2
    assert report.reason.en == "the entries from here on have been cut off"


def test_a_journal_written_anew_from_some_entry_on_shows_against_the_kept_head(day):
    head, entries = kept(day), day.journal()
    forged = next(e for e in entries if e.kind == "TicketCalled")
    here = entries[forged.seq - 2].hash
    for entry in entries[forged.seq - 1 :]:
        data = "{}" if entry.seq == forged.seq else entry.data
        new = Entry(**{f: getattr(entry, f) for f in Entry._fields if f != "hash"} | {"data": data})
        here = chain(here, day.store.office, new)
        tamper(day, "UPDATE journal SET data = :data, hash = :hash WHERE office_id = :office AND seq = :seq",
               data=data, hash=here, seq=entry.seq)  # fmt: skip
    tamper(day, "UPDATE office_head SET hash = :hash WHERE office_id = :office", hash=here)
    assert audit(day.store).good
    report = audit(day.store, head)
    assert not report.good
    assert "rewritten" in report.reason.en


def test_a_head_kept_earlier_stays_true_while_the_day_goes_on(day):
    head = kept(day)
    day.take()
    assert audit(day.store, head).good


def test_a_ticket_that_the_journal_does_not_know_is_named(day):
    victim = day.tickets()[-1]
    tamper(day, "DELETE FROM ticket WHERE office_id = :office AND id = :id", id=victim.id)
    report = audit(day.store)
    assert (report.first_bad, report.reason.en) == (victim.id, "a ticket and the journal do not agree")


FORGED = {
    "a shorter wait": "called_at = called_at - 60000",
    "a later arrival": "issued_at = issued_at + 1",
    "a quicker end": "ended_at = ended_at - 1",
    "another number": "label = 'A099'",
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED)
def test_a_ticket_whose_label_or_times_were_changed_is_named(day, change):
    victim = next(ticket for ticket in day.tickets() if ticket.ended_at is not None)
    tamper(day, f"UPDATE ticket SET {change} WHERE office_id = :office AND id = :id", id=victim.id)
    report = audit(day.store)
    assert report.first_bad == victim.id
    assert victim.label in report.reason.en
    assert victim.label in report.reason.zh


def test_a_ticket_that_was_never_called_cannot_be_made_to_have_been(hall):
    ticket = hall.take()
    tamper(hall, "UPDATE ticket SET called_at = issued_at, last_called_at = issued_at, calls = 1"
           " WHERE office_id = :office AND id = :id", id=ticket.id)  # fmt: skip
    assert audit(hall.store).first_bad == ticket.id


def test_a_ticket_that_nobody_took_is_named(day):
    tamper(day, "UPDATE ticket SET id = id + 1000 WHERE office_id = :office AND id = :id",
           id=next(t for t in day.tickets() if t.state == "WAITING").id)  # fmt: skip
    assert audit(day.store).reason.en == "a ticket and the journal do not agree"


@pytest.mark.parametrize("anew", [False, True], ids=["", "and done again"])
def test_what_was_undone_has_not_happened(hall, anew):
    """A finish and a call taken back leave their entries, and a ticket that knows nothing of them."""
    clerk = acts.serving_and_waiting(hall)
    hall.turn(minutes=1)
    clerk.calls()
    hall.turn(seconds=5)
    clerk.do("undo")
    served, waiting = hall.tickets()
    assert (served.ended_at, waiting.called_at) == (None, None)
    assert audit(hall.store).good
    if anew:
        hall.turn(minutes=1)
        clerk.calls()
    assert audit(hall.store).good
    end = "ended_at = 1795136460000, state = 'DONE'"
    tamper(hall, f"UPDATE ticket SET {end} WHERE office_id = :office AND id = :id", id=served.id)
    assert audit(hall.store).first_bad == served.id


def test_a_document_that_was_changed_in_the_database_is_named(day):
    tamper(day, "UPDATE office_setup SET document = replace(document, 'mean_minutes = 5', 'mean_minutes = 50')"
           " WHERE office_id = :office")  # fmt: skip
    report = audit(day.store)
    assert (report.first_bad, report.reason.en) == (
        1,
        "the office's document is not the one that was set up here",
    )
    assert report.reason.zh


def test_a_document_that_is_no_office_any_more_is_named_too(day):
    tamper(day, "UPDATE office_setup SET document = 'x' WHERE office_id = :office")
    report = audit(day.store)
    assert (report.first_bad, report.reason.en) == (
        1,
        "the office's document is not the one that was set up here",
    )


def test_a_document_that_is_gone_or_was_slipped_in_is_named(day):
    tamper(day, "UPDATE office_setup SET setup_seq = 3 WHERE office_id = :office")
    assert audit(day.store).first_bad == 1


def test_an_office_put_back_to_an_older_document_is_seen(day):
    Floor(day.store).set_up_office(day.document + "\n# changed", request="changed")
    changed = day.seq
    assert audit(day.store).good
    tamper(day, "UPDATE office_head SET setup_seq = 1 WHERE office_id = :office")
    report = audit(day.store)
    assert (report.first_bad, report.reason.en) == (changed, "an older document of the office is in use")


@pytest.mark.parametrize("head", ["", "nonsense", "12", "12:abc", "x:0123456789"])
def test_what_is_no_head_is_not_taken_for_one(day, head):
    with pytest.raises(ValueError, match="kept head"):
        audit(day.store, head)


def test_offices_in_one_database_have_chains_of_their_own(make_hall):
    one, other = make_hall(), make_hall()
    for _ in range(3):
        one.take()
        other.take()
    tamper(one, "UPDATE journal SET data = '{}' WHERE office_id = :office AND seq = 3")
    assert not audit(one.store).good
    assert audit(other.store).good
