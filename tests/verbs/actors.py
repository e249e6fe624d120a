"""Everybody who does things in the hall: each verb is one of theirs."""

from typing import Final

from waitline.verbs.back_line import BackLineSupport
from waitline.verbs.calling import Calling
from waitline.verbs.case_helping import CaseHelping
from waitline.verbs.devices import Devices
from waitline.verbs.floor import Floor
from waitline.verbs.handing_over import HandingOver
from waitline.verbs.learning import Learning
from waitline.verbs.performing import Actor
from waitline.verbs.printing import PrintDesk
from waitline.verbs.receipts import Receipts
from waitline.verbs.reception import Reception
from waitline.verbs.service_desk import ServiceDesk
from waitline.verbs.settling import Settling

ACTORS: Final[tuple[type[Actor], ...]] = (
    Reception,
    HandingOver,
    Calling,
    Receipts,
    Settling,
    Floor,
    PrintDesk,
    Devices,
    BackLineSupport,
    CaseHelping,
    Learning,
    ServiceDesk,
)
