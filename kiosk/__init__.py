"""The visitor's screen: one or two touches to a number, and a slip."""
