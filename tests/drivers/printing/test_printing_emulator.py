"""The emulator against what it did not come from: bytes by hand, Python's codecs, another QR library, fuzz."""

import contextlib
import io

import pytest
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from drivers.printing.emulator.clock import TurnedClock
from drivers.printing.emulator.machine import BUFFER, Machine
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.profile import Profile, load_profile
from tests.qr_codes import codes_in

BIG5 = load_profile("big5-80mm")
CUT = b"\x1dV\x00"
LEFT = 24  # dots of paper beside what the head can reach

A_SLIP_BY_HAND = bytes.fromhex(
    "1b40"  # ESC @
    "1b6101"  # ESC a 1             centre
    "1c26 a4a4a5bf 1c2e 0a"  # FS & 中正 FS .
    "1b6100"  # ESC a 0             left
    "1d2155 413031 0a"  # GS ! 6 x 6          A01
    "1b2130 4f4b 0a"  # ESC ! double both   OK
    "1b2100 1b4501 62 1b4500 63 0a"  # bold b, plain c
    "1d4201 69 1d4200 0a"  # GS B reversed i
    "1b7410 c4 0a"  # ESC t 16            Ä in Windows-1252
    "1b7400 8e 0a"  # ESC t 0             Ä in code page 437
    "1b6102 72 0a"  # ESC a 2             right
    "1b4a20"  # ESC J 32
    "1d564100"  # GS V 65 0
)


def printed(data: bytes, profile: Profile = BIG5) -> list[PrintedSlip]:
    machine, answers = machine_with(data, profile)
    assert answers == []
    return machine.slips


class Printed(Machine):
    """A machine whose slips and answers are taken out as they fall due."""

    def __init__(self, profile: Profile) -> None:
        self.turned = TurnedClock()
        super().__init__(profile, self.turned)
        self.slips: list[PrintedSlip] = []
        self.said: list[bytes] = []

    def read(self, data: bytes) -> None:
        for byte in data:
            self.receive(byte)
            self.settle()

    def settle(self) -> None:
        self.work()
        while (at := self.next_at()) is not None:
            self.turned.wait_until(at)
            self.said += self.due_answers()
            self.slips += self.due_slips()
            self.work()


def machine_with(data: bytes, profile: Profile = BIG5) -> tuple[Printed, list[bytes]]:
    machine = Printed(profile)
    machine.read(data)
    return machine, machine.said


def test_a_slip_written_by_hand_reads_as_the_reference_says():
    [slip] = printed(A_SLIP_BY_HAND)
    assert slip.text == ("中正", "A01", "OK", "bc", "i", "Ä", "Ä", "r")
    sizes = [(line.width, line.height) for line in slip.lines]
    assert sizes == [(1, 1), (6, 6), (2, 2), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)]
    assert [line.align for line in slip.lines] == [1, 0, 0, 0, 0, 0, 0, 2]
    assert (slip.byte_count, slip.unknown) == (len(A_SLIP_BY_HAND), ())


def test_letters_are_burnt_where_their_cells_are():
    [slip] = printed(b"\x1b@\x1dB\x01\x1ba\x00ab\x1ba\x01\n\x1ba\x02\x1c&\xa4\xa4\n" + CUT)
    ink = slip.image.convert("L").point(lambda shade: 255 if shade < 128 else 0)
    first = ink.crop((0, slip.lines[0].top + 40, ink.width, slip.lines[0].top + 64)).getbbox()
    assert first is not None
    assert (first[2] - first[0], first[3] - first[1]) == (24, 24)  # two cells of 12 x 24, reversed
    second = ink.crop((0, slip.lines[1].top + 40, ink.width, slip.lines[1].top + 64)).getbbox()
    assert second is not None
    assert second[2] == LEFT + 576  # one cell of 24 x 24 at the right edge


def test_a_number_seven_cells_high_stands_fifteen_millimetres_high_on_the_paper():
    [slip] = printed(b"\x1b@\x1db\x01\x1bE\x01\x1d!\x66A001\n" + CUT)
    ink = slip.image.convert("L").point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert ink is not None
    assert (ink[3] - ink[1]) * 25.4 / 203 >= 15


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("big5-80mm", "big5", "戶籍謄本，請至３號櫃台"),
        ("cp950-80mm", "cp950", "碁銹裏墻恒粧嫺"),
        ("gb18030-80mm", "gb18030", "游堃喆、陳峯㐂𠀀"),
    ],
)
def test_chinese_is_read_as_pythons_codecs_write_it(name, codec, text):
    [slip] = printed(b"\x1b@\x1c&" + text.encode(codec) + b" A1\x1c.\n" + CUT, load_profile(name))
    assert slip.text == (text + " A1",)


def test_big5_outside_kanji_mode_is_the_gibberish_that_a_real_printer_prints():
    [slip] = printed(b"\x1b@" + "戶籍".encode("big5") + b"\n" + CUT)
    assert "戶" not in slip.text[0]


def test_a_long_line_wraps_at_the_edge_of_the_paper():
    [slip] = printed(b"\x1b@" + b"x" * 50 + b"\n" + CUT)
    assert slip.text == ("x" * 48, "xx")


@pytest.mark.parametrize("payload", [b"https://q.example.gov.tw/t/7F3K9Q2M", b"wait", "A001 號".encode()])
def test_a_qr_code_on_the_paper_reads_as_what_was_sent(payload):
    store = b"\x1d(k" + bytes((len(payload) + 3, 0)) + b"1P0" + payload
    [slip] = printed(b"\x1b@\x1ba\x00\x1d(k\x03\x001C\x05\x1d(k\x03\x001E1" + store + b"\x1d(k\x03\x001Q0" + CUT)
    [code] = slip.codes
    assert codes_in(slip.image) == [(payload.decode(), "M")]
    assert (code.payload, code.module, code.level) == (payload.decode(), 5, "m")


@pytest.mark.parametrize("impl", ["bitImageRaster", "graphics", "bitImageColumn"])
def test_a_picture_is_the_same_by_each_of_the_three_ways_to_send_one(impl):
    drawn = Image.new("1", (48, 48), 1)
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((3, 3, 40, 30), outline=0, width=3)
    pen.line((0, 47, 47, 20), fill=0, width=2)
    writer = Dummy()
    with contextlib.redirect_stdout(io.StringIO()):
        writer.image(drawn, impl=impl)
    lines = writer.output if impl != "bitImageColumn" else writer.output.replace(b"\x1b3\x10", b"\x1b3\x18")
    [slip] = printed(b"\x1b@" + lines + CUT)
    burnt = slip.image.crop((LEFT, 40, LEFT + 48, 88)).convert("L").point(lambda shade: 255 if shade > 128 else 0)
    assert burnt.tobytes() == drawn.convert("L").tobytes()


def test_a_command_it_does_not_act_on_swallows_what_it_should():
    swallowed = [
        b"\x1bp\x00\x19\xfa",  # pulse to a drawer
        b"\x1dk\x49\x03{B1",  # bar code 128, three characters
        b"\x1bD\x08\x10\x00",  # tab stops
        b"\x1d(A\x02\x00\x00\x02",  # test print
        b"\x1b&\x03\x41\x41\x0c" + b"\x00" * 36,  # a character of one's own
        b"\x10\x04\x01",  # a question in real time
        b"\x1c2\xfe\xa1" + b"\xff" * 72,  # a Chinese character of one's own
    ]
    machine, _ = machine_with(b"\x1b@" + b"".join(b"x" + command for command in swallowed) + b"y\n" + CUT)
    assert machine.slips[0].text == ("x" * len(swallowed) + "y",)


@pytest.mark.parametrize(
    ("words", "answers", "automatic", "paper"),
    [
        ("paper ok", b"\x12\x12\x12\x12", b"\x10\x00\x00\x00", b"\x00"),
        ("paper near-end", b"\x12\x12\x12\x1e", b"\x10\x00\x03\x00", b"\x03"),
        ("paper out", b"\x1a\x32\x12\x7e", b"\x18\x00\x0f\x00", None),
        ("cover open", b"\x1a\x16\x12\x12", b"\x38\x00\x00\x00", None),
        ("offline", b"\x1a\x12\x12\x12", b"\x18\x00\x00\x00", None),
    ],
)
def test_status_bytes_are_those_of_the_reference(words, answers, automatic, paper):
    machine, said = machine_with(b"\x1da\x0e")
    assert said == [b"\x10\x00\x00\x00"]
    machine.said.clear()
    machine.set(words)
    machine.settle()
    assert machine.said == ([automatic] if words != "paper ok" else [])
    machine.said.clear()
    machine.read(b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04")
    assert b"".join(machine.said) == answers
    machine.said.clear()
    machine.read(b"\x1dr\x01")
    assert machine.said == ([paper] if paper is not None else [])  # in order: off line it waits


def test_a_stuck_cutter_shows_when_it_is_used_and_the_slip_falls_when_it_is_free():
    machine, _ = machine_with(b"\x1b@\x1da\x0e")
    machine.set("cutter stuck")
    machine.read(b"x\n" + CUT + b"\x10\x04\x03")
    assert machine.said[-2:] == [b"\x18\x08\x00\x00", b"\x1a"]
    assert machine.slips == []
    machine.set("cutter ok")
    machine.settle()
    assert [slip.text for slip in machine.slips] == [("x",)]


def test_a_job_is_confirmed_in_order_and_only_when_it_is_printed():
    machine = Printed(BIG5)
    for byte in b"\x1b@" + b"x\n" * 40 + CUT + b"\x1d(H\x06\x0000A017" + b"\x10\x04\x01":
        machine.receive(byte)
    machine.settle()
    assert machine.said == [b"\x12", b"\x37\x22A017\x00"]  # the question in real time overtakes the print
    [slip] = machine.slips
    assert slip.cut_at - slip.began_at > 40 * 34 * 25.4 / 203 / 150  # 40 lines at 150 mm/s


def test_what_a_slip_took_is_counted_without_the_questions_before_it():
    machine = Printed(BIG5)
    confirmation = b"\x1d(H\x06\x0000A017"
    questions = b"\x00" * 8 + b"\x1da\x0e" + b"\x10\x04\x01" + b"\x1dr\x01"
    taken = []
    for _ in range(2):
        for _ in range(20):
            machine.read(questions)
            machine.turned.wait_until(machine.turned.now() + 60)
        began = machine.turned.now()
        for byte in A_SLIP_BY_HAND + confirmation + questions:
            machine.receive(byte)
        machine.settle()
        slip = machine.slips[-1]
        assert slip.job_bytes == len(A_SLIP_BY_HAND) + len(confirmation)
        assert slip.job_began_at == began
        assert slip.byte_count > 20 * len(questions)
        taken.append(slip.cut_at - slip.job_began_at)
    assert taken[0] == pytest.approx(taken[1])
    assert taken[0] < 2


def test_a_slip_that_is_not_confirmed_has_no_more_than_its_own_bytes():
    machine = Printed(BIG5)
    for byte in A_SLIP_BY_HAND + A_SLIP_BY_HAND + b"\x1dr\x01":
        machine.receive(byte)
    machine.settle()
    assert [slip.job_bytes - len(A_SLIP_BY_HAND) for slip in machine.slips] == [0, 3]


def test_a_question_inside_a_picture_is_answered_and_spoils_the_picture():
    rows = b"\x00" * 72 * 30
    head = b"\x1b@\x1dv0\x00\x48\x00\x1e\x00"
    machine, said = machine_with(head + rows[:1000] + b"\x10\x04\x01" + rows[1000:] + b"\n" + CUT)
    assert said == [b"\x12"]
    ink = machine.slips[0].image.convert("L").point(lambda shade: 255 if shade < 128 else 0)
    assert ink.getbbox() is not None, "the question itself was burnt"


def test_a_question_that_finds_the_buffer_full_is_eaten():
    machine = Printed(BIG5)
    machine.set("paper out")
    machine.read(b"x" * (BUFFER - 256))
    assert machine.said == [b"\x13"]  # XOFF
    machine.read(b"\x10\x04\x01")
    assert machine.said == [b"\x13"]
    machine.read(b"x" * 1000)
    assert (machine.waiting, machine.lost) == (BUFFER, BUFFER - 256 + 3 + 1000 - BUFFER)
    machine.set("paper ok")
    machine.settle()
    assert machine.said[-1] == b"\x11"  # XON
    assert machine.waiting == 0


def test_half_a_picture_waits_for_the_rest_of_it_until_the_power_goes():
    half = b"\x1b@\x1dv0\x00\x48\x00\x1e\x00" + b"\x00" * 700
    swallowing, _ = machine_with(half + b"x\n" + CUT)
    assert swallowing.slips == []
    swallowing.switch_on()
    swallowing.read(b"y\n" + CUT)
    assert swallowing.slips[0].text == ("y",)


_COMMANDS = st.sampled_from(
    b"1b 1c 1d 1004 1005 101408 0a 1b40 1d21 1b2a21 1d7630 1d286b 1d284c 1d28480600 1c26a4 1d56 1b4a"
    b" 1d286b0300315130 1b44 1b26 1c32 1d6b 1d2a"
    b" 1d286b080031503068656c6c6f 1d6201 1d4201 1b6410 1b33ff 1d61ff 1d7201".split()
).map(lambda digits: bytes.fromhex(digits.decode()))


@settings(deadline=None, max_examples=80)
@given(
    st.lists(_COMMANDS | st.binary(max_size=12), max_size=30),
    st.sampled_from(["big5-80mm", "gb18030-80mm", "picture-80mm", "big5-58mm"]),
)
def test_no_bytes_upset_the_printer(pieces, name):
    machine, _ = machine_with(b"".join(pieces), load_profile(name))
    machine.read(b"\x00" * 300)
    machine.switch_on()
    machine.tear_off()
    machine.read(b"\x1b@still here\n" + CUT)
    assert machine.slips[-1].text[-1] == "still here"
