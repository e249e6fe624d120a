"""The tokens as read from `assets/theme`: one variant's colours, and the sizes all variants have."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtGui import QColor

from waitline.assets import asset, assets_in

from .roles import Colour, Distance, Space, Type

R = TypeVar("R", Colour, Type, Space)
VARIANTS = ("day", "night", "high_contrast")


class BadTheme(ValueError):
    """A token file lacks a role, names a strange one, or holds what is no colour or size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One variant: its name, whether it is dark, and a colour for every role."""

    name: str
    dark: bool
    colours: Mapping[Colour, QColor]

    def colour(self, role: Colour) -> QColor:
        """The colour of a role (a copy)."""
        return QColor(self.colours[role])


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A type size: a figure and its unit, `mm`, `arcmin` (both heights of a capital) or `pt` (the whole font)."""

    amount: float
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Length":
        """Read `7.3mm`, `20arcmin` or `11pt`."""
        for unit in ("mm", "arcmin", "pt"):
            if text.endswith(unit):
                return cls(amount=float(text.removesuffix(unit)), unit=unit)
        raise BadTheme(f"{text!r} is no size in mm, arcmin or pt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type and spaces for one distance, and the figures that hold at every distance."""

    distance: Distance
    type: Mapping[Type, Length]
    space_mm: Mapping[Space, float]
    weight_text: int
    weight_strong: int
    line_height: float
    second_language: float
    least: Length
    rest_ms: int
    flash_hz: float
    flashes: int


def variants() -> tuple[str, ...]:
    """The names of all variants: the three of the house first, then what an office has added."""
    found = {path.stem for path in assets_in("theme", "*.toml")} - {"sizes"}
    return *VARIANTS, *sorted(found - set(VARIANTS))


def load_theme(variant: str) -> Theme:
    """Read one variant. Raises BadTheme, AssetMissing."""
    path = asset("theme", f"{variant}.toml")
    data = _read(path)
    colours = _by_role(Colour, data["colours"], path)
    for role, text in colours.items():
        if not QColor.isValidColorName(text):
            raise BadTheme(f"{path.name}: {role} = {text!r} is no colour")
    values = {role: QColor(text) for role, text in colours.items()}
    return Theme(name=variant, dark=bool(data["dark"]), colours=MappingProxyType(values))


def load_sizes(distance: Distance) -> Sizes:
    """Read the sizes for one distance. Raises BadTheme, AssetMissing."""
    path = asset("theme", "sizes.toml")
    data = _read(path)
    type_ = _by_role(Type, data[distance.value]["type"], path)
    space = _by_role(Space, data[distance.value]["space"], path)
    return Sizes(
        distance=distance,
        type=MappingProxyType({role: Length.parse(text) for role, text in type_.items()}),
        space_mm=MappingProxyType({role: float(mm) for role, mm in space.items()}),
        second_language=float(data[distance.value]["words"]["second_language"]),
        least=Length.parse(data[distance.value]["words"]["least"]),
        **data["all"],
        **data["motion"],
    )


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _by_role(roles: type[R], found: Mapping[str, Any], path: Path) -> dict[R, Any]:
    wanted = {role.value for role in roles}
    if set(found) != wanted:
        raise BadTheme(f"{path.name}: {sorted(set(found) ^ wanted)} lack a value or a role")
    return {role: found[role.value] for role in roles}
