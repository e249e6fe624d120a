"""The clerk's page: every key as it is here, what the screen says and what to do then, on one sheet of A4."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from waitline.assets import asset
from waitline.look.fonts import font_of_px
from waitline.model.errors import WaitlineError

from .actions import Action

MARGIN_MM: Final = 11.0
DPI: Final = 144
GAP_PX: Final = 9
LETTERS_PT: Final = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Tried from the largest; smaller than the last nobody reads at a counter."""
NO_KEY: Final = "—"
COLUMNS: Final = {4: (11, 38, 16, 35), 2: (27, 73)}
"""Hundredths of the width, by how many columns a table has."""


class CardTooLong(WaitlineError):
    zh, en = "內容放不進一張 A4", "It does not fit on one sheet of A4"


class CardNotWritten(WaitlineError):
    zh, en = "無法寫入 {file}（{reason}）", "{file} cannot be written ({reason})"


def card_text(language: str, keys: Mapping[Action, str], office: str) -> str:
    """The page in Markdown, its picture named beside it in `assets/card`."""
    named = {action.value: keys.get(action, NO_KEY) for action in Action}
    text = asset("card", f"clerk.{language}.md").read_text(encoding="utf-8")
    return text.format_map({**named, "office": office})


def write_card(file: Path, text: str) -> None:
    """`text` as a PDF of one page. Raises CardTooLong and CardNotWritten."""
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    sheet = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(sheet)
    room = QSizeF(sheet.paintRectPixels(DPI).size())
    document = next((one for size in LETTERS_PT if (one := _laid_out(text, size, room)).pageCount() == 1), None)
    if document is None:
        raise CardTooLong()
    painter = QPainter(writer)
    document.drawContents(painter)
    painter.end()
    try:
        file.write_bytes(written.data().data())
    except OSError as error:
        raise CardNotWritten(file=file, reason=error.strerror or error) from error


def _laid_out(text: str, points: float, room: QSizeF) -> QTextDocument:
    """On a page of `room` (pixels), its tables ruled and as wide as it."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(font_of_px(points * DPI / 72, 400))
    document.setPageSize(room)
    document.setMarkdown(text)
    for picture in asset("card").glob("*.png"):
        image = QImage(str(picture)).scaledToWidth(int(room.width()), Qt.TransformationMode.SmoothTransformation)
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(picture.name), image)
    _space(document)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)
    return document


def _space(document: QTextDocument) -> None:
    """Room between paragraphs; a heading no larger than a line of it needs."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            form = block.blockFormat()
            form.setTopMargin(GAP_PX)
            form.setBottomMargin(GAP_PX)
            cursor.setBlockFormat(form)
        if block.blockFormat().headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
            cursor.mergeCharFormat(letters)
        block = block.next()


def _rule(table: QTextTable) -> None:
    form = table.format().toTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellSpacing(0)
    form.setCellPadding(5)
    shares = COLUMNS[table.columns()]
    form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
    table.setFormat(form)
