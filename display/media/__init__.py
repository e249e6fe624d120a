"""Pictures and videos beside the calls: which is shown when, what decodes them, their place on the wall."""
