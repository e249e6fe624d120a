"""What a program does not need to keep, it does not keep."""

import subprocess
import sys

IMPORTS_ALL = """
import linecache, traceback
import kiosk.__main__, waitline.store.engine

kept = [name for name in linecache.cache if not name.startswith("<")]
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
