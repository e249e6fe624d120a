"""Qt's own widgets in our tokens: the palette, and one style sheet for what a palette cannot say."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QPalette

from waitline.assets import asset

from .roles import Colour, Space, Type
from .theme import Theme

SHEET = """
QToolTip {{ background: {surface}; color: {text}; border: {edge_px}px solid {edge}; padding: {half}px; }}
QPushButton, QToolButton {{
    background: {surface}; color: {text}; border: {edge_px}px solid {edge}; border-radius: {radius}px;
    padding: {half}px {pad}px; min-height: {row}px; font-size: {button}px;
}}
QPushButton:hover, QToolButton:hover {{ background: {accent_soft}; }}
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {{
    background: {accent_pressed}; color: {on_accent}; border-color: {accent_pressed};
}}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 700; }}
QPushButton:focus, QToolButton:focus {{ border: {focus_px}px solid {focus}; }}
QPushButton:disabled, QToolButton:disabled {{
    background: {sunk}; color: {stale}; border: {edge_px}px dashed {edge};
}}
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {{
    background: {surface}; color: {text}; border: {edge_px}px solid {edge}; border-radius: {radius}px;
    padding: {quarter}px {half}px; min-height: {row}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit {{ placeholder-text-color: {text_quiet}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: {focus_px}px solid {focus};
}}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
    background: {sunk}; color: {stale}; border-style: dashed;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: {row}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {arrow}px; height: {arrow}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QComboBox QAbstractItemView, QMenu {{ background: {surface}; color: {text}; border: {edge_px}px solid {edge}; }}
QMenu::item {{ padding: {half}px {pad}px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QAbstractItemView {{
    background: {surface}; alternate-background-color: {page}; color: {text};
    border: {edge_px}px solid {line}; border-radius: {radius}px; outline: 0;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QAbstractItemView::item {{ padding: {quarter}px {half}px; }}
QAbstractItemView:focus {{ border: {edge_px}px solid {focus}; }}
QCheckBox, QRadioButton {{ spacing: {half}px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: {mark}px; height: {mark}px; background: {surface}; border: {mark_edge}px solid {edge};
}}
QCheckBox::indicator {{ border-radius: {quarter}px; }}
QRadioButton::indicator {{ border-radius: {mark_round}px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ background: {on_accent}; border: {mark_full}px solid {accent}; }}
QRadioButton::indicator:checked {{ width: {mark_inner}px; height: {mark_inner}px; }}
QComboBox::drop-down {{ border: 0; width: {row}px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: {edge_px}px solid {focus}; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{
    background: {sunk}; color: {text_quiet}; border: 0; border-bottom: {edge_px}px solid {line};
    padding: {quarter}px {half}px; font-size: {small}px;
}}
QScrollBar:vertical {{ background: transparent; width: {pad}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {pad}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: {quarter}px; margin: {edge_px}px; min-height: {row}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::tab {{ color: {text_quiet}; padding: {half}px {pad}px; border-bottom: {focus_px}px solid transparent; }}
QTabBar::tab:selected {{ color: {accent_text}; border-bottom-color: {accent}; }}
"""


def sheet_of(theme: Theme, px: Callable[[Space], int], font: Callable[[Type], QFont]) -> str:
    """The style sheet of a variant on a screen."""
    pad = px(Space.PAD)
    mark = font(Type.BODY).pixelSize()
    edge = max(1, px(Space.EDGE))
    return SHEET.format(
        edge_px=px(Space.EDGE),
        focus_px=max(2, px(Space.FOCUS)),
        radius=px(Space.RADIUS),
        mark=mark - 2 * edge,
        mark_edge=edge,
        mark_full=round(mark * 0.3),
        mark_inner=mark - 2 * round(mark * 0.3),
        arrow=round(mark * 0.8),
        up=_mark("up", light=theme.dark),
        down=_mark("down", light=theme.dark),
        tick=_mark("tick", light=not theme.dark),
        mark_round=mark // 2,
        pad=pad,
        half=max(2, pad // 2),
        quarter=max(1, pad // 4),
        row=round(font(Type.BODY).pixelSize() * 1.5),
        button=font(Type.BUTTON).pixelSize(),
        small=font(Type.SMALL).pixelSize(),
        **{role.value: theme.colour(role).name() for role in Colour},
    )


def _mark(name: str, *, light: bool) -> str:
    """A style sheet can show a picture only from a file, and not tint it: one for each ink."""
    return asset("theme", "marks", f"{name}_{'light' if light else 'dark'}.svg").as_posix()


def palette_of(theme: Theme) -> QPalette:
    """Qt's roles in ours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for qt_role, ours in {
        role.Window: Colour.PAGE,
        role.WindowText: Colour.TEXT,
        role.Base: Colour.SURFACE,
        role.AlternateBase: Colour.PAGE,
        role.Text: Colour.TEXT,
        role.PlaceholderText: Colour.TEXT_QUIET,
        role.Button: Colour.SURFACE,
        role.ButtonText: Colour.TEXT,
        role.BrightText: Colour.ON_ACCENT,
        role.Highlight: Colour.ACCENT,
        role.HighlightedText: Colour.ON_ACCENT,
        role.Link: Colour.ACCENT_TEXT,
        role.LinkVisited: Colour.ACCENT_TEXT,
        role.ToolTipBase: Colour.SURFACE,
        role.ToolTipText: Colour.TEXT,
        role.Light: Colour.SURFACE,
        role.Midlight: Colour.LINE,
        role.Mid: Colour.LINE,
        role.Dark: Colour.EDGE,
        role.Shadow: Colour.SHADOW,
    }.items():
        palette.setColor(qt_role, theme.colour(ours))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour(Colour.STALE))
    return palette
