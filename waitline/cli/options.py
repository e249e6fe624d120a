"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Office = Annotated[
    Path | None,
    typer.Option(
        help="機關資料夾或 office.toml · the office's folder or its office.toml (default: this user's own)",
        show_default=False,
    ),
]
Json = Annotated[
    Path | None,
    typer.Option("--json", help="結果另存為 JSON · write the result to this file too", show_default=False),
]
