"""The accessible profile: keys, large page, spoken guide."""
