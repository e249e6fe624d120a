"""What a slip is beside the number, in the row of its print job: what stands there dies with the day."""

import json
from typing import Any, Final

from waitline.model.slip import CaseReceipt, Pending, SlipForm

_IN_ORDER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def form_json(form: SlipForm, receipt: CaseReceipt | None = None) -> str | None:
    """As the row's `detail` keeps it; None for the number itself. The form comes first."""
    if form is SlipForm.NUMBER:
        return None
    said: dict[str, Any] = {"form": str(form)}
    if receipt is not None:
        said["pending"] = None if receipt.pending is None else str(receipt.pending)
        said |= {name: getattr(receipt, name) for name in ("words", "due_at", "whole_day")}
    return _IN_ORDER.encode(said)


def form_of(detail: str | None) -> tuple[SlipForm, CaseReceipt | None]:
    """What `form_json` made; a cause of failure, which stands there too, is no JSON object."""
    if detail is None or not detail.startswith("{"):
        return SlipForm.NUMBER, None
    said: dict[str, Any] = json.loads(detail)
    form = SlipForm(said.pop("form"))
    if form is not SlipForm.RECEIPT or not said:
        return form, None
    pending = said.pop("pending")
    return form, CaseReceipt(pending=None if pending is None else Pending(pending), **said)


FORGOTTEN: Final = form_json(SlipForm.RECEIPT) or ""
"""A receipt of which nothing is kept but that there was one."""

ANY_RECEIPT: Final = FORGOTTEN.removesuffix("}") + "%"
"""SQL's pattern of every receipt."""
