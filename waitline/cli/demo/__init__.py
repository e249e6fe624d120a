"""`waitline demo`: the whole hall on one screen, for a person to try or for an actor to prove."""
