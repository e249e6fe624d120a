"""Where the files are that are not code, in a checkout as in an installed wheel."""

from importlib.resources import files
from pathlib import Path


class AssetMissing(LookupError):
    """A file that belongs to the program is not there: the installation is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is missing")
        self.path = path


def asset(*parts: str) -> Path:
    """The file or folder `assets/<parts>`. Raises AssetMissing."""
    path = Path(str(files("assets"))).joinpath(*parts)
    if not path.exists():
        raise AssetMissing(path)
    return path


def assets_in(folder: str, pattern: str) -> tuple[Path, ...]:
    """The files of `assets/<folder>` that match, in order of name; none if there is no such folder."""
    return tuple(sorted(Path(str(files("assets"))).joinpath(folder).glob(pattern)))
