"""The parts of the board. Each shows what it is given and decides nothing."""
