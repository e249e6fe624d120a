"""A page as it is read to somebody: what it says, and what may be chosen there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from waitline.look import Face, Icon

from ..pages.picture_tile import PictureTile

if TYPE_CHECKING:
    from waitline.look import TouchButton

    from ..pages.tile_spread import Note

PICTURES: Final = {"missing": Icon.CANCEL, "anyway": Icon.CHECK, "paperless": Icon.PRINTER}
"""For buttons that have none where they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose. `note` is what is so now, `notes` the same as its tile writes it, `room` the widest
    that may come. `held`: it was chosen, and the answer is on its way.
    """

    name: str
    words: str
    note: str = ""
    notes: tuple[Note, ...] = ()
    room: tuple[Note, ...] = ()
    icon: Icon | None = None
    face: Face = Face.PLAIN
    held: bool = False

    @property
    def is_love(self) -> bool:
        return self.face in {Face.LOVE, Face.SOFT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`code` is for a telephone's camera. `alert` stands above everything: what is wrong now. `aside` is said
    last, and not where it would push choices away; `spare` names choices that stand only where there is room.
    """

    page: str
    title: str
    lines: tuple[str, ...] = ()
    number: str = ""
    code: str = ""
    alert: str = ""
    aside: str = ""
    spare: frozenset[str] = frozenset()
    choices: tuple[Choice, ...] = field(default=())


def form_of(reading: Reading) -> Reading:
    """The same without what a count, a wait or a finger changes in it: what has the same form may stand where the
    other stood, if its words have room there."""
    choices = (replace(one, note="", notes=one.notes[:0], held=False) for one in reading.choices)
    alert = "!" if reading.alert else ""
    return replace(reading, alert=alert, lines=("",) * len(reading.lines), choices=tuple(choices))


def choice_of(button: TouchButton) -> Choice:
    """A button of a page, as a choice."""
    words = button.words
    return Choice(
        name=button.objectName(),
        words=words.first or button.accessibleName(),  # a picture stands for its name where there is little room
        note=words.note,
        notes=button.notes if isinstance(button, PictureTile) else (),
        room=button.room if isinstance(button, PictureTile) else (),
        icon=button.picture or _picture_for(button.objectName()),
        face=button.face,
        held=button.isDown(),
    )


def _picture_for(name: str) -> Icon | None:
    return Icon.LANGUAGE if name.startswith("language-") else PICTURES.get(name)


def the_main_first(buttons: list[TouchButton]) -> list[TouchButton]:
    """Who uses four keys finds first what most people choose."""
    return sorted(buttons, key=lambda button: button.face is not Face.MAIN)
