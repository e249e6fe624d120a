"""Which language the command speaks when nobody says."""

import pytest

from waitline.cli.saying import Language, language_of_terminal


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_TW.UTF-8"}, Language.CHINESE),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, Language.CHINESE),
        ({"LANG": "zh_TW.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, Language.ENGLISH),
        ({"LANG": "C.UTF-8"}, Language.ENGLISH),
        ({"LC_ALL": "", "LANG": "zh_TW"}, Language.CHINESE),
    ],
)
def test_the_terminals_locale_chooses_the_language(environment, language):
    assert language_of_terminal(environment) is language
