"""The hall's screen and voice."""
