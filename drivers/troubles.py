"""What a device's reported trouble is called: printers, panels, keypads and their lines, displays."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from waitline.model.bus_devices import BusPart, bus_device
from waitline.model.device import DeviceReport
from waitline.model.display_devices import ClockCause, VoiceCause, display_at
from waitline.model.office import OfficeSetup
from waitline.model.words import Words

from .printing.status import ONLY_A_WARNING, Cause, words_of

KNOWN: Final = {str(cause): cause for cause in Cause}
SAYS_NOTHING: Final = frozenset({Cause.ONE_WAY})
_ON_A_LINE: Final[Mapping[BusPart, Words]] = MappingProxyType(
    {
        BusPart.LINE: Words(
            zh="櫃台面板與鍵盤都連不上，請檢查轉接器與線路",
            en="No panel or keypad can be reached; check adapter and cable",
        ),
        BusPart.PANEL: Words(
            zh="叫號面板沒有回應，請檢查電源與線路", en="The panel does not answer; check power and cable"
        ),
        BusPart.KEYPAD: Words(
            zh="叫號鍵盤沒有回應，請檢查電源與線路", en="The keypad does not answer; check power and cable"
        ),
    }
)
"""All that can be known of a line, and of what is on it, is whether it is there."""
_OF_A_DISPLAY: Final[Mapping[str, Words]] = MappingProxyType(
    {
        VoiceCause.NO_LOUDSPEAKER: Words(
            zh="叫號沒有聲音，請檢查喇叭與線路", en="Calls are not heard; check the loudspeaker and its cable"
        ),
        VoiceCause.NOT_SPOKEN: Words(
            zh="叫號只有鈴聲、沒有唸出來；持續如此請重新啟動看板",
            en="Calls chime and are not spoken; if it stays so, restart the display",
        ),
        VoiceCause.RECORDING_LACKS: Words(
            zh="有些叫號無法照錄音唸，waitline check 會說是哪些",
            en="Some calls cannot be said from the recording; waitline check says which",
        ),
        ClockCause.OWN_CLOCK_OFF: Words(
            zh="這台電腦的時鐘差很多；叫號以資料庫的時間為準，請校正這台電腦",
            en="This computer's clock is far off; the hall goes by the database's, set this one right",
        ),
        ClockCause.HALL_CLOCK_AHEAD: Words(
            zh="時鐘曾經調快，紀錄超前了：號碼與順序無誤，時間與等候暫時不準；請執行 waitline check",
            en="The clock had been ahead, and so are the records: numbers and order are right, times and waits are"
            " not for a while; run waitline check",
        ),
    }
)


def trouble_words(report: DeviceReport, setup: OfficeSetup) -> Words:
    """Why somebody is needed; the bare codes of a newer program that this one has no words for."""
    on_a_line = bus_device(setup, report.device)
    if on_a_line is not None:
        return _ON_A_LINE[on_a_line.part]
    if display_at(report.device) is not None and report.causes in _OF_A_DISPLAY:
        return _OF_A_DISPLAY[report.causes]
    words = words_of(_causes(report.causes.split("+")))
    return words if words.zh else Words(zh=report.causes, en=report.causes)


def only_warns(report: DeviceReport) -> bool:
    """Whether it works all the same."""
    if display_at(report.device) is not None:
        return report.causes == VoiceCause.RECORDING_LACKS
    return ONLY_A_WARNING.issuperset(_causes(report.causes.split("+")))


def _causes(codes: Iterable[str]) -> list[Cause]:
    """Those this program has words for."""
    return [KNOWN[code] for code in codes if code in KNOWN and KNOWN[code] not in SAYS_NOTHING]
