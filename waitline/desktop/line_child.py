"""A process of ours that serves this one: one JSON object a line, told to it and answered by it."""

import json
import logging

from PySide6.QtCore import QObject, QProcess, Signal

from .child import begin, child_for, end

logger = logging.getLogger(__name__)


class LineChild(QObject):
    """Runs a module in a process of its own. `lost`: it has ended by itself, or could not begin."""

    answered = Signal(object)
    lost = Signal()

    def __init__(self, module: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._process: QProcess | None = None

    def start(self) -> None:
        """Begin it; one that is still there is ended first."""
        self.drop()
        process = child_for(self)
        process.readyReadStandardOutput.connect(self._hear)
        process.readyReadStandardError.connect(self._hear_mutter)
        process.finished.connect(self.lost)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        begin(process, self._module)

    def tell(self, **order: object) -> None:
        """One order; nothing where it is not there."""
        if self._process is not None:
            self._process.write(json.dumps(order).encode() + b"\n")

    def drop(self) -> None:
        """End it at once; `lost` does not follow."""
        if self._process is None:
            return
        process, self._process = self._process, None
        end(process)

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self.answered.emit(json.loads(bytes(self._process.readLine().data())))

    def _hear_mutter(self) -> None:
        """What Qt and the sound server's library say: for whoever looks for the cause."""
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            logger.debug("child_said", extra={"module": self._module, "text": text})

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            logger.error("child_not_started", extra={"module": self._module})
            self.lost.emit()
