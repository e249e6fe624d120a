"""What screens read: frozen, each with the journal position it is true at."""
