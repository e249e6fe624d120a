"""A clerk's whole day on a serial keypad and a counter panel: what a press means, what the panel answers.

One program without a window (`__main__.py`) owns the lines of an office and serves every counter on them.
Decisions are those of the clerk's other programs (`counter.flow`), through the same verbs (`counter.workplace`).
"""
