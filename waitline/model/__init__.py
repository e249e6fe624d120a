"""The nouns of the hall: frozen values, standard library only."""
