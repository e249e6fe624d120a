"""Things with cables: printers, voices, panels, keypads. No Qt and no SQL; device libraries stay with their driver."""
