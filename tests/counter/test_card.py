"""The clerk's page: one sheet of A4 with the keys as they are, and the same page in the handbook."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtPdf import QPdfDocument

from counter.actions import Action
from counter.card import CardNotWritten, CardTooLong, card_text, write_card
from counter.keys import DEFAULT_KEYS, read_keys
from tests.counter.halls import DOCUMENT
from waitline.look import Look
from waitline.look.fonts import font_of

ROOT = Path(__file__).parents[2]
A4_PT = (595, 842)
OFFICES = {"zh-TW": "示範戶政事務所", "en": "Sample Household Registration Office"}
LINKS = {
    "zh-TW": "[English](clerk.en.md) · [整本手冊](handbook.zh-TW.md) · 列印：`waitline-counter --card clerk.pdf`",
    "en": "[正體中文](clerk.zh-TW.md) · [handbook](handbook.en.md)"
    " · to print: `waitline-counter --card clerk.pdf --language en`",
}


def as_in_the_handbook(language: str) -> str:
    """The page with the usual keys."""
    head, rest = card_text(language, DEFAULT_KEYS, OFFICES[language]).split("\n", 1)
    return f"{head}\n\n{LINKS[language]}\n{rest.replace('](bar-', '](../assets/card/bar-')}"


def read(file: Path) -> tuple[QPdfDocument, str]:
    document = QPdfDocument()
    document.load(str(file))
    text = document.getAllText(0).text()
    return document, text.replace("\r\n", "")


@pytest.mark.parametrize("language", OFFICES)
def test_the_page_is_one_sheet_of_a4_and_names_every_key(desk_look: Look, tmp_path: Path, language: str):
    write_card(tmp_path / "card.pdf", card_text(language, DEFAULT_KEYS, OFFICES[language]))

    document, text = read(tmp_path / "card.pdf")
    size = document.pagePointSize(0)
    assert document.pageCount() == 1
    assert (round(size.width()), round(size.height())) == A4_PT
    for key in (
        "Ctrl+Z",
        "Ctrl+P",
        "Ctrl+Shift+Q",
        "E90",
    ):  # bold figures are drawn right, but read back as other signs
        assert key in text
    document.close()


@pytest.mark.parametrize("language", OFFICES)
def test_the_handbook_has_the_page_as_it_is_printed(language: str):
    assert (ROOT / "docs" / f"clerk.{language}.md").read_text(encoding="utf-8") == as_in_the_handbook(language)


@pytest.mark.parametrize("language", OFFICES)
def test_every_letter_of_the_page_is_in_the_shipped_font(desk_look: Look, language: str):
    font = QFontMetricsF(font_of(20, 400))
    assert {
        sign for sign in as_in_the_handbook(language) if sign.isprintable() and not font.inFontUcs4(ord(sign))
    } == set()


def test_an_action_without_a_key_shows_none():
    keys = read_keys({"park": "", "call_next": "Ctrl+Alt+N"})
    text = card_text("en", keys, "Office")
    assert "| **Ctrl+Alt+N** |" in text
    assert "| **—** | park" in text
    assert Action.PARK not in keys


def test_what_does_not_fit_and_what_cannot_be_written_is_said(desk_look: Look, tmp_path: Path):
    with pytest.raises(CardTooLong):
        write_card(tmp_path / "card.pdf", "# Long\n\n" + "words and words\n\n" * 400)
    with pytest.raises(CardNotWritten):
        write_card(tmp_path / "nowhere" / "card.pdf", "# Short")


def test_the_program_prints_this_offices_keys_where_there_is_no_screen(tmp_path: Path):
    (tmp_path / "office.toml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "keys.toml").write_text('call_next = "Ctrl+Alt+N"\n', encoding="utf-8")
    own = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    words = ["--office", tmp_path, "--keys", tmp_path / "keys.toml", "--card", tmp_path / "card.pdf"]
    ended = subprocess.run([sys.executable, "-m", "counter", *words], cwd=ROOT, env=own, check=False)

    document, text = read(tmp_path / "card.pdf")
    assert (ended.returncode, document.pageCount()) == (0, 1)
    assert "Ctrl+Alt+N" in text
    document.close()
