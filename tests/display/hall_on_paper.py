"""A hall made of values alone: a clock turned by hand, and boards as the view would read them."""

from dataclasses import replace

from display.showing import Scene, Showing
from waitline.model.clock import SECOND, Instant
from waitline.model.counter import Counter, CounterId, CounterKind, CounterState
from waitline.model.office import Hours, OfficeSetup
from waitline.model.service import NumberSeries, SeriesCode, Service, ServiceCode
from waitline.model.ticket import TicketId
from waitline.model.words import Words
from waitline.views.board import BoardCall, BoardView, CounterSign
from waitline.views.service_line import ServiceLine

NOON = Instant(1_800_000_000_000)


class TurnedClock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += seconds


def an_office() -> OfficeSetup:
    services = [
        ("TRANS", "戶籍謄本", "Household transcript", "A", "transcript"),
        (
            "REG",
            "戶籍登記（出生・結婚・離婚・死亡・遷徙）",
            "Household registration (birth, marriage)",
            "B",
            "household",
        ),
        ("IDCARD", "國民身分證", "National ID card", "C", "id_card"),
        ("SEAL", "印鑑登記・證明", "Seal registration", "D", "seal"),
        ("CERT", "自然人憑證", "Citizen digital certificate", "E", "certificate"),
        ("ASK", "諮詢・其他", "Questions and other", "F", "question"),
    ]
    return OfficeSetup(
        id="sample",
        names=Words(zh="青田區戶政事務所", en="Qingtian District Household Registration Office"),
        time_zone="Asia/Taipei",
        series=(
            *(NumberSeries(code=SeriesCode(p), prefix=p, first=1, last=999, digits=3) for *_, p, _ in services),
            NumberSeries(code=SeriesCode("9"), prefix="", first=901, last=999, digits=3),
        ),
        services=tuple(
            Service(
                code=ServiceCode(code),
                names=Words(zh=zh, en=en),
                series=SeriesCode(p),
                mean_minutes=8,
                icon=i,
            )
            for code, zh, en, p, i in services
        ),
        counters=tuple(
            Counter(
                id=CounterId(str(n)),
                names=Words(zh=f"{n} 號櫃台", en=f"Counter {n}"),
                kind=CounterKind.GENERAL,
                services=tuple(ServiceCode(code) for code, *_ in services),
            )
            for n in range(1, 11)
        ),
        staff=(),
        love_series=SeriesCode("9"),
        hours=(Hours(opens=480, closes=1020),) * 5 + (None, None),
    )


class PaperHall:
    """Calls, recalls and withdrawals in journal order, told as board views."""

    def __init__(self, clock: TurnedClock) -> None:
        self._clock = clock
        self._started = clock.now
        self.seq = 0
        self.calls: dict[str, BoardCall] = {}
        self.missed: tuple[str, ...] = ()
        self.waiting: dict[str, int] = {}

    @property
    def at(self) -> Instant:
        return Instant(NOON + round((self._clock.now - self._started) * SECOND))

    def call(
        self,
        label: str,
        counter: str = "3",
        *,
        love: bool = False,
        deaf: bool = False,
        language: str = "zh-TW",
    ) -> BoardCall:
        """Call a number, or call it again."""
        self.seq += 1
        before = self.calls.get(label)
        self.calls[label] = BoardCall(
            seq=self.seq,
            at=self.at,
            ticket=before.ticket if before else TicketId(self.seq),
            label=label,
            counter=CounterId(counter),
            counter_names=Words(zh=f"{counter} 號櫃台", en=f"Counter {counter}"),
            love=love,
            deaf=deaf,
            language=language,
            recall=before.recall + 1 if before else 0,
            live=True,
            stands=True,
        )
        return self.calls[label]

    def serve(self, label: str) -> None:
        self._dies(label)

    def miss(self, label: str) -> None:
        self._dies(label, stands=False)
        self.missed = (label, *self.missed)

    def put_back(self, label: str) -> None:
        """It waits again, or was set aside."""
        self._dies(label, stands=False)

    def withdraw(self, label: str) -> None:
        self.seq += 1
        del self.calls[label]

    def board(self) -> BoardView:
        setup = an_office()
        return BoardView(
            seq=self.seq,
            at=self.at,
            day="2027-01-15",
            setup=setup,
            calls=tuple(sorted(self.calls.values(), key=lambda call: -call.seq)),
            missed=self.missed,
            services=(
                *(self._line(service.code, service.names, service.icon) for service in setup.services),
                self._line(None, Words(zh="愛心優先", en="Priority"), "love"),
            ),
            counters=tuple(
                CounterSign(counter=counter.id, names=counter.names, state=CounterState.OPEN, serving=None)
                for counter in setup.counters
            ),
            settle_at=None,
        )

    def _line(self, code: ServiceCode | None, names: Words, icon: str) -> ServiceLine:
        waiting = self.waiting.get(code or "love", 0)
        return ServiceLine(code=code, names=names, waiting=waiting, open_counters=4, again_at=None, icon=icon)

    def _dies(self, label: str, *, stands: bool = True) -> None:
        self.seq += 1
        self.calls[label] = replace(self.calls[label], live=False, stands=stands)


def stays(clock: TurnedClock, hall: PaperHall, showing: Showing, moments: list[float]) -> dict[str, float]:
    """Call once at each moment, paint whenever the board asks; how long each call was in the big place."""
    started, entered, stayed, order = clock.now, {}, {}, []
    pending = list(moments)
    while pending or len(stayed) < len(moments) - 1:
        scene = showing.scene()
        for label in large(scene):
            if label not in entered:
                order.append(label)
                entered[label] = clock.now
        for label, moment in entered.items():
            if label not in large(scene):
                stayed.setdefault(label, clock.now - moment)
        waits = [pending[0] + started - clock.now] if pending else []
        waits += [scene.changes_in] if scene.changes_in is not None else []
        clock.turn(max(0.0, min(waits)) + 1e-6)
        if pending and started + pending[0] <= clock.now:
            pending.pop(0)
            hall.call(f"A{hall.seq + 1:03d}", str(hall.seq % 10 + 1))
            showing.see(hall.board())
    assert order == sorted(order), "not in the order of the journal"
    return stayed


def large(scene: Scene) -> list[str]:
    """What stands in the big place, newest first."""
    return [shown.call.label for shown in scene.places]
