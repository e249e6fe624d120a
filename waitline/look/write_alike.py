"""Buttons that stand together are written in one size."""

from collections.abc import Sequence

from .touch_button import TouchButton


def write_alike(buttons: Sequence[TouchButton]) -> None:
    """Words on these buttons, in their places, as large as on the one with least room; so their pictures."""
    placed = [button.content() for button in buttons]
    for content, _ in placed:
        content.limit()
    laid = [content.laid_in(box) for content, box in placed]
    scale = min((one.block.scale for one in laid), default=1.0)
    icon = min((one.icon_box.width() for one in laid), default=0.0)
    for button, (content, _) in zip(buttons, placed, strict=True):
        content.limit(scale=scale, icon=icon)
        button.update()
