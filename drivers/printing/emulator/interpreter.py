"""The printer's reading of ESC/POS, one byte at a time; it keeps its place for as long as it has power.

Commands it knows by name are burnt on `Paper`; of the others it knows the length, so that they swallow what they
should and no more. Source: the formats of the ESC/POS command reference.
"""

from collections.abc import Callable, Generator
from enum import Enum
from typing import Final

from drivers.printing.emulator import graphics
from drivers.printing.emulator.commands import CODE_PAGES, LENGTHS, Length
from drivers.printing.emulator.paper import Paper
from drivers.printing.emulator.sensors import Sensors
from drivers.printing.profile import Encoding

_ESC, _FS, _GS, _DLE = 0x1B, 0x1C, 0x1D, 0x10
_QR_LEVELS: Final = {48: "l", 49: "m", 50: "q", 51: "h"}
_Reading = Generator[None, int, bytes]


class Part(Enum):
    """What the bytes that have just been read are to the paper: a piece of a slip, a question that is answered in
    order, or neither (a question in real time, a setting of the answers, an empty byte)."""

    SLIP = "slip"
    QUESTION = "question"
    ASIDE = "aside"


class Interpreter:
    """Feed it bytes. `on_answer` gets what it answers in order, `on_cut` is called at each cut.

    `on_part` is told what every byte since the last part was, before it has its effect.
    """

    def __init__(
        self,
        paper: Paper,
        sensors: Sensors,
        encoding: Encoding,
        *,
        on_answer: Callable[[bytes], None],
        on_cut: Callable[[], None],
        on_part: Callable[[Part], None],
    ) -> None:
        self._paper = paper
        self._sensors = sensors
        self._encoding = encoding
        self._on_answer = on_answer
        self._on_cut = on_cut
        self._on_part = on_part
        self.asb = 0
        self.switch_on()

    def switch_on(self) -> None:
        """As after a power cycle."""
        self.asb = 0
        self._stored = graphics.Store()
        self._initialise()
        self._program = self._read_for_ever()
        next(self._program)

    def feed(self, byte: int) -> None:
        self._program.send(byte)

    def _initialise(self) -> None:
        self._paper.reset()
        self._kanji = False
        self._code_page = "cp437"
        self._qr_module = 3
        self._qr_level = "l"
        self._qr_payload = b""

    def _read_for_ever(self) -> Generator[None, int, None]:
        while True:
            byte = yield
            if byte in (_ESC, _FS, _GS):
                command = yield
                yield from self._command(byte, command)
            elif byte == _DLE:
                yield from self._real_time_in_passing()
                self._on_part(Part.ASIDE)
            elif byte == 0x0A:
                self._on_part(Part.SLIP)
                self._paper.line_feed()
            elif byte >= 0x80 and self._kanji:
                yield from self._double_byte(byte)
                self._on_part(Part.SLIP)
            elif byte >= 0x20:
                self._on_part(Part.SLIP)
                text = bytes((byte,)).decode(self._code_page, errors="replace")
                self._paper.character(text, wide=False)
            else:
                self._on_part(Part.ASIDE)

    def _real_time_in_passing(self) -> Generator[None, int, None]:
        """It was obeyed when it came in; here it is only passed over."""
        command = yield
        more = {0x04: 1, 0x05: 1}.get(command, 0)
        if command == 0x14:
            function = yield
            more = {1: 2, 2: 2, 3: 5, 7: 1, 8: 7}.get(function, 0)
        yield from _take(more)

    def _double_byte(self, lead: int) -> Generator[None, int, None]:
        codec = "gb18030" if self._encoding is Encoding.GB18030 else "cp950"
        if self._encoding is Encoding.PICTURE or lead in (0x80, 0xFF):
            self._paper.character("?", wide=False)
            return
        code = bytes((lead, (yield)))
        if codec == "gb18030" and 0x30 <= code[1] <= 0x39:
            code += yield from _take(2)
        try:
            char = code.decode(codec)
        except UnicodeDecodeError:
            self._paper.unknown.append(f"{codec} {code.hex()}")
            char = "□"
        self._paper.character(char[:1], wide=True)

    def _command(self, prefix: int, command: int) -> Generator[None, int, None]:
        length = LENGTHS.get((prefix, command))
        if length is None:
            self._on_part(Part.SLIP)
            self._paper.unknown.append(f"{prefix:02x} {command:02x}")
            return
        arguments = yield from self._arguments(length)
        self._on_part(_part_of(prefix, command, arguments))
        match prefix:
            case 0x1B:
                self._escape(command, arguments)
            case 0x1C:
                self._chinese(command, arguments)
            case _:
                self._group(command, arguments)

    def _arguments(self, length: Length) -> _Reading:
        head = yield from _take(length.fixed)
        if length.until_nul:
            while not head or head[-1] != 0:
                head += yield from _take(1)
            return head
        if length.more is not None:
            head += yield from _take(length.more(head))
        return head

    def _escape(self, command: int, arguments: bytes) -> None:
        match chr(command):
            case "@":
                self._initialise()
            case "d":
                for _ in range(arguments[0]):
                    self._paper.line_feed()
            case "J":
                self._paper.feed(arguments[0])
            case "t":
                self._code_page = CODE_PAGES.get(arguments[0], "cp437")
            case "*":
                self._paper.columns(graphics.from_columns(arguments))
            case "i" | "m":
                self._on_cut()
            case _:
                self._style(command, arguments)

    def _style(self, command: int, arguments: bytes) -> None:
        style = self._paper.style
        match chr(command):
            case "a":
                style.align = {0: 0, 1: 1, 2: 2, 48: 0, 49: 1, 50: 2}.get(arguments[0], style.align)
            case "E" | "G":
                style.bold = bool(arguments[0] & 1)
            case "-":
                style.underlined = arguments[0] in (1, 2, 49, 50)
            case "!":
                style.bold = bool(arguments[0] & 0x08)
                style.height = 2 if arguments[0] & 0x10 else 1
                style.width = 2 if arguments[0] & 0x20 else 1
                style.underlined = bool(arguments[0] & 0x80)
            case "2":
                style.spacing = self._paper.default_spacing
            case "3":
                style.spacing = arguments[0]
            case _:
                pass

    def _chinese(self, command: int, arguments: bytes) -> None:
        match chr(command):
            case "&":
                self._kanji = True
            case ".":
                self._kanji = False
            case "!":
                self._paper.style.height = 2 if arguments[0] & 0x08 else 1
                self._paper.style.width = 2 if arguments[0] & 0x04 else 1
            case _:
                pass

    def _group(self, command: int, arguments: bytes) -> None:
        style = self._paper.style
        match chr(command):
            case "!":
                style.width, style.height = (arguments[0] >> 4 & 7) + 1, (arguments[0] & 7) + 1
            case "B":
                style.inverted = bool(arguments[0] & 1)
            case "b":
                style.smooth = bool(arguments[0] & 1)
            case "V":
                self._on_cut()
            case "v":
                self._paper.raster(graphics.from_raster(arguments))
            case "(":
                self._extended(chr(arguments[0]), arguments[3:])
            case "a":
                self.asb = arguments[0]
                if self.asb:
                    self._on_answer(self._sensors.automatic())
            case "r":
                self._on_answer(bytes((self._sensors.paper_sensor() if arguments[0] in (1, 49) else 0,)))
            case "I":
                self._on_answer(b"\x20")
            case _:
                pass

    def _extended(self, family: str, data: bytes) -> None:
        """``GS ( x pL pH ...``: QR codes (k), stored pictures (L), process ids (H)."""
        if family == "k" and data[:1] == b"1" and len(data) >= 2:
            self._qr(data[1], data[2:])
        elif family == "L" and len(data) >= 2:
            picture = self._stored.obey(data[1], data[2:])
            if picture is not None:
                self._paper.raster(picture)
        elif family == "H" and len(data) == 6 and data[:2] == b"00" and all(0x20 <= c <= 0x7E for c in data[2:]):
            self._on_answer(b"\x37\x22" + data[2:] + b"\x00")

    def _qr(self, function: int, data: bytes) -> None:
        match function, len(data):
            case 67, 1:
                self._qr_module = data[0] if 1 <= data[0] <= 16 else self._qr_module
            case 69, 1:
                self._qr_level = _QR_LEVELS.get(data[0], self._qr_level)
            case 80, _:
                self._qr_payload = data[1:]
            case 81, _ if self._qr_payload:
                self._paper.qr(self._qr_payload, module=self._qr_module, level=self._qr_level)
            case _:
                pass


def _part_of(prefix: int, command: int, arguments: bytes) -> Part:
    if prefix != _GS:
        return Part.SLIP
    match chr(command):
        case "a":
            return Part.ASIDE
        case "r" | "I":
            return Part.QUESTION
        case "(" if arguments[:1] == b"H":
            return Part.QUESTION
        case _:
            return Part.SLIP


def _take(count: int) -> _Reading:
    data = bytearray()
    while len(data) < count:
        data.append((yield))
    return bytes(data)
