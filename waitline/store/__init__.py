"""The memory of the hall: the only place with SQL."""
