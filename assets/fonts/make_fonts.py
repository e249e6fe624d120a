"""Make the fonts the public sees, from Debian's fonts-noto-cjk and fonts-noto-core. Run by hand, when they change:

    apt install fonts-noto-cjk fonts-noto-core
    python assets/fonts/make_fonts.py [FOLDER_OF_THE_TTC_FILES [FOLDER_OF_THE_THAI_FILES]]

It needs fonttools (in the `dev` extra). The Taiwan member of the collection is cut down to what an office writes:

- Regular keeps every Unified Ideograph of the face (a clerk may be called 堃, 峯 or 喆), Bopomofo, kana,
  Latin with all Vietnamese letters, punctuation, arrows and signs;
- Bold keeps the same without the rare ideographs: Big5 with its Hong Kong supplement, which holds the
  names' 堃 峯 喆, and everything that is not an ideograph.

Vertical writing, the forms of other regions and the hints are left out (kiosk and TV text is large). Digits of
this face all have one advance, so numbers stand in columns without a feature being switched on; the script refuses
to go on if that ever changes. The family is renamed to "Waitline Sans TC", as the licence (OFL.txt) asks of
modified fonts, and because a copy of Noto on the machine must never be taken for ours.

"Waitline Sans Thai" is Noto Sans Thai with all its letters and rules for stacking marks, without the hints: Latin
and figures in a Thai text come from the face above, so that numbers look alike in every language.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FAMILY = "Waitline Sans TC"
SOURCE = Path("/usr/share/fonts/opentype/noto")
FACE = "Noto Sans CJK TC"
THAI_FAMILY = "Waitline Sans Thai"
THAI_SOURCE = Path("/usr/share/fonts/truetype/noto")
THAI_FACE = "Noto Sans Thai"
HERE = Path(__file__).parent

SIGNS = [
    range(0x0020, 0x0250),  # Latin
    range(0x02B0, 0x0370),  # modifier letters (Bopomofo tones), combining marks
    range(0x0391, 0x03CA),  # Greek, in units
    range(0x1E00, 0x1F00),  # Latin for Vietnamese
    range(0x2000, 0x2070),  # punctuation
    range(0x20A0, 0x20C0),  # currencies
    range(0x2100, 0x2200),  # ℃ № Ⅳ, arrows
    range(0x2200, 0x2300),  # mathematics
    range(0x2300, 0x2400),  # technical
    range(0x2460, 0x2700),  # ① enclosed, box drawing, blocks, shapes, ♥ ♪ ☎
    range(0x2700, 0x27C0),  # ✓
    range(0x2E80, 0x3000),  # radicals, description characters
    range(0x3000, 0x3130),  # CJK punctuation, 〇, kana, Bopomofo
    range(0x31A0, 0x3200),  # Bopomofo of 台語 and 客語, strokes, kana
    range(0x3200, 0x3400),  # ㈱ ㎡ ㏄
    range(0xFE10, 0xFE70),  # vertical and small forms
    range(0xFF00, 0xFFF0),  # full width
]
IDEOGRAPHS = [range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x323B0)]
EVERYDAY_CODECS = ("big5", "cp950", "big5hkscs")
KEPT_FEATURES = ["ccmp", "mark", "mkmk", "kern", "locl"]
THAI = [
    range(0x0E00, 0x0E80),
    range(0x200B, 0x200E),  # where a line may end
    range(0x25CC, 0x25CD),  # the dotted circle carries a mark that stands alone
]


def within(code: int, ranges: list[range]) -> bool:
    """Whether a code point lies in one of the ranges."""
    return any(code in each for each in ranges)


def everyday(code: int) -> bool:
    """Whether an ideograph is in Big5 (with Microsoft's and Hong Kong's additions)."""
    for codec in EVERYDAY_CODECS:
        try:
            chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        return True
    return False


def open_face(path: Path, face: str) -> TTFont:
    """Open the named member of a font collection."""
    for font in TTCollection(path, lazy=True).fonts:
        if font["name"].getDebugName(1) == face:
            return font
    raise SystemExit(f"{path} has no face {face}")


def refuse_uneven_digits(font: TTFont) -> None:
    """Numbers are drawn without asking for tabular figures, so the figures must be tabular already."""
    map_, widths = font.getBestCmap(), font["hmtx"]
    advances = {widths[map_[ord(digit)]][0] for digit in "0123456789"}
    if len(advances) != 1:
        raise SystemExit(f"digits have different widths: {sorted(advances)}")


def rename(font: TTFont, family: str, style: str, said: str) -> None:
    """Give the font our family name; keep copyright, designers and licence."""
    table = font["name"]
    table.names = [
        name for name in table.names if name.langID == 0x409 and name.nameID in (0, 5, 9, 10, 11, 13, 14)
    ]
    full = family if style == "Regular" else f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    for number, text in {1: family, 2: style, 3: postscript, 4: full, 6: postscript, 10: said}.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [postscript]
        top[0].FamilyName, top[0].FullName = family, full


def cut(font: TTFont, wanted: set[int], drop_tables: list[str]) -> subset.Options:
    """Leave only the wanted code points; return the options to save it with."""
    options = subset.Options(
        layout_features=KEPT_FEATURES,
        layout_scripts=["*"],
        hinting=False,
        desubroutinize=False,
        drop_tables=drop_tables,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return options


def make_taiwans(source: Path, style: str) -> Path:
    """Write the Taiwan face of one style; return where it is."""
    font = open_face(source, FACE)
    present = set(font.getBestCmap())
    ideographs = {code for code in present if within(code, IDEOGRAPHS)}
    if style == "Bold":
        ideographs = {code for code in ideographs if everyday(code)}
    refuse_uneven_digits(font)
    wanted = ideographs | {code for code in present if within(code, SIGNS)}
    options = cut(font, wanted, ["vhea", "vmtx", "VORG", "BASE", "DSIG"])
    said = f"Subset of {FACE}, renamed. Changes: fewer characters, no vertical writing, no hints."
    rename(font, FAMILY, style, said)
    return saved(font, f"WaitlineSansTC-{style}.otf", options)


def make_thai(source: Path, style: str) -> Path:
    """Write the Thai face of one style; return where it is."""
    font = TTFont(source)
    wanted = {code for code in font.getBestCmap() if within(code, THAI)}
    options = cut(font, wanted, ["DSIG", "STAT"])
    rename(font, THAI_FAMILY, style, f"Subset of {THAI_FACE}, renamed. Changes: fewer characters, no hints.")
    return saved(font, f"WaitlineSansThai-{style}.ttf", options)


def saved(font: TTFont, name: str, options: subset.Options) -> Path:
    """Write a font beside this script."""
    target = HERE / name
    subset.save_font(font, str(target), options)
    return target


def main(folder: Path, thai_folder: Path) -> None:
    """Make all four files and say how large they became."""
    for style in ("Regular", "Bold"):
        for made in (
            make_taiwans(folder / f"NotoSansCJK-{style}.ttc", style),
            make_thai(thai_folder / f"NotoSansThai-{style}.ttf", style),
        ):
            sys.stdout.write(f"{made.name}: {made.stat().st_size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*given, *(SOURCE, THAI_SOURCE)[len(given) :])
