"""A kiosk out of touch."""
