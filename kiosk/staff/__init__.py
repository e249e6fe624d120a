"""What only the staff see of a kiosk: behind a corner held for three seconds, and a PIN."""
