"""The counter program at a back-line desk: stand by, be asked, come, and go back."""
