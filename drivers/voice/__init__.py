"""The hall's voice: from a call to one sound file, in the languages whose voice can be trusted."""
