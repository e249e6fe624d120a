"""Help with a case on the screen: asked at a counter, answered wherever somebody works with this program."""
