"""Slips on a thermal printer: profile, slip bytes, cable, status, job, and an emulator to live without one.

The command names in this package (``ESC @``, ``GS ( k`` ...) are those of Epson's ESC/POS command reference,
which most receipt printers follow; where a printer differs, its profile says so.
"""
