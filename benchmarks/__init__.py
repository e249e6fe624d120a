"""What the program exists for, measured as ratios in one run: ``./run bench``."""
