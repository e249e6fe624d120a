"""How the parts of the bar's one row keep their places."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


def stack(above: QWidget, below: QWidget, *, within: QWidget) -> None:
    """One sign over the other, in the middle of the row's height."""
    column = QVBoxLayout(within)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addStretch(1)
    column.addWidget(above)
    column.addWidget(below)
    column.addStretch(1)


def never_narrower(sign: QWidget) -> None:
    """What must be read at a glance keeps its size; the words beside it give way."""
    policy = sign.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Minimum)
    sign.setSizePolicy(policy)


def keep_place(button: QWidget, *, kept: bool) -> None:
    """Whether nothing moves into the place of a button while it is hidden."""
    policy = button.sizePolicy()
    if policy.retainSizeWhenHidden() != kept:
        policy.setRetainSizeWhenHidden(kept)
        button.setSizePolicy(policy)
