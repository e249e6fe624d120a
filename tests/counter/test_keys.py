"""Which key asks for what."""

import pytest

from counter.actions import Action, Place
from counter.keys import DEFAULT_KEYS, KeyTwice, UnknownAction, keys_at, read_keys
from waitline.model.global_keys import leaves_others_alone
from waitline.settings.key_file import BareKey, UnknownKey


def test_a_clerk_who_sets_nothing_calls_with_f9_and_finishes_with_f12():
    keys = read_keys({})

    assert (keys[Action.CALL_NEXT], keys[Action.RECALL]) == ("F9", "F10")
    assert (keys[Action.NO_SHOW], keys[Action.FINISH]) == ("F11", "F12")


def test_the_house_own_keys_obey_the_rules_they_set_for_others():
    assert read_keys({action.value: key for action, key in DEFAULT_KEYS.items()}) == dict(DEFAULT_KEYS)


@pytest.mark.parametrize("spelled", ["ctrl+shift+k", "Shift+Ctrl+K", "CONTROL + shift + k"])
def test_a_key_may_be_spelled_as_people_write_it(spelled):
    assert read_keys({"call_next": spelled})[Action.CALL_NEXT] == "Ctrl+Shift+K"


@pytest.mark.parametrize("key", ["n", "N", "7", "Shift+N", "Space", "Shift+Home"])
def test_a_bare_letter_is_refused_since_screen_readers_use_it(key):
    with pytest.raises(BareKey) as refusal:
        read_keys({"call_next": key})

    assert "call_next" in refusal.value.words.zh


def test_one_key_cannot_stand_for_two_actions():
    with pytest.raises(KeyTwice) as refusal:
        read_keys({"recall": "F9"})

    assert {refusal.value.facts["first"], refusal.value.facts["second"]} == {"call_next", "recall"}


def test_two_actions_may_exchange_their_keys():
    keys = read_keys({"call_next": "F12", "finish": "F9"})

    assert (keys[Action.CALL_NEXT], keys[Action.FINISH]) == ("F12", "F9")


def test_a_key_may_be_taken_away_altogether():
    assert Action.CLOSE not in read_keys({"close_counter": ""})


def test_an_action_nobody_knows_is_named():
    with pytest.raises(UnknownAction, match="call_everybody"):
        read_keys({"call_everybody": "F5"})


@pytest.mark.parametrize("key", ["F25", "F0", "Ctrl+", "Hyper+N", "Ctrl+é", "Enter"])
def test_a_key_nobody_knows_is_named(key):
    with pytest.raises(UnknownKey):
        read_keys({"call_next": key})


def test_a_key_may_stand_for_something_else_at_another_place():
    keys = read_keys({"call_next": "F5", "accept": "F9", "no_show": "Ctrl+F7"})
    assert keys_at(Place.COUNTER, keys)[Action.CALL_NEXT] == "F5"
    assert keys_at(Place.SERVICE_DESK, keys)[Action.PRECHECK] == "F5"
    assert Action.PRECHECK not in keys_at(Place.COUNTER, keys)
    assert keys_at(Place.STAND_BY, keys) == {
        Action.ACCEPT: "F9",
        Action.DECLINE: "Shift+F7",
        Action.ARRIVE: "Ctrl+F7",
        Action.ANSWER_CASE: "F2",
        Action.COME_TO_CASE: "Shift+F2",
        Action.LOCK: "Ctrl+L",
    }


def test_what_is_done_at_both_places_takes_its_key_at_both():
    with pytest.raises(KeyTwice):
        read_keys({"mark_prechecked": "F8"})


@pytest.mark.parametrize("key", ["F9", "Shift+F9", "Ctrl+Alt+N", "Alt+Meta+P"])
def test_function_keys_and_two_modifiers_may_be_taken_from_other_programs(key):
    assert leaves_others_alone(key)


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Shift+P", "Alt+F", "Ctrl+Home"])
def test_what_people_type_elsewhere_stays_with_the_other_programs(key):
    assert not leaves_others_alone(key)
