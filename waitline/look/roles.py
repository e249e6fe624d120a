"""The names of colours, type sizes and spaces: what they are for, never what they look like."""

from enum import StrEnum
from typing import Final


class Colour(StrEnum):
    """Colours by role; their values are in `assets/theme/<variant>.toml`."""

    PAGE = "page"
    SURFACE = "surface"
    SUNK = "sunk"
    LINE = "line"
    EDGE = "edge"
    TEXT = "text"
    TEXT_QUIET = "text_quiet"
    STALE = "stale"
    ACCENT = "accent"
    ACCENT_PRESSED = "accent_pressed"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    ACCENT_TEXT = "accent_text"
    LOVE = "love"
    LOVE_PRESSED = "love_pressed"
    LOVE_SOFT = "love_soft"
    ON_LOVE = "on_love"
    LOVE_TEXT = "love_text"
    CALL = "call"
    ON_CALL = "on_call"
    CALL_QUIET = "call_quiet"
    CALL_FLASH = "call_flash"
    NOTICE = "notice"
    ON_NOTICE = "on_notice"
    NOTICE_EDGE = "notice_edge"
    TROUBLE = "trouble"
    ON_TROUBLE = "on_trouble"
    TROUBLE_EDGE = "trouble_edge"
    GOOD = "good"
    ON_GOOD = "on_good"
    GOOD_EDGE = "good_edge"
    FOCUS = "focus"
    SHADOW = "shadow"


class Type(StrEnum):
    """Type sizes by role, for each distance, in `assets/theme/sizes.toml`."""

    NUMBER = "number"
    HERO = "hero"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    BUTTON = "button"
    SMALL = "small"


class Space(StrEnum):
    """Lengths by role, for each distance, in `assets/theme/sizes.toml`."""

    EDGE = "edge"
    FOCUS = "focus"
    RADIUS = "radius"
    GAP = "gap"
    GAP_APART = "gap_apart"
    PAD = "pad"
    MARGIN = "margin"
    BUTTON = "button"
    TILE_HEIGHT = "tile_height"
    TILE_WIDTH = "tile_width"
    ICON = "icon"
    ICON_SMALL = "icon_small"
    SLIP = "slip"
    LIP = "lip"


class Distance(StrEnum):
    """How far away the reader is: a kiosk's finger, a counter's desk, the hall's television."""

    FINGER = "finger"
    DESK = "desk"
    HALL = "hall"


TEXT_PAIRS: Final = (
    (Colour.TEXT, Colour.PAGE),
    (Colour.TEXT, Colour.SURFACE),
    (Colour.TEXT, Colour.SUNK),
    (Colour.TEXT, Colour.ACCENT_SOFT),
    (Colour.TEXT, Colour.LOVE_SOFT),
    (Colour.TEXT_QUIET, Colour.PAGE),
    (Colour.TEXT_QUIET, Colour.SURFACE),
    (Colour.TEXT_QUIET, Colour.SUNK),
    (Colour.STALE, Colour.PAGE),
    (Colour.STALE, Colour.SURFACE),
    (Colour.STALE, Colour.SUNK),
    (Colour.ON_ACCENT, Colour.ACCENT),
    (Colour.ON_ACCENT, Colour.ACCENT_PRESSED),
    (Colour.ACCENT_TEXT, Colour.PAGE),
    (Colour.ACCENT_TEXT, Colour.SURFACE),
    (Colour.ACCENT_TEXT, Colour.ACCENT_SOFT),
    (Colour.ON_LOVE, Colour.LOVE),
    (Colour.ON_LOVE, Colour.LOVE_PRESSED),
    (Colour.LOVE_TEXT, Colour.PAGE),
    (Colour.LOVE_TEXT, Colour.SURFACE),
    (Colour.LOVE_TEXT, Colour.LOVE_SOFT),
    (Colour.ON_CALL, Colour.CALL),
    (Colour.CALL_QUIET, Colour.CALL),
    (Colour.ON_NOTICE, Colour.NOTICE),
    (Colour.ON_TROUBLE, Colour.TROUBLE),
    (Colour.ON_GOOD, Colour.GOOD),
)
"""Text and what it stands on: at least 7 to 1."""

LARGE_TEXT_PAIRS: Final = (
    (Colour.ON_CALL, Colour.CALL_FLASH),
    (Colour.CALL_QUIET, Colour.CALL_FLASH),
)
"""Held for a moment: at least 4.5 to 1."""

EDGE_PAIRS: Final = (
    (Colour.EDGE, Colour.PAGE),
    (Colour.EDGE, Colour.SURFACE),
    (Colour.EDGE, Colour.SUNK),
    (Colour.ACCENT, Colour.PAGE),
    (Colour.ACCENT, Colour.SURFACE),
    (Colour.ACCENT, Colour.SUNK),
    (Colour.LOVE, Colour.PAGE),
    (Colour.LOVE, Colour.SURFACE),
    (Colour.FOCUS, Colour.PAGE),
    (Colour.FOCUS, Colour.SURFACE),
    (Colour.FOCUS, Colour.SUNK),
    (Colour.NOTICE_EDGE, Colour.NOTICE),
    (Colour.TROUBLE_EDGE, Colour.TROUBLE),
    (Colour.GOOD_EDGE, Colour.GOOD),
)
"""Outlines of controls and signs, and what they stand on: at least 3 to 1."""
