"""Public texts in both languages at once: zh-TW is the source, the English comes from the translation file."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QWidget

from waitline.assets import asset
from waitline.model.words import Words


class TwoLanguages:
    """Looks up the English beside a source text. Loaded, not installed: the hall reads both."""

    def __init__(self) -> None:
        self._english = QTranslator()
        path = asset("translations", "display_en.qm")
        if not self._english.load(str(path)):
            raise RuntimeError(f"Qt cannot read {path}")

    def words(self, owner: QWidget, source: str) -> Words:
        """`source`, given through the owner's own `tr`, and its English."""
        return Words(zh=source, en=self._english.translate(type(owner).__name__, source) or source)
