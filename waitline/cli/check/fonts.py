"""Whether the shipped fonts can draw every character of the office's own words."""

from collections.abc import Iterator
from typing import Final

from PIL import ImageFont

from waitline.assets import AssetMissing, asset
from waitline.model.office import OfficeSetup
from waitline.model.words import Words

from .finding import Finding, Topic, notice, well, wrong

_FONTS: Final = ("WaitlineSansTC-Regular.otf", "WaitlineSansThai-Regular.ttf")
_NOBODY: Final = "\U0010ffff"


def check_fonts(setup: OfficeSetup) -> Iterator[Finding]:
    try:
        missing = _characters(setup)
        for font in _FONTS:
            missing = missing_in(font, missing)
    except (AssetMissing, OSError) as error:
        yield wrong(Topic.FONTS, f"字型檔無法使用：{error}", f"The font cannot be used: {error}")
        return
    if missing:
        yield notice(
            Topic.FONTS,
            f"這些字不在內附字型裡，將改用系統字型：{missing}",
            f"Not in the shipped fonts, the system's is used instead: {missing}",
        )
    else:
        yield well(
            Topic.FONTS,
            "機關的每一個字都能以內附字型顯示",
            "Every character of the office is in the shipped fonts",
        )


def missing_in(font: str, characters: str) -> str:
    """Those of the characters that the font draws as it draws a character that does not exist."""
    face = ImageFont.truetype(str(asset("fonts", font)), 24)
    box = bytes(face.getmask(_NOBODY))
    return "".join(one for one in characters if bytes(face.getmask(one)) == box)


def _characters(setup: OfficeSetup) -> str:
    words: list[Words | None] = [setup.names, setup.notice, setup.slip_words]
    words += [service.names for service in setup.services] + [service.papers for service in setup.services]
    words += [group.names for group in setup.groups] + [counter.names for counter in setup.counters]
    texts = [text for each in words if each is not None for text in (each.zh, each.en, *dict(each.more).values())]
    texts += [person.name for person in setup.staff] + [series.prefix for series in setup.series]
    return "".join(sorted({one for text in texts for one in text if not one.isspace()}))
