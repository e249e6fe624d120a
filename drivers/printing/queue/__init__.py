"""The print queue of one printer: the office's jobs, its own thread, every slip once, a copy only marked as one.

Whoever has a printer on its cable works its queue with `SlipPrinter`: a kiosk, a counter, the service desk. It
knows the office by `SlipOffice` only: no Qt, no SQL.
"""
