"""Why a file cannot be shown, from where it is opened to where it is logged."""

from waitline.model.media import Trouble


class Unusable(Exception):
    """`why`: what the decoder or the disk said, for the log."""

    def __init__(self, trouble: Trouble, why: str) -> None:
        super().__init__(why)
        self.trouble = trouble
        self.why = why
