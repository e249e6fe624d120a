"""Services and the series their numbers come from."""

from dataclasses import dataclass, field
from typing import NewType

from .opening_hours import OnOffer
from .words import Words

ServiceCode = NewType("ServiceCode", str)
SeriesCode = NewType("SeriesCode", str)
GroupCode = NewType("GroupCode", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeries:
    """Numbers `first`..`last` shown as `prefix` and at least `digits` digits, from `first` again each day."""

    code: SeriesCode
    prefix: str
    first: int
    last: int
    digits: int

    def label(self, number: int) -> str:
        """What is printed, shown and spoken, e.g. ``A001``."""
        return f"{self.prefix}{number:0{self.digits}d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceGroup:
    """Services that stand behind one tile where a kiosk cannot show all of them at once."""

    code: GroupCode
    names: Words
    icon: str = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a visitor comes for. Times in minutes; `group` None: it stands by itself.

    `checklist`: the papers one by one, where the office names them so. `ask_papers`: the kiosk asks whether they
    are all there before it gives a number; `ask_wait`: also whether many people ahead are too many.
    """

    code: ServiceCode
    names: Words
    series: SeriesCode
    mean_minutes: float
    target_wait_minutes: float | None = None
    target_minutes: float | None = None
    papers: Words | None = None
    icon: str = "question"
    group: GroupCode | None = None
    on_offer: OnOffer = field(default_factory=OnOffer)
    checklist: tuple[Words, ...] = ()
    ask_papers: bool = False
    ask_wait: bool = True

    @property
    def to_bring(self) -> tuple[Words, ...]:
        """The papers, one by one where the office names them so."""
        return self.checklist or ((self.papers,) if self.papers is not None else ())
