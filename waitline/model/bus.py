"""Serial lines with counter panels and clerks' keypads, as an office set them up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BusSetup:
    """A line by name: its serial port (or stable id) and its pace."""

    id: str
    port: str
    baud: int = 9600


@dataclass(frozen=True, slots=True, kw_only=True)
class BusPlace:
    """Where a counter's panel or keypad is: on which line, at which address, and of which kind."""

    bus: str
    address: int
    kind: str
