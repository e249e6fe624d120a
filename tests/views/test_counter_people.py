"""Who serves at a counter and who deputises, on the console and for the counter's sign."""

from tests.builders import STAFF, office_document
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


def test_console_and_sign_name_the_clerk_and_the_deputy_of_the_office_file(make_hall):
    hall = make_hall(staff={**STAFF, "c03": {"roles": ["clerk"], "deputy": "c07"}})
    assert signs(hall)["3"] == (None, None)
    hall.clerk("3")
    hall.clerk("8")
    view = hall.console("3")
    assert (view.staff.name, view.deputy.name) == ("同仁 c03", "同仁 c07")
    assert signs(hall)["3"] == ("同仁 c03", "同仁 c07")
    assert signs(hall)["8"] == ("同仁 c08", None)


def test_who_deputises_today_goes_before_and_a_changed_office_file_is_seen_at_once(make_hall):
    hall = make_hall(staff={**STAFF, "c03": {"roles": ["clerk"], "deputy": "c07"}})
    hall.clerk("3", deputy="c10")
    assert hall.console("3").deputy.id == "c10"
    hall.clerk("8")
    document = office_document(staff={**STAFF, "c08": {"roles": ["clerk"], "deputy": "c01"}})
    Floor(hall.store).set_up_office(document, request=new_request())
    assert hall.console("8").deputy.id == "c01"


def signs(hall):
    named = {sign.counter: sign.people for sign in hall.board.counters}
    return {
        counter: (people.staff and people.staff.name, people.deputy and people.deputy.name)
        for counter, people in named.items()
    }
