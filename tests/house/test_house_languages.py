"""The kiosk speaks every language it offers: each text in each of them, as written in the .ts and as compiled."""

import ast
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from PySide6.QtCore import QTranslator

from tests.house.sources import ROOT, python, report
from tests.house.test_house_texts import called, finished, said
from waitline.model.words import SOURCE_LANGUAGE, VISITOR_LANGUAGES

FOLDER = ROOT / "assets/translations"
TRANSLATED = [language for language in VISITOR_LANGUAGES if language != SOURCE_LANGUAGE]
SECOND_AND_LATER = {"vi", "id", "th"}
HOLE = re.compile(r"\{\w+\}|%n")
Key = tuple[str, str]


@cache
def book(language: str) -> ET.Element:
    return ET.parse(FOLDER / f"kiosk_{language}.ts").getroot()


def messages(language: str) -> dict[Key, ET.Element]:
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in book(language).iter("context")
        for message in context.iter("message")
    }


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_kiosk_is_in_every_language_it_offers(language):
    known = messages(language)
    missing = [
        f"{text.where} {text.context}: {text.source!r}"
        for text in said()
        if text.where.startswith("kiosk/")
        and (
            (text.context, text.source) not in known
            or not finished(known[text.context, text.source].find("translation"))
        )
    ]
    report(missing, f"add it to assets/translations/kiosk_{language}.ts and compile the .qm")


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(language):
    wanted = {(text.context, text.source) for text in said()}
    report([repr(key) for key in messages(language) if key not in wanted], "nothing says this any more")


@pytest.mark.parametrize("language", TRANSLATED)
def test_facts_stand_in_the_translation_as_in_the_source(language):
    offences = [
        f"{key[1]!r}: {form!r}"
        for key, message in messages(language).items()
        for form in forms(message)
        if sorted(HOLE.findall(form)) != sorted(HOLE.findall(key[1]))
    ]
    report(offences, "the same {facts} and %n as in the source")


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language):
    compiled = QTranslator()
    assert compiled.load(str(FOLDER / f"kiosk_{language}.qm"))
    offences = [
        f"{context}: {source!r}"
        for (context, source), message in messages(language).items()
        for number, form in zip((1, 2), forms(message), strict=False)
        if compiled.translate(context, source, "", number if message.get("numerus") else -1) != form
    ]
    report(offences, f"compile it: pyside6-lrelease kiosk_{language}.ts -qm kiosk_{language}.qm")


@pytest.mark.parametrize("language", TRANSLATED)
def test_it_is_said_whether_a_native_speaker_has_checked_it(language):
    assert book(language).findtext("extra-checked_by_native_speaker") in {"true", "false"}


def test_words_that_the_kiosk_brings_itself_are_in_every_language():
    offences = [
        f"{source.name}:{node.lineno} {ast.unparse(node)[:60]}"
        for source in python("kiosk")
        if not source.name.startswith("kiosk/staff/")  # what only the staff read is in zh-TW and English
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called(node) == "Words" and is_written_out(node)
        if not languages_in(node) >= SECOND_AND_LATER
    ]
    report(offences, 'add more=(("vi", ...), ("id", ...), ("th", ...))')


def is_written_out(node: ast.Call) -> bool:
    return all(isinstance(word.value, ast.Constant) for word in node.keywords if word.arg in {"zh", "en"})


def languages_in(node: ast.Call) -> set[object]:
    return {
        part.value
        for word in node.keywords
        if word.arg == "more"
        for part in ast.walk(word.value)
        if isinstance(part, ast.Constant)
    }
