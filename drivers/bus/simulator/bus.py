"""A line of simulated panels and keypads on a pty, at the pace of its baud rate, with faults to order.

A pty moves bytes at once and both ways; here a byte takes its time, everybody hears everybody, and two voices at
once hurt each other, as on two wires.
"""

import os
import select
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, Final, Self

from drivers.bus.devices import KeypadAt, PanelAt
from drivers.bus.errors import UnknownOrder
from drivers.bus.framer import Frame
from drivers.bus.keys import Key
from drivers.bus.layout import Layout
from drivers.printing.emulator.pseudo_terminal import PseudoTerminal

from .devices import Ear, SimulatedKeypad, SimulatedPanel
from .wire import HOST, Wire

TURN_S: Final = 0.001
"""How long a device thinks before it answers."""
_BITS: Final = 10
Shown = Callable[[str, str, float], None]


class BusSimulator:
    """Plugged in while the block lasts. `on_shown`: a panel's name, what it shows now, and when (monotonic)."""

    def __init__(
        self,
        link: Path,
        baud: int,
        *,
        panels: tuple[PanelAt, ...] = (),
        keypads: tuple[KeypadAt, ...] = (),
        on_shown: Shown = lambda _name, _text, _at: None,
    ) -> None:
        self._pty = PseudoTerminal(link)
        byte_s = _BITS / baud
        self._wire = Wire(byte_s)
        self._panels = {one.name: SimulatedPanel(one.kind, one.address) for one in panels}
        self._keypads = {one.name: SimulatedKeypad(one.kind, one.address) for one in keypads}
        self._ears = [*_ears(panels, SimulatedPanel.understood, byte_s)]
        self._ears += _ears(keypads, SimulatedKeypad.understood, byte_s)
        self._on_shown = on_shown
        self._lock = threading.Condition()
        self._silent: set[str] = set()
        self._cut: dict[str, int] = {}
        self._host_bytes = 0
        self._wake_out, self._wake_in = os.pipe()
        self._plugged_in = True
        self._ending = False
        self._thread = threading.Thread(target=self._live, name=f"bus simulator {link.name}", daemon=True)

    def __enter__(self) -> Self:
        self._pty.plug_in()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._ending = True
        self._wake()
        self._thread.join()
        self._pty.unplug()
        os.close(self._wake_out)
        os.close(self._wake_in)

    @property
    def port(self) -> str:
        return self._pty.port

    @property
    def collisions(self) -> int:
        """Bytes hurt so far because two spoke at once."""
        return self._wire.collisions

    @property
    def host_bytes(self) -> int:
        """Bytes that the host has said so far."""
        return self._host_bytes

    def shows(self, panel: str) -> str:
        with self._lock:
            return self._panels[panel].shows

    def until_shown(self, panel: str, text: str, *, within_s: float = 30.0) -> None:
        """Wait until it shows this. Raises TimeoutError."""
        self.until_any(panel, [text], within_s=within_s)

    def until_any(self, panel: str, texts: Collection[str], *, within_s: float = 30.0) -> None:
        """Wait until it shows one of these. Raises TimeoutError."""
        with self._lock:
            if not self._lock.wait_for(lambda: self._panels[panel].shows in texts, within_s):
                raise TimeoutError(f"panel {panel} shows {self._panels[panel].shows!r}, none of {sorted(texts)}")

    def press(self, keypad: str, *keys: Key | str) -> float:
        """The keys go down one after the other, at once; when (monotonic)."""
        with self._lock:
            now = time.monotonic()
            for key in keys:
                for frame in self._keypads[keypad].press(Key(key), now):
                    self._say(keypad, frame, now)
        self._wake()
        return now

    def do(self, words: str) -> None:
        """``press 3 next``, ``noise 00 FF 68``, ``silent 3``, ``speak 3``, ``cut 3 4``, ``unplug``, ``plug``.

        Silent: that panel or keypad is off. Cut: its next frame ends after so many bytes; ``cut host 3``: so many
        of the host's next bytes are lost.
        """
        match words.split():
            case ["press", keypad, *keys] if keypad in self._keypads and all(map(key_named, keys)):
                self.press(keypad, *filter(None, map(key_named, keys)))
            case ["noise", *codes]:
                self._noise(bytes.fromhex("".join(codes)))
            case ["silent", name]:
                self._set_silent(name, silent=True)
            case ["speak", name]:
                self._set_silent(name, silent=False)
            case ["cut", name, count]:
                with self._lock:
                    self._cut[name] = int(count)
            case ["unplug"]:
                self._set_plugged_in(plugged_in=False)
            case ["plug"]:
                self._set_plugged_in(plugged_in=True)
            case _:
                raise UnknownOrder(words=words)

    def _noise(self, data: bytes) -> None:
        with self._lock:
            self._wire.say("noise", data, time.monotonic())
        self._wake()

    def _set_silent(self, name: str, *, silent: bool) -> None:
        with self._lock:
            (self._silent.add if silent else self._silent.discard)(name)

    def _set_plugged_in(self, *, plugged_in: bool) -> None:
        """Done when this returns, by the thread itself: it may be waiting on the descriptor that is to go."""
        with self._lock:
            self._plugged_in = plugged_in
            self._wake()
            self._lock.wait_for(lambda: self._pty.is_plugged_in == plugged_in)

    def _wake(self) -> None:
        os.write(self._wake_in, b"!")

    # -- the thread ------------------------------------------------------------------------------------

    def _live(self) -> None:
        while not self._ending:
            with self._lock:
                wait = self._step()
                watched = [self._wake_out, *self._pty.descriptors]
            ready = select.select(watched, [], [], wait)[0]
            if self._wake_out in ready:
                os.read(self._wake_out, 4096)

    def _step(self) -> float:
        """Let happen what is due; seconds until something else is."""
        now = time.monotonic()
        self._replug()
        said = self._pty.read(4096)
        if said:
            self._host_bytes += len(said)
            self._wire.say(HOST, self._as_heard(HOST, said), now)
        for name, keypad in self._keypads.items():
            for frame in keypad.due(now):
                self._say(name, frame, now)
        for carried in self._wire.carried(now):
            self._everybody_hears(carried.voice, carried.byte, carried.at)
        moments = [self._wire.next_at(), *(keypad.next_at() for keypad in self._keypads.values())]
        due = [moment for moment in moments if moment is not None]
        return max(0.0, min(due) - time.monotonic()) if due else 0.2

    def _replug(self) -> None:
        if self._plugged_in != self._pty.is_plugged_in:
            (self._pty.plug_in if self._plugged_in else self._pty.unplug)()
            self._lock.notify_all()

    def _everybody_hears(self, voice: str, byte: int, at: float) -> None:
        if voice != HOST:
            self._pty.write(bytes([byte]))
        for ear, names in self._ears:
            for frame in ear.hear(byte, at):
                name = names[frame.address or 0]
                if name not in self._silent and name != voice:
                    self._tell(name, frame, at)

    def _tell(self, name: str, frame: Frame[str], at: float) -> None:
        device = self._panels.get(name) or self._keypads[name]
        before = device.shows if isinstance(device, SimulatedPanel) else None
        for answer in device.told(frame.tag, frame.values, at):
            self._say(name, answer, at + TURN_S)
        if isinstance(device, SimulatedPanel) and device.shows != before:
            self._on_shown(name, device.shows, at)
            self._lock.notify_all()

    def _say(self, name: str, frame: bytes, at: float) -> None:
        if name not in self._silent:
            self._wire.say(name, self._as_heard(name, frame), at)

    def _as_heard(self, name: str, data: bytes) -> bytes:
        """What a cut leaves of it."""
        count = self._cut.pop(name, None)
        if count is None:
            return data
        return data[count:] if name == HOST else data[:count]


def _ears(
    places: tuple[Any, ...], understood: Callable[[Any], list[tuple[str, Layout]]], byte_s: float
) -> Iterator[tuple[Ear, dict[int, str]]]:
    """One for each kind, with the names of its devices by address."""
    for kind in {one.kind.name: one.kind for one in places}.values():
        names = {one.address: one.name for one in places if one.kind.name == kind.name}
        yield Ear(understood(kind), names, byte_s), names


def key_named(name: str) -> Key | None:
    """As it is written on a key or in our files; None for none."""
    plain = name.lower().replace("-", "_")
    return Key(plain) if plain in set(Key) else None
