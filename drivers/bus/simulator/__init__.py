"""The other end of the cable: panels and keypads by their descriptions, on a pty, at the pace of the wire."""
