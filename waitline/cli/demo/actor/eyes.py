"""What the actor sees: a program's window as it describes itself, and the printer's paper."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from waitline.cli.demo.waiting import wait_for
from waitline.model.errors import WaitlineError
from waitline.model.words import Words

PATIENCE_S: Final = 8.0
FAULT: Final = "fault"
"""The sheet on which every program tells of a fault of its own (`waitline.desktop.launch`)."""
SPOKEN_WITHIN_S: Final = 15.0
"""At the start the voices are tested first; a chime goes before the words."""


class FaultShown(WaitlineError):
    """A program tells of a fault of its own: whatever else went well, the hall did not."""

    zh = "{program_zh}顯示程式錯誤（{seen}）"
    en = "{program_en} shows a fault of its own ({seen})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Something in a window: its name, what it says, and its box on the screen (left, top, width, height)."""

    name: str
    says: str
    text: str
    enabled: bool
    checked: bool
    box: tuple[int, int, int, int]

    @property
    def middle(self) -> tuple[int, int]:
        left, top, width, height = self.box
        return left + width // 2, top + height // 2


class Window:
    """One program's window, read anew at every look."""

    def __init__(self, names: Words, description: Path) -> None:
        self.names = names
        self._description = description

    def controls(self) -> list[Control]:
        """What can be seen now; nothing while there is no window."""
        return [
            Control(
                name=one["objectName"],
                says=one["accessibleName"],
                text=one["text"],
                enabled=one["enabled"],
                checked=one["checked"],
                box=tuple(one["rect"]),
            )
            for one in self._read().get("controls", [])
        ]

    def box(self) -> tuple[int, int, int, int] | None:
        """The largest window's left, top, right and bottom on the screen."""
        boxes = [window["rect"] for window in self._read().get("windows", [])]
        if not boxes:
            return None
        left, top, width, height = max(boxes, key=lambda box: box[2] * box[3])
        return left, top, left + width, top + height

    def find(self, name: str) -> Control | None:
        return next((control for control in self.controls() if control.name == name), None)

    def await_control(self, name: str, *, within_s: float = PATIENCE_S) -> Control:
        """The control, once it is there and may be used; raises `DidNotHappen`."""
        return wait_for(
            Words(zh=f"{self.names.zh}上有可以按的「{name}」", en=f'{self.names.en}: "{name}" can be pressed'),
            lambda: next((c for c in self.controls() if c.name == name and c.enabled), None),
            within_s=within_s,
            seen=self.summary,
        )

    def await_text(self, name: str, text: str | None = None, *, within_s: float = PATIENCE_S) -> Control:
        """The control once it says `text`, or anything at all."""
        wanted = "…" if text is None else text

        def look() -> Control | None:
            found = self.find(name)
            fits = found is not None and (bool(found.text) if text is None else found.text == text)
            return found if fits else None

        return wait_for(
            Words(zh=f"{self.names.zh}的「{name}」顯示 {wanted}", en=f'{self.names.en}: "{name}" shows {wanted}'),
            look,
            within_s=within_s,
            seen=self.summary,
        )

    def await_gone(self, name: str, *, within_s: float = PATIENCE_S) -> None:
        """Until the control can be seen no more."""
        wait_for(
            Words(zh=f"{self.names.zh}的「{name}」消失", en=f'{self.names.en}: "{name}" is gone'),
            lambda: self.find(name) is None,
            within_s=within_s,
            seen=self.summary,
        )

    def check_well(self) -> None:
        """Raise `DidNotHappen` while the program tells of a fault of its own."""
        if self.find(FAULT) is not None:
            raise FaultShown(program_zh=self.names.zh, program_en=self.names.en, seen=self.summary())

    def summary(self) -> str:
        """A line about what is there instead, for whoever must find out why."""
        names = [f"{c.name}={c.text or c.says}" if c.text or c.says else c.name for c in self.controls() if c.name]
        return ", ".join(name.replace("\n", " ") for name in names[:40]) or "∅"

    def _read(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self._description.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSlip:
    """A slip that was cut: what stands on it, the bytes of its own job and its seconds to the cut, its picture."""

    text: tuple[str, ...]
    codes: tuple[str, ...]
    bytes: int
    seconds: float
    picture: Path


class Paper:
    """The slips that came out of the printer, by its own log."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def await_slip(self, label: str, *, within_s: float = PATIENCE_S) -> PaperSlip:
        """The newest slip that has `label` on it."""
        return wait_for(
            Words(zh=f"印表機印出 {label} 的號碼單", en=f"the printer cuts a slip with {label}"),
            lambda: next((slip for slip in reversed(list(self.slips())) if _is_on(label, slip)), None),
            within_s=within_s,
            seen=lambda: "; ".join(" / ".join(slip.text) for slip in self.slips()) or "∅",
        )

    def slips(self) -> Iterator[PaperSlip]:
        for line in self._log.read_text(encoding="utf-8").splitlines():
            event = json.loads(line) if line.startswith("{") and line.endswith("}") else {}
            if event.get("event") == "cut":
                yield PaperSlip(
                    text=tuple(event["text"]),
                    codes=tuple(event["codes"]),
                    bytes=event["bytes"],
                    seconds=event["seconds"],
                    picture=Path(event["picture"]),
                )


def _is_on(label: str, slip: PaperSlip) -> bool:
    return any(label == line.strip() for line in slip.text)


class Loudspeaker:
    """What the display says it has spoken, by its own log."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def await_call(self, label: str) -> str | None:
        """The loudspeaker that spoke the call of `label`; None on a machine that has none."""
        device = wait_for(
            Words(zh="看板找過喇叭", en="the display has looked for a loudspeaker"),
            lambda: self._lines("sound_device"),
            within_s=PATIENCE_S,
        )[-1]
        if "no_sound_device" in device:
            return None
        wait_for(
            Words(zh=f"廣播念出 {label}", en=f"the loudspeaker says {label}"),
            lambda: [line for line in self._lines("call_spoken") if f"number={label} " in line],
            within_s=SPOKEN_WITHIN_S,
            seen=lambda: " | ".join(self._lines("spoken")) or "∅",
        )
        return device.partition("device=")[2].strip("'")

    def _lines(self, word: str) -> list[str]:
        if not self._log.exists():
            return []
        return [line for line in self._log.read_text(encoding="utf-8").splitlines() if word in line]
