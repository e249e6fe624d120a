import pytest

from drivers.printing.errors import BadProfile, UnknownProfile
from drivers.printing.profile import Cutter, Encoding, Flow, Profile, load_profile, shipped_profiles


def test_every_shipped_profile_loads_and_is_named_in_two_languages():
    profiles = [load_profile(name) for name in shipped_profiles()]
    assert {profile.encoding for profile in profiles} == set(Encoding)
    assert {profile.dots for profile in profiles} == {576, 512, 432, 384, 640}
    assert all(profile.title_zh and profile.title_en for profile in profiles)


def test_a_profile_is_read_from_its_file(tmp_path):
    file = tmp_path / "ours.toml"
    file.write_text('encoding = "gb18030"\ndots = 640\ncutter = "full"\nflow = "rtscts"\nbaud = 115200\n', "utf-8")
    profile = load_profile(str(file))
    assert (profile.name, profile.encoding, profile.dots) == ("ours", Encoding.GB18030, 640)
    assert (profile.cutter, profile.flow, profile.baud) == (Cutter.FULL, Flow.RTSCTS, 115200)


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ('encoding = "latin1"', "big5、cp950、gb18030、picture", "encoding = 'latin1' will not do"),
        ("dots = 600", "384、432、512、576、640", "dots = 600"),
        ("baud = 9601", "9600、19200", "baud = 9601"),
        ("baud = true", "9600、19200", "baud = True"),
        ('flow = "dsrdtr"', "none、xonxoff、rtscts", "flow = 'dsrdtr'"),
        ("smoothing = 1", "smoothing 應為 true 或 false", "smoothing must be true or false"),
        ("colour = 2", "不認得「colour」", "unknown key colour"),
        ("answers = false", "confirmation 必須是 none", "confirmation must be none"),
        ("dots = ", "不是正確的 TOML", "is not TOML"),
    ],
)
def test_a_bad_profile_is_refused_with_its_file_and_the_reason(tmp_path, line, zh, en):
    file = tmp_path / "ours.toml"
    file.write_text(line, "utf-8")
    with pytest.raises(BadProfile) as refused:
        load_profile(str(file))
    assert zh in refused.value.words.zh
    assert en in refused.value.words.en
    assert str(file) in refused.value.words.zh


def test_an_unknown_profile_is_answered_with_the_ones_there_are():
    with pytest.raises(UnknownProfile) as refused:
        load_profile("laser-a4")
    assert "laser-a4" in refused.value.words.zh
    assert "big5-80mm" in refused.value.words.en


def test_an_office_sets_its_own_baud_rate_over_a_shipped_profile():
    profile = load_profile("big5-80mm").with_settings(baud=19200, flow="rtscts")
    assert (profile.name, profile.baud, profile.flow) == ("big5-80mm", 19200, Flow.RTSCTS)
    with pytest.raises(BadProfile):
        profile.with_settings(baud=1200)


@pytest.mark.parametrize(("dpi", "millimetres", "dots"), [(203, 15.0, 120), (180, 15.0, 107), (203, 20.0, 160)])
def test_a_length_in_millimetres_is_never_rounded_down(dpi, millimetres, dots):
    assert Profile(name="p", dpi=dpi).dots_for(millimetres) == dots
