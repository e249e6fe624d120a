"""The part of a display's section that is about pictures and videos."""

from waitline.model.media import PICTURE_S, PICTURES, VIDEOS, MediaItem, MediaSetup, suffix_of

from .hours_sections import read_times
from .table import Table


def read_media(table: Table) -> MediaSetup | None:
    """``media``, ``media_seconds`` and ``[[displays.media_list]]``; None: the display shows none."""
    items = tuple(_item(one) for one in table.tables("media_list"))
    seconds = table.number("media_seconds", PICTURE_S, least=3, most=3600)
    if table.given("media"):
        return MediaSetup(folder=table.text("media"), picture_s=float(seconds), items=items)
    for key in ("media_list", "media_seconds"):
        if table.given(key):
            table.fault(
                key, f"寫了 {key} 也要寫 media（資料夾）", f"{key} needs media as well, the folder of the files"
            )
    return None


def _item(table: Table) -> MediaItem:
    item = MediaItem(file=table.text("file"), hours=read_times(table, "hours"))
    if item.file and suffix_of(item.file) not in PICTURES | VIDEOS:
        kinds = " ".join(sorted(kind[1:] for kind in PICTURES | VIDEOS))
        table.fault(
            "file",
            f"「{item.file}」不是圖片或影片（{kinds}）",
            f'"{item.file}" is neither picture nor video ({kinds})',
        )
    table.finish()
    return item
