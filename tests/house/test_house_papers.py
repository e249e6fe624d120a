"""What lies beside the code: links, the licence, nothing of the machine it was written on."""

import re
import subprocess
from pathlib import Path

from tests.house.sources import ROOT, files, name_of, report, texts

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
A_PERSONS_FOLDER = re.compile(r"/(?:home|Users)/\w+/|\b[A-Z]:\\+Users\\+\w+", re.ASCII)


def pages() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def anchors(page: Path) -> set[str]:
    """The anchors GitHub makes of a page's headings."""
    headings = re.findall(r"^#+\s+(.+?)\s*#*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_somewhere(page: Path, link: str) -> bool:
    address, _, anchor = link.partition("#")
    target = (page.parent / address).resolve() if address else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


def test_every_link_in_the_pages_leads_somewhere():
    offences = [
        f"{name_of(page)}: {link}"
        for page in pages()
        for link in LINK.findall(re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL))
        if "://" not in link and not link.startswith("mailto:") and not leads_somewhere(page, link)
    ]
    report(offences, "a link that leads nowhere")


def test_no_file_knows_the_machine_it_was_written_on():
    here = [f"{folder}/" for folder in (ROOT, Path.home()) if len(folder.parts) > 1]
    offences = [
        f"{name}:{number} {line.strip()[:80]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if A_PERSONS_FOLDER.search(line) or any(folder in line for folder in here)
    ]
    report(offences, "a path of one machine")


def test_run_explains_itself_without_setting_anything_up(tmp_path):
    outcome = subprocess.run([ROOT / "run", "help"], cwd=tmp_path, capture_output=True, text=True, check=True)
    for command in ("demo", "test", "bench", "kiosk", "counter", "display", "waitline"):
        assert f"./run {command}" in outcome.stdout


def test_run_refuses_a_word_it_does_not_know_and_names_those_it_does(tmp_path):
    outcome = subprocess.run([ROOT / "run", "dance"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert outcome.returncode == 2
    assert "'dance'" in outcome.stderr
    assert "./run demo" in outcome.stderr


def test_the_machine_that_checks_types_what_a_person_types():
    assert "./run test" in (ROOT / ".ci/run").read_text(encoding="utf-8")
