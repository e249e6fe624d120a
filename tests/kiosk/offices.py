"""Offices and views as a kiosk meets them, with valid defaults."""

from dataclasses import replace

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import Counter, CounterId, CounterKind
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.office import Hours, KioskSetup, OfficeSetup, PrinterSetup
from waitline.model.service import NumberSeries, SeriesCode, Service, ServiceCode
from waitline.model.words import Words
from waitline.views.foresight import Foresight
from waitline.views.kiosk_view import KioskView
from waitline.views.service_line import ServiceLine

MONDAY_NINE = Instant(1_795_395_600_000)
"""2026-11-23 09:00 in Taipei."""

NAMES = (
    ("TRANS", "戶籍謄本", "Household transcript", "A", "transcript"),
    ("REG", "戶籍登記（出生・結婚・離婚・死亡・遷徙）", "Household registration", "B", "registration"),
    ("IDCARD", "國民身分證", "National ID card", "C", "id_card"),
    ("SEAL", "印鑑登記・證明", "Seal registration", "D", "seal"),
    ("CERT", "自然人憑證", "Citizen digital certificate", "E", "certificate"),
    ("ASK", "諮詢・其他", "Questions and other", "F", "question"),
    ("NAME", "姓名變更", "Change of name", "G", "other"),
    ("HOUSE", "門牌編釘", "House number plate", "H", "household"),
    ("NATION", "國籍變更", "Nationality", "J", "people"),
    ("ENGLISH", "英文戶籍謄本", "Transcript in English", "K", "language"),
    ("ADOPT", "收養・認領登記", "Adoption and recognition", "L", "elderly"),
    ("INDIG", "原住民身分登記", "Indigenous status", "M", "registration"),
)

WEEKDAYS = (*(Hours(opens=480, closes=1020),) * 5, None, None)
EVERY_HOUR = (Hours(opens=0, closes=1440),) * 7


def an_office(
    *,
    services: int = 6,
    kiosk: KioskSetup | None = None,
    hours: tuple[Hours | None, ...] = EVERY_HOUR,
    port: str = "",
) -> OfficeSetup:
    """The sample's six services by default, two counters for everything, one for love."""
    chosen = NAMES[:services]
    codes = tuple(ServiceCode(name[0]) for name in chosen)
    return OfficeSetup(
        id="main",
        names=Words(zh="大安區戶政事務所", en="Da'an District Household Registration Office"),
        time_zone="Asia/Taipei",
        series=(
            *(
                NumberSeries(code=SeriesCode(letter), prefix=letter, first=1, last=999, digits=3)
                for _, _, _, letter, _ in chosen
            ),
            NumberSeries(code=SeriesCode("love"), prefix="", first=901, last=999, digits=3),
        ),
        services=tuple(
            Service(
                code=ServiceCode(code),
                names=Words(zh=zh, en=en),
                series=SeriesCode(letter),
                mean_minutes=8,
                icon=icon,
            )
            for code, zh, en, letter, icon in chosen
        ),
        counters=tuple(
            Counter(
                id=CounterId(number),
                names=Words(zh=f"{number} 號櫃台", en=f"Counter {number}"),
                kind=CounterKind.GENERAL,
                services=codes,
            )
            for number in ("1", "2", "3")
        ),
        staff=(),
        love_series=SeriesCode("love"),
        hours=hours,
        printers=(PrinterSetup(id="kiosk-1", port=port),) if port else (),
        kiosks=(kiosk or a_kiosk(printer="kiosk-1" if port else None),),
    )


WAIT = WaitRange(25, 35)


def a_kiosk(**changes: object) -> KioskSetup:
    return replace(KioskSetup(id="K1"), **changes)


def a_view(
    setup: OfficeSetup | None = None,
    *,
    open_counters: int = 2,
    waiting: int = 3,
    at: Instant = MONDAY_NINE,
    wait: WaitRange | None = WAIT,
) -> KioskView:
    """A hall with people waiting and counters open; `wait` None: nothing is foreseen."""
    setup = setup or an_office()
    lines = tuple(
        ServiceLine(
            code=service.code,
            names=service.names,
            waiting=waiting,
            open_counters=open_counters,
            again_at=None,
            icon=service.icon,
        )
        for service in setup.services
    )
    love = ServiceLine(
        code=None,
        names=Words(zh="愛心優先", en="Priority"),
        waiting=0,
        open_counters=open_counters,
        again_at=None,
        icon="love",
    )
    ahead = {service.code: waiting for service in setup.services}
    told = Forecast(30 * MINUTE, 30 * MINUTE, wait)
    foreseen = setup.services if wait is not None else ()
    return KioskView(
        seq=1,
        at=at,
        day="2026-11-23",
        setup=setup,
        services=lines,
        love=love,
        settle_at=None,
        ahead=ahead,
        foresight=Foresight(services={service.code: told for service in foreseen}),
    )
