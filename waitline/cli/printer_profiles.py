"""Whether the printers that an office file names are of a kind we know: the file's own reader knows no drivers."""

from drivers.printing.errors import BadProfile
from drivers.printing.profile import load_profile
from waitline.model.office_errors import BadOfficeFile
from waitline.settings.office_folder import OfficeFolder
from waitline.settings.toml_lines import line_of


def refuse_unknown_profiles(folder: OfficeFolder) -> None:
    """Raises BadOfficeFile for the first printer whose profile cannot be used, with all of them in `.faults`."""
    found = []
    for place, printer in enumerate(folder.setup.printers):
        try:
            load_profile(printer.profile)
        except BadProfile as error:
            line = line_of(folder.text, ("printers", place, "profile"))
            words = error.words
            found.append(BadOfficeFile(file=folder.file.name, line=line, reason_zh=words.zh, reason_en=words.en))
    if found:
        first, *others = found
        raise BadOfficeFile(others=tuple(others), **first.facts)
