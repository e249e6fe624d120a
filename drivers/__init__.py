"""Things with cables: printers, voices, panels, keypads. No Qt, no SQL; a device library stays with its driver."""
