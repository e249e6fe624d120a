"""A receipt printer made of software: real ESC/POS bytes in through a pty, answers out, the slip as a picture.

`rom` letters, `paper` what is burnt on it, `interpreter` the commands, `sensors` paper, cover, cutter and faults,
`machine` buffer, flow control and real-time commands, `device` the pty, `__main__` the printer as a process.
"""
