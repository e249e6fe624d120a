"""How long nobody has touched the computer, whatever program had the focus."""
