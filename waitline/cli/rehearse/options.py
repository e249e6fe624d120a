"""What may be said after `waitline rehearse`."""

from pathlib import Path
from typing import Annotated

import typer

from waitline.model.office import ReserveSwitch

Days = Annotated[
    list[Path] | None,
    typer.Argument(help="資料夾，內有 visitors.csv、counters.csv、meta.json · folders of recorded days"),
]
Database = Annotated[
    str | None, typer.Option(help="留下資料庫 · keep the database here (default: a temporary SQLite file)")
]
Reserve = Annotated[
    ReserveSwitch, typer.Option(help="保留一個空櫃台給愛心號 · keep a free counter for love visitors")
]
BackLine = Annotated[
    bool,
    typer.Option("--back-line/--no-back-line", help="後線人員支援 · the back line comes when the hall fills up"),
]
Learn = Annotated[
    list[Path] | None,
    typer.Option(
        help="先排練這些日子，預估等候時間才有經驗 · play these days first, so that estimates have a past"
    ),
]
LoveUnknown = Annotated[
    bool,
    typer.Option(
        "--love-unknown",
        help="愛心號都不先說要辦什麼，到櫃台才問 · no love visitor says what for before the counter asks",
    ),
]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        help="改一件事再排練一次，兩天並列；可重複，如「櫃台 14 開放 10:00-12:00 比照 3」 · change one thing, play"
        ' the day again, and see both side by side; may be repeated: "counter 14 open 10:00-12:00 like 3"'
    ),
]
ScoresOnly = Annotated[
    bool, typer.Option("--scores-only", help="只由資料庫計分 · score what is in --database, play nothing")
]
