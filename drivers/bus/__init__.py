"""Counter panels and clerks' keypads on a serial line: what they say is data, who speaks when is one thread.

A panel or keypad is a description file (`description.py`); its frames are read and made by `layout.py`; `bus.py`
owns the port. `simulator/` is the other end of the cable, on a pty, with its faults.
"""
