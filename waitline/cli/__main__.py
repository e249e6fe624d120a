"""The `waitline` command."""

import io
import logging
import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from waitline.assets import AssetMissing
from waitline.logs import start_logs
from waitline.model.errors import WaitlineError
from waitline.model.office_errors import BadOfficeFile
from waitline.model.words import Words

from .audit import audit
from .check.command import check
from .demo.command import demo
from .exits import Exit, exit_for
from .init import init
from .reasons import words_with_reason
from .rehearse.command import rehearse
from .saying import Language, Speaker, language_of_terminal
from .set_pin import set_pin

logger = logging.getLogger(__name__)

_EPILOG: Final = (
    "結束代碼 · Exit codes: 0 正常 all well; 1 檢查或稽核不通過 check or audit says no; 2 用法錯誤 wrong usage; "
    "3 檔案有誤 bad file; 4 資料庫問題 database trouble; 5 不允許 refused; 70 程式錯誤 program fault"
)

app = typer.Typer(
    help="Waitline 叫號系統 · queue ticketing for public offices",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (init, check, audit, set_pin, rehearse, demo):
    app.command(short_help=command.__doc__)(command)  # else cut off in the list


@app.callback()
def _begin(
    context: typer.Context,
    language: Annotated[
        Language | None, typer.Option(help="說中文或英文 · speak Chinese or English (default: the locale's)")
    ] = None,
) -> None:
    context.obj = Speaker(language=language or language_of_terminal())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; every outcome is an exit code and words, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of another code page loses a sign, not the message
    told = list(sys.argv[1:] if arguments is None else arguments)
    with start_logs("waitline", to_stderr=False):
        return int(_run(told))


def _run(arguments: list[str]) -> int:
    speaker = _speaker_for(arguments)
    try:
        app(arguments, prog_name="waitline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.WELL
    except KeyboardInterrupt:
        return Exit.STOPPED
    except Exception as error:  # noqa: BLE001 - the command's edge: it reports
        return _told(error, speaker)
    return Exit.WELL


def _told(error: Exception, speaker: Speaker) -> Exit:
    """Say what went wrong; the code it ends with."""
    match error:
        case WaitlineError():
            logger.warning("command_refused", extra={"error": type(error).__name__}, exc_info=error)
            for fault in error.faults if isinstance(error, BadOfficeFile) else (error,):
                speaker.complain(words_with_reason(fault))
            return exit_for(error)
        case AssetMissing():
            logger.error("asset_missing", extra={"path": str(error.path)})
            speaker.complain(
                Words(
                    zh=f"安裝不完整，請重新安裝 Waitline（缺少 {error.path}）",
                    en=f"The installation is damaged; install Waitline again ({error})",
                )
            )
            return Exit.BAD_FILE
        case OSError():
            logger.warning("file_unusable", exc_info=error)
            place, cause = error.filename or "–", error.strerror or str(error)
            speaker.complain(Words(zh=f"無法使用 {place}（{cause}）", en=f"{place} cannot be used ({cause})"))
            return Exit.BAD_FILE
        case _:
            logger.error("command_failed", exc_info=error)
            speaker.complain(
                Words(zh="程式發生錯誤，原因已寫入記錄檔", en="The program failed; the log has the cause")
            )
            return Exit.FAULT


def _speaker_for(arguments: list[str]) -> Speaker:
    """The language asked for, known before anything is parsed, for whatever goes wrong."""
    for place, word in enumerate(arguments):
        asked = word.removeprefix("--language=") if "=" in word else "".join(arguments[place + 1 : place + 2])
        if word.startswith("--language") and asked in {language.value for language in Language}:
            return Speaker(language=Language(asked))
    return Speaker(language=language_of_terminal())


if __name__ == "__main__":
    raise SystemExit(main())
