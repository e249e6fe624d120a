"""The recording room: an office records its own 台語 or 客語, clip by clip."""
