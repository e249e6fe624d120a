"""The small screen over one counter."""
