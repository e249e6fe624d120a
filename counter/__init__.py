"""The clerk's program: a slim bar and a full console, two sizes of one thing."""
