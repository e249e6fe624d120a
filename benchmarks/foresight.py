"""How long it takes to foresee everybody's call: 200 waiting, 20 counters at work, each database."""

import random
from functools import partial

from waitline.cli.demo.office import ALL_DAY, with_hours
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import foresight, kiosk_view

from .databases import OFFICE, SAMPLE, both
from .hot_verbs import timed
from .measure import Measure, p50, p95

WAITING, COUNTERS, ROUNDS = 200, 20, 200
BAR_MS = 50


def run() -> list[Measure]:
    found = []
    with both() as urls:
        for where, url in urls.items():
            store = _full_hall(url)
            times = [timed(partial(foresight.read, store)) * 1000 for _ in range(ROUNDS)]
            views = [timed(partial(kiosk_view.read, store)) * 1000 for _ in range(ROUNDS)]
            store.close()
            found.append(
                Measure(
                    what=f"foreseeing {WAITING} waiting at {COUNTERS} counters, p95",
                    where=where,
                    value=p95(times),
                    unit="ms",
                    bar=BAR_MS,
                    detail=f"p50 {p50(times):.1f}; a kiosk's view p50 {p50(views):.1f}, p95 {p95(views):.1f}",
                )
            )
    return found


def _full_hall(url: str) -> Store:
    """Every counter serves somebody, and the rest wait: ordinary visitors of all services, some of them love."""
    create_or_upgrade(url)
    store = Store(url, OFFICE)
    Floor(store).set_up_office(_office(), request=new_request())
    reception, calling = Reception(store), Calling(store)
    with store.reading() as look:
        services = [service.code for service in look.setup.services]
    chance = random.Random(7)
    for _ in range(WAITING + COUNTERS):
        love = chance.random() < 0.15
        reception.take_ticket(request=new_request(), service=chance.choice(services), love=love)
    for number in range(1, COUNTERS + 1):
        counter, staff = CounterId(str(100 + number)), StaffId(f"bench-{number}")
        calling.sign_in(request=new_request(), counter=counter, staff=staff)
        if calling.call_next(request=new_request(), counter=counter, by=staff).ticket is not None:
            calling.begin(request=new_request(), counter=counter, by=staff)
    return store


def _office() -> str:
    """The sample office with twenty counters more."""
    text = with_hours(SAMPLE.read_text(encoding="utf-8"), ALL_DAY)
    for number in range(1, COUNTERS + 1):
        text += f'\n[[counters]]\nid = "{100 + number}"\nservices = "all"\n'
        text += f'\n[[staff]]\nlogin = "bench-{number}"\nname = "{number}"\nroles = ["clerk"]\n'
    return text
