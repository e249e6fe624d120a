"""A kiosk that cannot reach its office goes on: numbers of its own range, kept in a spool, handed over later.

`Outpost` is the whole of it as the rest of the kiosk sees it.
"""
