"""What is said to somebody who signs in at one counter and is still signed in at another."""

from .errors import Refused


class SignedInElsewhere(Refused):
    """They may take this counter over from there. `since`: HH:MM; `label`: whoever is at that counter, or None."""

    zh = "{staff} 還登入在 {counter} 號櫃台（{since} 起），{doing_zh}"
    en = "{staff} is still signed in at counter {counter}, since {since}, {doing_en}"


class VisitorStays(SignedInElsewhere):
    """They may not: the visitor there cannot come along, since counter `to` does not take them."""

    zh = SignedInElsewhere.zh + "；{to} 號櫃台不能接著辦，請先在 {counter} 號櫃台完成或轉移"
    en = SignedInElsewhere.en + "; counter {to} cannot go on with it: finish or transfer there first"
