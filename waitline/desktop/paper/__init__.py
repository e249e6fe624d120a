"""The paper that an emulated printer puts out, on the screen: a program of its own."""
