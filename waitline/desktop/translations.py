"""The language of the windows: changed at once and everywhere."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from waitline.assets import assets_in
from waitline.model.words import SOURCE_LANGUAGE

logger = logging.getLogger(__name__)


class Translations:
    """Loads every `assets/translations/<name>_<language>.qm`, and Qt's own words; widgets get a LanguageChange."""

    def __init__(self, app: QCoreApplication, language: str = SOURCE_LANGUAGE) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self._locale_before = QLocale()
        self.language = ""
        self.switch(language)

    def switch(self, language: str) -> None:
        """Speak another language (BCP 47 tag). The source language needs no file of ours."""
        if language == self.language:
            return
        self.clear()
        self.language = language
        QLocale.setDefault(QLocale(language.replace("-", "_")))
        files = [str(path) for path in assets_in("translations", f"*_{_tag(language)}.qm")]
        if not files and language != SOURCE_LANGUAGE:
            logger.warning("language_without_translation", extra={"language": language})
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"{folder}/qtbase_{_tag(language)}.qm")
        for file in files:
            if not self._load(file):
                logger.error("translation_unreadable", extra={"file": file})

    def clear(self) -> None:
        """Take all translations out again."""
        while self._installed:
            self._app.removeTranslator(self._installed.pop())
        QLocale.setDefault(self._locale_before)
        self.language = ""

    def _load(self, file: str) -> bool:
        translator = QTranslator()
        if not translator.load(file):
            return False
        self._app.installTranslator(translator)
        self._installed.append(translator)
        return True


def _tag(language: str) -> str:
    return language.replace("-", "_")
