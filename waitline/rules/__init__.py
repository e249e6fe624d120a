"""Pure decisions over nouns: no I/O, no clock of their own."""
