"""Rehearsing recorded days: the world acts, the real hall decides, the database is asked for the scores."""
