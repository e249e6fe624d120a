"""Every word a person reads in the three apps can be translated, and is."""

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.sources import APPS, ROOT, Source, python, report

TRANSLATED = (*APPS, "waitline/look", "waitline/desktop")
SHOWS_TEXT = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "addAction",
    "addButton",
    "addItem",
    "addItems",
    "addRow",
    "addTab",
    "setAccessibleDescription",
    "setAccessibleName",
    "setDetailedText",
    "setInformativeText",
    "setPlaceholderText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
}  # fmt: skip - a table
TRANSLATES = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_NOOP3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text handed to self.tr() in a class: the context and source that Qt looks up."""

    where: str
    context: str
    source: str


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def settled_parts(tree: ast.Module) -> set[int]:
    """Ids of the string nodes that need no more: translated, beside their English, or a docstring."""
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in TRANSLATES:
            inside |= {id(part) for argument in node.args for part in ast.walk(argument)}
        elif has_english_beside_it(node):
            inside |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(id(node.value))
    return inside


def has_english_beside_it(node: ast.AST) -> bool:
    """`Words(zh=..., en=...)`, `{"zh-TW": ..., "en": ...}`, or a class that sets `zh` and `en`, as errors do."""
    if isinstance(node, ast.Call):
        return {"zh", "en"} <= {word.arg for word in node.keywords}
    if isinstance(node, ast.Dict):
        keys = {str(key.value).split("-")[0] for key in node.keys if isinstance(key, ast.Constant)}
        return {"zh", "en"} <= keys
    if isinstance(node, ast.ClassDef):
        targets = [part for part in node.body if isinstance(part, ast.Assign | ast.AnnAssign)]
        names = {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
        return {"zh", "en"} <= names and not any(isinstance(part, ast.FunctionDef) for part in node.body)
    return False


def is_chinese(text: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in text)


def strings(node: ast.AST) -> Iterator[ast.Constant]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part


def untranslated(source: Source) -> Iterator[str]:
    done = settled_parts(source.tree)
    for part in strings(source.tree):
        if id(part) not in done and is_chinese(part.value):
            yield f"{source.name}:{part.lineno} {part.value!r}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(node) in SHOWS_TEXT:
            for argument in node.args:
                yield from literals(source, argument, done)


def literals(source: Source, argument: ast.expr, done: set[int]) -> Iterator[str]:
    """Words written straight into a text argument; signs and figures alone need no translation."""
    pieces = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    for piece in pieces:
        words = piece.value if isinstance(piece, ast.Constant) and isinstance(piece.value, str) else ""
        if id(piece) not in done and any(sign.isalpha() for sign in words) and not is_chinese(words):
            yield f"{source.name}:{piece.lineno} {words!r}"


def said() -> Iterator[Said]:
    for source in python(*TRANSLATED):
        for context in (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)):
            for node in ast.walk(context):
                if isinstance(node, ast.Call) and called(node) == "tr" and node.args:
                    text = node.args[0]
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        where = f"{source.name}:{node.lineno}"
                        yield Said(where=where, context=context.name, source=text.value)


def test_a_word_shown_by_an_app_goes_through_tr():
    offences = [offence for source in python(*TRANSLATED) for offence in untranslated(source)]
    report(offences, "wrap it in self.tr(...), or bring it as data (phrases, office)")


def test_tr_is_asked_of_self_with_a_plain_text():
    offences = [
        f"{source.name}:{node.lineno} {ast.unparse(node)[:80]}"
        for source in python(*TRANSLATED)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called(node) == "tr" and not readable_by_lupdate(node)
    ]
    report(offences, "lupdate reads only self.tr('a plain text'): any other receiver gets a wrong context")


def readable_by_lupdate(node: ast.Call) -> bool:
    receiver = getattr(node.func, "value", None)
    plain = bool(node.args) and isinstance(node.args[0], ast.Constant)
    return plain and isinstance(receiver, ast.Name) and receiver.id == "self"


def test_every_text_of_the_apps_has_its_english():
    english = {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for path in (ROOT / "assets/translations").glob("*_en.ts")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }
    missing = [
        f"{text.where} {text.context}: {text.source!r}"
        for text in said()
        if not finished(english.get((text.context, text.source)))
    ]
    report(missing, "add the English to assets/translations and mark it finished")


def finished(translation: ET.Element | None) -> bool:
    if translation is None or translation.get("type") in {"unfinished", "vanished", "obsolete"}:
        return False
    forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return all(form and form.strip() for form in forms)
