"""What the actor is told: where to look, and where pictures go."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Paths of the office's folder, the programs' descriptions, the printer's log; the clerk to be."""

    office: str
    kiosk: str
    counter: str
    display: str
    paper: str
    printer_log: str
    pictures: str
    busy: bool
    post: str
    clerk: str

    @classmethod
    def load(cls, file: Path) -> Self:
        return cls(**json.loads(file.read_text(encoding="utf-8")))

    def save(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
