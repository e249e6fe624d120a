"""One conformance suite for every verb, on both databases."""

import json

import pytest

from tests.verbs.act import Act
from tests.verbs.actors import ACTORS
from tests.verbs.acts import ACTS
from tests.verbs.soundness import check_hall
from waitline.model.errors import RequestReused
from waitline.verbs.requests import new_request

LOOKS = {"next_job", "unfinished"}
every_act = pytest.mark.parametrize("act", ACTS, ids=str)


@pytest.fixture
def office(make_hall):
    return make_hall(reserve="on")


@every_act
def test_a_verb_leaves_a_sound_hall_and_its_lines_in_the_journal(act: Act, office):
    prepared = act.prepare(office)
    before = office.seq
    request = new_request()
    act.do(office, prepared, request)
    entries = office.journal(before)
    assert tuple(str(entry.kind) for entry in entries) == act.kinds
    assert [entry.seq for entry in entries] == list(range(before + 1, before + 1 + len(entries)))
    first, *others = entries
    assert first.request_id == request
    assert first.verb is not None
    assert isinstance(json.loads(first.result or ""), dict)
    assert all(entry.request_id is None for entry in others)
    assert {entry.at for entry in entries} == {office.now}
    check_hall(office)


@every_act
def test_a_repeated_request_has_the_same_outcome_and_serves_no_other_verb(act: Act, office):
    prepared = act.prepare(office)
    request = new_request()
    outcome = act.do(office, prepared, request)
    after = office.everything()
    office.turn(seconds=3)
    assert act.do(office, prepared, request) == outcome
    other = "cancel" if act.verb == "ask_for_help" else "ask_for_help"
    facts = {"label": "A001"} if other == "cancel" else {"place": "kiosk-1"}
    with pytest.raises(RequestReused) as refusal:
        getattr(office.reception, other)(request=request, **facts)
    assert refusal.value.words.zh
    assert refusal.value.words.en
    assert office.everything() == after


def test_no_verb_is_left_out_of_this_suite():
    verbs = {
        name
        for actor in ACTORS
        for name in dir(actor)
        if not name.startswith("_") and callable(getattr(actor, name))
    }
    assert {act.verb for act in ACTS} == verbs - LOOKS


def test_the_journal_remembers_no_reason_need_or_note(office):
    clerk = office.clerk("3")
    office.take("TRANS", love=True, love_reason="pregnant", needs=frozenset({"deaf"}))
    clerk.serves()
    clerk.do("transfer", service="SEAL", note="缺章")
    said = "".join(entry.data + (entry.result or "") for entry in office.journal())
    assert "pregnant" not in said
    assert "deaf" not in said
    assert "缺章" not in said
