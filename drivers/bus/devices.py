"""The devices of a bus, and how each is found to be."""

from dataclasses import dataclass

from waitline.model.device import Health

from .keypad_kind import KeypadKind
from .panel_kind import PanelKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelAt:
    """A panel: its name for whoever shows things on it, its address on the bus, its kind."""

    name: str
    address: int
    kind: PanelKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KeypadAt:
    """A keypad, in the same way."""

    name: str
    address: int
    kind: KeypadKind


@dataclass(frozen=True, slots=True)
class DeviceState:
    """`heard_at`: when it was last heard (seconds, monotonic), None: never. One that never answers is UNKNOWN."""

    health: Health = Health.UNKNOWN
    heard_at: float | None = None
