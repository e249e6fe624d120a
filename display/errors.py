"""What can go wrong with a display, worded for whoever puts it up."""

from waitline.model.errors import Refused


class UnknownDisplay(Refused):
    zh = "設定檔沒有「{display}」這個看板；現有：{known}"
    en = "The office file has no display {display}; there are: {known}"
