"""Keys of the keyboard that reach us whatever window has the focus, and nobody else meanwhile."""
