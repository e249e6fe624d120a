"""The counter's program as it is, with a beat in the thread that draws.

``python -m benchmarks.beating_counter FILE [ARGUMENTS OF THE COUNTER ...]``; each line of FILE is a beat that was
late: when it came (monotonic), the gap before it, and how much of that the thread stood in line for a core, in
seconds.
"""

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter.__main__ import main
from tests.counter.heart import Heart

LATE_S = 0.03


def beating(file: Path, arguments: list[str]) -> int:
    app = QApplication(sys.argv[:1])
    with file.open("w", buffering=1) as out:

        def note(gap: float, stood: float) -> None:
            if gap > LATE_S:
                out.write(f"{time.monotonic():.3f} {gap:.4f} {stood:.4f}\n")

        heart = Heart(note)
        code = main(arguments)
        heart.stop()
    app.quit()
    return code


if __name__ == "__main__":
    sys.exit(beating(Path(sys.argv[1]), sys.argv[2:]))
