"""The kiosk's pages: each shows what it is given and says what the visitor wishes."""
