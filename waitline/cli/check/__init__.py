"""`waitline check`: everything read once, and what is right or wrong said in words."""
