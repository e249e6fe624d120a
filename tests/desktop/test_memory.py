"""What a program does not need to keep, it does not keep."""

import subprocess
import sys

IMPORTS_ALL = """
import linecache, traceback
import kiosk.__main__, waitline.desktop, waitline.store.engine

at_the_switch = waitline.desktop.__file__  # PySide6's import, put out of place, still reads this one
kept = [name for name in linecache.cache if not name.startswith("<") and name != at_the_switch]
try:
    waitline.store.engine.make_engine("nonsense")
except Exception as error:
    print(len(kept), "raise DatabaseUnusable" in "".join(traceback.format_exception(error)))
"""


def test_a_program_keeps_no_source_text_yet_a_traceback_shows_its_lines():
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS_ALL], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["0", "True"]


ONE_DATABASE = """
import sys
import kiosk.__main__
from waitline.store.connect import make_engine
from waitline.verbs import reception
from waitline.views import kiosk_view

make_engine(sys.argv[1])
libraries = ("sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql")
print(*(name for name in libraries if name in sys.modules))
"""


def test_a_program_loads_the_library_of_its_own_database_only(tmp_path):
    for url, library in (
        (f"sqlite:///{tmp_path}/queue.db", "sqlalchemy.dialects.sqlite"),
        ("postgresql://waitline@localhost/waitline", "sqlalchemy.dialects.postgresql"),
    ):
        command = [sys.executable, "-c", ONE_DATABASE, url]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert done.stdout.split() == [library]


NO_DATABASE = """
import sys
import kiosk.__main__, counter.__main__, display.__main__
print("sqlalchemy" in sys.modules, "PySide6.QtMultimedia" in sys.modules)
"""


def test_no_program_loads_a_databases_library_or_a_decoder_before_its_first_page():
    """Half of a start would be theirs."""
    done = subprocess.run(
        [sys.executable, "-c", NO_DATABASE], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["False", "False"]
