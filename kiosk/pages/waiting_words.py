"""How many are ahead, and how long it will take where the office announces that: the same words on every page."""

from PySide6.QtCore import QObject

from waitline.model.forecast import LONG_MINUTES, WaitRange


class WaitingWords(QObject):
    """Each text in both languages, as `tongue.both` takes them apart."""

    def ahead(self, ahead: int | None) -> str:
        """People ahead."""
        if ahead is None:
            return self.tr("號碼已保留，依取號時間叫號")
        return self.tr("前面沒有人等候") if ahead == 0 else self.tr("前面還有 %n 人", "", ahead)

    def wait(self, wait: WaitRange | None) -> str:
        """About so many minutes; nothing where the office announces nothing, and for whom is called at once."""
        if wait is None or not wait.most:
            return ""
        if wait.is_long:
            return _with_minutes(self.tr("要等超過 {long} 分"), wait)
        return _with_minutes(
            self.tr("約等 {least}–{most} 分") if wait.least else self.tr("約等 {most} 分以內"), wait
        )

    def question(self, ahead: int, wait: WaitRange | None) -> str:
        """Whether a number is wanted though so many are ahead."""
        if wait is None or not wait.most:
            return self.tr("前面還有 %n 人，要取號嗎？", "", ahead)
        if wait.is_long:
            return _with_minutes(self.tr("前面還有 %n 人，要等超過 {long} 分，要取號嗎？", "", ahead), wait)
        if not wait.least:
            return _with_minutes(self.tr("前面還有 %n 人，約等 {most} 分以內，要取號嗎？", "", ahead), wait)
        return _with_minutes(self.tr("前面還有 %n 人，約等 {least}–{most} 分，要取號嗎？", "", ahead), wait)


def _with_minutes(text: str, wait: WaitRange) -> str:
    minutes = {"{least}": wait.least, "{most}": wait.most, "{long}": LONG_MINUTES}
    for place, figure in minutes.items():
        text = text.replace(place, str(figure))
    return text
