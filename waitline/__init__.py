"""Waitline: the hall, its rules and its memory. Shared by the kiosk, the counter and the display."""
