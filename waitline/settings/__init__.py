"""The office file: reading it, and saying in words what is wrong with it."""
