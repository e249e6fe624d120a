"""What an approval may say: under which licence, and who spoke. Roles, so that nobody's name leaves the office."""

from typing import Final

from waitline.model.words import Words

LICENCES: Final = {
    "CC0-1.0": Words(zh="任何人都可自由使用（CC0）", en="Free for everybody (CC0)"),
    "CC-BY-4.0": Words(zh="註明本機關即可使用（CC BY 4.0）", en="Free with this office named (CC BY 4.0)"),
    "LicenseRef-this-office-only": Words(zh="只供本機關使用", en="For this office only"),
}
SPEAKERS: Final = {
    "colleague": Words(zh="本機關同仁", en="a colleague of this office"),
    "volunteer": Words(zh="志工", en="a volunteer"),
    "language-teacher": Words(zh="語言老師", en="a language teacher"),
    "speaker": Words(zh="配音員", en="a professional speaker"),
}
