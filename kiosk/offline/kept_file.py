"""A small file that is whole at every moment: the old text or the new one."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from waitline.on_disk import write_whole

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)


def keep(path: Path, facts: dict[str, Any]) -> bool:
    """On the disk when this returns; False, told in the log, where the disk refuses: the old text stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(facts, ensure_ascii=False).encode())
    except OSError as error:
        logger.warning("not_kept", extra={"file": path.name, "why": str(error)})
        return False
    return True


def kept(path: Path) -> dict[str, Any] | None:
    """What was kept there; None where there is nothing, or nothing that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        if not isinstance(error, FileNotFoundError):
            logger.warning("kept_file_unreadable", extra={"file": path.name, "why": str(error)})
        return None
    return found if isinstance(found, dict) else None
