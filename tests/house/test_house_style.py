"""The rules of style that a linter does not know."""

import ast
import re
from collections.abc import Iterator

from tests.house.sources import APPS, PRODUCT, ROOT, Source, files, name_of, python, report

MODULE_LINES = 300
FUNCTION_LINES = 40
BANNED = {"base", "common", "core", "misc", "shared", "tools"}
BANNED |= {"helper", "helpers", "manager", "managers", "util", "utils"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b|\b(?:rgb|rgba|hsl|hsla|hsv)\(\s*\d")
WAITS_BLINDLY = {"time.sleep", "QTest.qWait", "QTest.qSleep", "QThread.sleep", "QThread.msleep", "qtbot.wait"}


def product() -> Iterator[Source]:
    return (source for source in python(*PRODUCT) if "/migrations/" not in source.name)


def words(name: str) -> set[str]:
    """`BaseManager` and `base_manager` are the words base and manager."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_a_module_can_be_read_in_one_sitting():
    too_long = [
        f"{source.name}: {lines} lines"
        for source in product()
        if (lines := len(source.text.splitlines())) > MODULE_LINES
    ]
    report(too_long, f"a module has at most {MODULE_LINES} lines: it holds a second idea, give that a module")


def test_a_function_fits_on_a_screen():
    too_long = [
        f"{source.name}:{node.lineno} {node.name}: {lines} lines"
        for source in product()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]
    report(too_long, f"a function has at most {FUNCTION_LINES} lines")


def test_no_module_or_class_has_a_name_that_refuses_nothing():
    folders = [*PRODUCT, "tests", "benchmarks"]
    offences = [
        name_of(path)
        for path in files(*folders)
        if path.suffix == ".py" and BANNED & set(re.split(r"[/_.]", name_of(path)))
    ]
    offences += [
        f"{source.name}:{node.lineno} {node.name}"
        for source in product()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and BANNED & words(node.name)
    ]
    report(offences, f"say what it holds instead of: {', '.join(sorted(BANNED))}")


def test_colours_come_from_the_theme():
    places = [*APPS, *(f"waitline/{path.name}" for path in (ROOT / "waitline").iterdir() if path.is_dir())]
    places = [place for place in places if place not in {"waitline/look", "waitline/__pycache__"}]
    offences = [
        f"{source.name}:{node.lineno} {ast.unparse(node)[:60]}"
        for source in product()
        if any(source.name.startswith(f"{place}/") for place in places)
        for node in ast.walk(source.tree)
        if paints(node)
    ]
    report(offences, "a colour is a role in assets/theme, read by waitline.look")


def paints(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(COLOUR.search(node.value))
    if isinstance(node, ast.Call):
        return dotted(node.func).split(".")[-1] == "QColor" or dotted(node.func).startswith("QColor.")
    return isinstance(node, ast.Attribute) and dotted(node).startswith("Qt.GlobalColor.")


def test_a_rule_switched_off_says_why_on_the_line():
    offences = [
        f"{source.name}:{number} {line.strip()}"
        for source in python(*PRODUCT, "tests", "benchmarks", "assets")
        for number, line in enumerate(source.text.splitlines(), 1)
        if re.search(r"#\s*(noqa|type:\s*ignore|pragma:)", line) and not reason_given(line)
    ]
    report(offences, "write the reason behind it: `# noqa: BLE001 - a thread's edge, it reports`")


def reason_given(line: str) -> bool:
    """Whether words follow the codes."""
    behind = re.split(r"#\s*(?:noqa|type:\s*ignore|pragma:)", line, maxsplit=1)[1]
    behind = re.sub(r"^(\[[\w\s,-]*\]|:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\s*no cover)", "", behind)
    return bool(re.search(r"\w{3}", re.sub(r"#\s*noqa:?\s*[A-Z]*\d*", "", behind)))


def test_no_test_sleeps_or_mocks():
    offences = []
    for source in python("tests"):
        for node in ast.walk(source.tree):
            blind = isinstance(node, ast.Call) and dotted(node.func) in WAITS_BLINDLY
            mock = isinstance(node, ast.ImportFrom | ast.Import) and "unittest.mock" in ast.unparse(node)
            if blind or mock:
                offences.append(f"{source.name}:{node.lineno} {ast.unparse(node)[:60]}")
    report(offences, "wait for a signal or a condition with a deadline, turn the clock; build the real thing")
