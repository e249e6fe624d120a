"""What the bar and the console's pad share: one face shown on their buttons, and where the keyboard stands."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .action_button import ActionButton
from .actions import Action
from .face import Face, Stage
from .why import why_words
from .words import ClerkWords


def show_actions(
    buttons: Mapping[Action, ActionButton], face: Face, words: ClerkWords, *, makes_room: tuple[Action, ...]
) -> None:
    """Enable what is allowed, let one stand out. An override takes the place of begin and of `makes_room`."""
    opening = face.stage in {Stage.CLOSED, Stage.PAUSED}
    kept = Action.OVERRIDE in face.live
    buttons[Action.OPEN].setVisible(opening)
    buttons[Action.CALL_NEXT].setVisible(not opening)
    buttons[Action.OVERRIDE].setVisible(kept)
    for action in (Action.BEGIN, *makes_room):
        buttons[action].setVisible(not kept)
    for action, button in buttons.items():
        note = next_words(face, words) if action is Action.CALL_NEXT else ""
        button.show_state(live=action in face.live, primary=action is face.primary, note=note)


def give_keyboard(buttons: Mapping[Action, ActionButton], waits: QWidget) -> None:
    """To the button that stands out, or to the first that may be pressed; while there is none it `waits` there."""
    live = [button for button in buttons.values() if button.isEnabled() and not button.isHidden()]
    chosen = next((button for button in live if button.stands_out), live[0] if live else waits)
    chosen.setFocus(Qt.FocusReason.OtherFocusReason)


def next_words(face: Face, words: ClerkWords) -> str:
    """Whom the next key would bring, and why, in a few words."""
    view = face.view
    if view is None or view.next_why is None:
        return ""
    why = words.of(why_words(view.next_why, view.next, view.setup.zone))
    if view.next is None:
        return why
    return f"{view.next.label}・{why}"
