"""The kiosk for one visitor who sees little or nothing, sits low, or uses four keys."""
