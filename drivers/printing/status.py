"""A printer's health in three values, its causes as codes with their age, and the words for each.

The bits are those of ``DLE EOT n`` and ``GS a`` (Automatic Status Back) in the ESC/POS reference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from waitline.model.device import Health
from waitline.model.words import Words


class Cause(StrEnum):
    """Why a printer is not simply well."""

    PAPER_OUT = "paper_out"
    PAPER_NEAR_END = "paper_near_end"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    JAMMED = "jammed"
    OVERHEATED = "overheated"
    BROKEN = "broken"
    OFFLINE = "offline"
    ONE_WAY = "one_way"
    SILENT = "silent"
    GARBAGE = "garbage"
    STALLED = "stalled"
    UNPLUGGED = "unplugged"


WORDS: Final[Mapping[Cause, Words]] = MappingProxyType(
    {
        Cause.PAPER_OUT: Words(zh="印表機缺紙，請補紙", en="The printer is out of paper; put in a new roll"),
        Cause.PAPER_NEAR_END: Words(
            zh="紙捲快用完了，請準備補紙", en="The paper roll is nearly used up; have a new one ready"
        ),
        Cause.COVER_OPEN: Words(zh="印表機上蓋沒有關好，請壓緊", en="The printer's cover is open; press it shut"),
        Cause.CUTTER: Words(
            zh="裁刀卡住了，請開蓋清除", en="The paper cutter is stuck; open the cover and clear it"
        ),
        Cause.JAMMED: Words(zh="印表機卡紙，請開蓋清除", en="The printer is jammed; open the cover and clear it"),
        Cause.OVERHEATED: Words(zh="印字頭過熱，冷卻後自動恢復", en="The print head is too hot; wait"),
        Cause.BROKEN: Words(zh="印表機故障，請關機重開或報修", en="The printer has a fault; restart it"),
        Cause.OFFLINE: Words(zh="印表機離線中，請按機器上的按鍵", en="The printer is off line; press its button"),
        Cause.ONE_WAY: Words(zh="這台印表機不會回報狀態", en="This printer cannot report its state"),
        Cause.SILENT: Words(
            zh="印表機沒有回應，請檢查電源與線路", en="The printer is silent; check power and cable"
        ),
        Cause.GARBAGE: Words(
            zh="印表機回應無法辨讀，請檢查鮑率",
            en="The printer answers nonsense; check the baud",
        ),
        Cause.STALLED: Words(
            zh="印表機停住了，不再接收資料，請關機重開", en="The printer has stopped taking data; restart it"
        ),
        Cause.UNPLUGGED: Words(
            zh="印表機沒有接上，請檢查電源與線路", en="The printer is not plugged in; check power and cable"
        ),
    }
)

ONLY_A_WARNING: Final = frozenset({Cause.PAPER_NEAR_END})
MAKES_UNKNOWN: Final = frozenset({Cause.ONE_WAY, Cause.SILENT, Cause.GARBAGE, Cause.UNPLUGGED})


def words_of(causes: Iterable[Cause]) -> Words:
    """Several causes in one sentence's part; empty without any."""
    named = [WORDS[cause] for cause in causes]
    return Words(zh="、".join(one.zh for one in named), en=", ".join(one.en for one in named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cause, and since when it stands (seconds of the monotonic clock)."""

    cause: Cause
    since: float

    def age(self, now: float) -> float:
        return max(0.0, now - self.since)

    @property
    def words(self) -> Words:
        return WORDS[self.cause]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStatus:
    """What was known at `at` (seconds, monotonic); a status is as good as its age."""

    health: Health
    findings: tuple[Finding, ...]
    at: float

    @property
    def may_print(self) -> bool:
        """Well; a roll near its end still prints."""
        return self.health is Health.WELL

    @property
    def causes(self) -> tuple[Cause, ...]:
        return tuple(finding.cause for finding in self.findings)

    def age(self, now: float) -> float:
        return max(0.0, now - self.at)

    def followed_by(self, causes: Iterable[Cause], at: float) -> "PrinterStatus":
        """The status with these causes now; a cause that stood before keeps its beginning."""
        before = {finding.cause: finding.since for finding in self.findings}
        now = set(causes)
        findings = tuple(Finding(cause=c, since=before.get(c, at)) for c in Cause if c in now)
        return PrinterStatus(health=health_of(now), findings=findings, at=at)


NOTHING_KNOWN: Final = PrinterStatus(health=Health.UNKNOWN, findings=(), at=0.0)


def health_of(causes: Iterable[Cause]) -> Health:
    """The worst that is known for certain wins: a known trouble stays a trouble though the printer fell silent."""
    grave = set(causes) - ONLY_A_WARNING
    if grave - MAKES_UNKNOWN:
        return Health.TROUBLE
    return Health.UNKNOWN if grave else Health.WELL


def causes_of_real_time(answers: Mapping[int, int], *, near_end_sensor: bool = True) -> frozenset[Cause]:
    """From the answers to ``DLE EOT`` 1, 2, 3 and 4 (n → byte); `GARBAGE` where their bits disagree."""
    causes = set()
    if answers[1] & 0x08:
        causes.add(Cause.OFFLINE)
    if answers[2] & 0x04:
        causes.add(Cause.COVER_OPEN)
    if answers[2] & 0x20:
        causes.add(Cause.PAPER_OUT)
    causes |= _errors(answers[3])
    causes |= _paper(answers[4] >> 2, answers[4] >> 5, near_end_sensor=near_end_sensor)
    return _explained(causes)


def causes_of_automatic(frame: bytes, *, near_end_sensor: bool = True) -> frozenset[Cause]:
    """From a four-byte frame of Automatic Status Back."""
    causes = set()
    if frame[0] & 0x08:
        causes.add(Cause.OFFLINE)
    if frame[0] & 0x20:
        causes.add(Cause.COVER_OPEN)
    causes |= _errors(frame[1])
    causes |= _paper(frame[2], frame[2] >> 2, near_end_sensor=near_end_sensor)
    return _explained(causes)


def _errors(byte: int) -> set[Cause]:
    bits = {0x04: Cause.JAMMED, 0x08: Cause.CUTTER, 0x20: Cause.BROKEN, 0x40: Cause.OVERHEATED}
    return {cause for bit, cause in bits.items() if byte & bit}


def _paper(near_end: int, end: int, *, near_end_sensor: bool) -> set[Cause]:
    """Each sensor has two bits that are always alike; the near-end one is only believed where there is one."""
    causes = set()
    if near_end & 3 in (1, 2) or end & 3 in (1, 2):
        causes.add(Cause.GARBAGE)
    if end & 3 == 3:
        causes.add(Cause.PAPER_OUT)
    elif near_end & 3 == 3 and near_end_sensor:
        causes.add(Cause.PAPER_NEAR_END)
    return causes


def _explained(causes: set[Cause]) -> frozenset[Cause]:
    """Off line is news only where nothing else says why; an empty roll is not also near its end."""
    why = causes - {Cause.OFFLINE, Cause.PAPER_NEAR_END}
    if why:
        causes = causes - {Cause.OFFLINE}
    if Cause.PAPER_OUT in causes:
        causes = causes - {Cause.PAPER_NEAR_END}
    return frozenset(causes)
