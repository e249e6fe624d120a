"""The shared look: tokens, real millimetres, and the widgets that more than one program uses."""

from .banner import Banner, Says
from .button_face import Face
from .clock_label import ClockLabel
from .contrast import contrast
from .fit_label import FitLabel, TwoLanguageLabel
from .fonts import FAMILIES, FAMILY, FontsUnusable, is_ours, load_fonts, missing_glyphs
from .glass import Glass, glass_of_diagonal, glass_of_panel, glass_of_screen, mm_of_arc
from .icon import Icon, icon_for_qt, icon_named, icon_pixmap, paint_icon
from .look import Look
from .number_label import NumberLabel
from .panel import Panel
from .roles import Colour, Distance, Space, Type
from .theme import VARIANTS, BadTheme, Theme, variants
from .touch_button import TouchButton
from .write_alike import write_alike

__all__ = [
    "FAMILIES",
    "FAMILY",
    "VARIANTS",
    "BadTheme",
    "Banner",
    "ClockLabel",
    "Colour",
    "Distance",
    "Face",
    "FitLabel",
    "FontsUnusable",
    "Glass",
    "Icon",
    "Look",
    "NumberLabel",
    "Panel",
    "Says",
    "Space",
    "Theme",
    "TouchButton",
    "TwoLanguageLabel",
    "Type",
    "contrast",
    "glass_of_diagonal",
    "glass_of_panel",
    "glass_of_screen",
    "icon_for_qt",
    "icon_named",
    "icon_pixmap",
    "is_ours",
    "load_fonts",
    "missing_glyphs",
    "mm_of_arc",
    "paint_icon",
    "variants",
    "write_alike",
]
