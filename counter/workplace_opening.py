"""Opening an office's workplace: slow to load and slow to connect, so never on a screen's own thread."""

from typing import TYPE_CHECKING

from waitline.model.errors import WaitlineError
from waitline.settings.office_folder import OfficeFolder

if TYPE_CHECKING:
    from .workplace import Workplace


def open_workplace(office: OfficeFolder) -> "Workplace":
    """Raises what `check_version` and a lost database raise; asked again until it works."""
    from waitline.store.engine import Store  # noqa: PLC0415 - half the start would be SQL's
    from waitline.store.migrate import check_version  # noqa: PLC0415 - as above

    from .workplace import Workplace  # noqa: PLC0415 - as above

    store = Store(office.database_url, office.office_id)
    try:
        check_version(store.engine)
    except WaitlineError:
        store.close()
        raise
    return Workplace(store)
