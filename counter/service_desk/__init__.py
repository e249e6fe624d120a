"""The counter program at the service desk: numbers for visitors, love visitors led, no-shows brought back."""
