"""What the printer feels (paper, cover, cutter), what is wrong with it, and the status bytes for both."""

from dataclasses import dataclass
from typing import Final

from drivers.printing.errors import UnknownFault

OK: Final = "ok"
NEAR_END: Final = "near-end"
OUT: Final = "out"


@dataclass(slots=True)
class Sensors:
    """Settable from outside. `cutter_stuck` becomes a `cutter_error` when the cutter is next used."""

    paper: str = OK
    cover_open: bool = False
    cutter_stuck: bool = False
    cutter_error: bool = False
    offline: bool = False
    silent: bool = False
    garbage: bool = False

    @property
    def may_print(self) -> bool:
        return not (self.offline or self.cover_open or self.cutter_error or self.paper == OUT)

    def set(self, words: str) -> None:
        """``paper ok|near-end|out``, ``cover open|closed``, ``cutter stuck|ok``, ``offline``, ``online`` ..."""
        match words.split():
            case ["paper", ("ok" | "near-end" | "out") as paper]:
                self.paper = paper
            case ["cover", ("open" | "closed") as cover]:
                self.cover_open = cover == "open"
            case ["cutter", ("stuck" | "ok") as cutter]:
                self.cutter_stuck = cutter == "stuck"
                self.cutter_error = False
            case ["offline"] | ["online"]:
                self.offline = words.strip() == "offline"
            case ["silent"] | ["speaking"]:
                self.silent = words.strip() == "silent"
            case ["garbage"] | ["garbage", ("on" | "off")]:
                self.garbage = not words.endswith("off")
            case _:
                raise UnknownFault(words=words)

    def real_time(self, question: int) -> int:
        """The answer to ``DLE EOT`` 1 to 4."""
        byte = 0x12
        if question == 1 and not self.may_print:
            byte |= 0x08
        if question == 2:
            byte |= 0x04 if self.cover_open else 0
            byte |= 0x20 if self.paper == OUT else 0
            byte |= 0x40 if self.cutter_error else 0
        if question == 3 and self.cutter_error:
            byte |= 0x08
        if question == 4:
            byte |= {OK: 0, NEAR_END: 0x0C, OUT: 0x6C}[self.paper]
        return byte

    def automatic(self) -> bytes:
        """The four bytes of Automatic Status Back."""
        first = 0x10 | (0 if self.may_print else 0x08) | (0x20 if self.cover_open else 0)
        second = 0x08 if self.cutter_error else 0
        return bytes((first, second, self.paper_sensor(), 0))

    def paper_sensor(self) -> int:
        """The answer to ``GS r 1``."""
        return {OK: 0, NEAR_END: 0x03, OUT: 0x0F}[self.paper]
