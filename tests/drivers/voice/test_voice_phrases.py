"""What the hall says, for every number and counter, in every language that has a phrase file."""

import re
import string
from itertools import chain

import pytest

from drivers.voice.errors import BadPhraseFile, UnknownLanguage, Unspeakable
from drivers.voice.phrasebook import PHRASES, languages_with_phrases, phrasebook, read_phrasebook
from drivers.voice.phrases import Token, call_text, speak_call, speak_label, whole_sentence
from tests.drivers.voice.said_by_hand import BY_HAND
from waitline.assets import asset

PLAIN = tuple(str(number) for number in range(1, 1000))
LETTERED = tuple(f"{letter}{number:03d}" for letter in string.ascii_uppercase for number in range(1, 1000))
COUNTERS = tuple(str(counter) for counter in range(1, 21))


def heard(tokens: tuple[Token, ...], between: str) -> str:
    return "".join((("," if t.breath else between) if i else "") + t.text for i, t in enumerate(tokens))


def said_aloud(text: str, language: str) -> str:
    """What is heard in a clip: 台語 and 客語 write the characters first, and then how they are said."""
    return text.split(" ", 1)[-1] if language in {"nan-TW", "hak-TW"} else text


@pytest.mark.parametrize("language", BY_HAND)
def test_every_number_goes_to_every_counter(language: str) -> None:
    """1 to 999 and A001 to Z999 at twenty counters, against what was written by hand."""
    by_hand = BY_HAND[language]
    aloud = {text: said_aloud(text, language) for text in phrasebook(language).clips.values()}
    endings = {counter: by_hand.label(counter) for counter in COUNTERS}
    for number in chain(PLAIN, LETTERED):
        whole = by_hand.sentence.format(by_hand.label(number), "{}")
        for counter, ending in endings.items():
            said, between = "", ""
            for token in speak_call(number, counter, language, False):
                said += ("," if token.breath else between) + aloud[token.text]
                between = by_hand.between
            assert said == whole.replace("{}", ending)


@pytest.mark.parametrize(
    ("number", "counter", "said"),
    [
        ("A001", "3", "A零零一號,請到三號櫃台"),
        ("2", "2", "二號,請到二號櫃台"),
        ("12", "12", "十二號,請到十二號櫃台"),
        ("22", "20", "二十二號,請到二十號櫃台"),
        ("200", "1", "兩百號,請到一號櫃台"),
        ("202", "1", "兩百零二號,請到一號櫃台"),
        ("112", "1", "一百一十二號,請到一號櫃台"),
        ("0379", "10", "零三七九號,請到十號櫃台"),
        ("2023", "4", "二零二三號,請到四號櫃台"),
        ("901", "4", "九百零一號,請到四號櫃台"),
        ("A-12", "4", "A一二號,請到四號櫃台"),
        ("b007", "4", "B零零七號,請到四號櫃台"),
    ],
)
def test_mandarin_is_said_as_in_taiwan(number: str, counter: str, said: str) -> None:
    assert heard(speak_call(number, counter, "zh-TW", False), "") == said


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("vi", "5", "năm"),
        ("vi", "15", "mười lăm"),
        ("vi", "21", "hai mươi mốt"),
        ("vi", "54", "năm mươi bốn"),
        ("vi", "105", "một trăm linh năm"),
        ("vi", "110", "một trăm mười"),
        ("vi", "995", "chín trăm chín mươi lăm"),
        ("vi", "A012", "A không một hai"),
        ("id", "0", "nol"),
        ("id", "11", "sebelas"),
        ("id", "19", "sembilan belas"),
        ("id", "20", "dua puluh"),
        ("id", "100", "seratus"),
        ("id", "111", "seratus sebelas"),
        ("id", "352", "tiga ratus lima puluh dua"),
        ("id", "A012", "A nol satu dua"),
    ],
)
def test_vietnamese_and_indonesian_numbers(language: str, number: str, said: str) -> None:
    assert " ".join(token.text for token in speak_label(number, language)) == said


@pytest.mark.parametrize("language", ["vi", "id"])
def test_every_number_can_be_said_at_every_counter(language: str) -> None:
    said = {speak_call(number, "12", language, False) for number in (*PLAIN, *LETTERED)}
    assert len(said) == len(PLAIN) + len(LETTERED), "no two numbers sound alike"


def test_the_short_form_says_number_and_counter() -> None:
    assert heard(speak_call("A001", "3", "zh-TW", True), "") == "A零零一號,三號櫃台"
    assert heard(speak_call("A001", "3", "en", True), " ") == "A zero zero one,counter three"


def test_the_screen_writes_the_sentence_the_voice_says() -> None:
    assert call_text("A001", "3", "zh-TW", False) == "A001 號，請到 3 號櫃台"
    assert call_text("A001", "3", "en", False) == "Number A 0 0 1, please go to counter 3"
    assert call_text("123", "3", "en", True) == "123, counter 3"


def test_a_whole_sentence_spells_for_the_engine_what_it_would_misread() -> None:
    tokens = speak_call("A100", "100", "zh-TW", False)
    assert whole_sentence(tokens, phrasebook("zh-TW"), "espeak") == "ei1 一 零 零 號, 請到 yi4 bai3 號櫃台"
    assert whole_sentence(tokens, phrasebook("zh-TW"), "sapi5") == "A一零零號, 請到一百號櫃台"


@pytest.mark.parametrize("label", ["", "愛心", "A@1", "-1", "1-", "１２", "A\n1"])
def test_what_cannot_be_said_is_refused_in_words(label: str) -> None:
    with pytest.raises(Unspeakable) as refused:
        speak_call(label, "3", "zh-TW", False)
    assert refused.value.words.zh.endswith("唸不出來")


@pytest.mark.parametrize("language", ["th", "ko", "../zh-TW", ""])
def test_a_language_without_phrases_is_refused_by_name(language: str) -> None:
    with pytest.raises(UnknownLanguage):
        speak_call("A001", "3", language, False)


@pytest.mark.parametrize("language", languages_with_phrases())
def test_every_language_has_a_clip_for_every_sign_and_says_who_checked_it(language: str) -> None:
    book = phrasebook(language)
    assert book.language == language
    assert set(string.ascii_uppercase + string.digits) | set(book.signs.values()) <= set(book.clips)
    assert isinstance(book.checked_by_native_speaker, bool)
    assert len({clip.lower() for clip in book.clips}) == len(book.clips), "clips are file names, also on Windows"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('hao = "號"', ""),
        ('"10 >"', '"ten >"'),
        ('100 = "100 >after-hundred"', '100 = "100 >afterwards"'),
        ('language = "zh-TW"', ""),
        ('heard]\nhao = "XAu51"', 'heard]\nhao = "("'),
        ("rate = 160", 'rate = "quick"'),
        ("[clips]", "[clips"),
    ],
)
def test_a_broken_phrase_file_is_refused_when_it_is_read(tmp_path, before: str, after: str) -> None:
    text = (PHRASES / "zh-TW.toml").read_text(encoding="utf-8")
    assert before in text
    text = text.replace(before, after, 1)
    broken = tmp_path / "zh-TW.toml"
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(BadPhraseFile) as refused:
        read_phrasebook(broken)
    assert "zh-TW.toml" in refused.value.words.zh


def test_a_language_may_read_codes_with_other_words_than_quantities(tmp_path) -> None:
    text = (PHRASES / "zh-TW.toml").read_text(encoding="utf-8")
    text = text.replace("[clips]\n", '[signs]\n1 = "code-1"\n\n[clips]\ncode-1 = "么"\n', 1)
    other = tmp_path / "other.toml"
    other.write_text(text, encoding="utf-8")
    assert read_phrasebook(other).signs == {"1": "code-1"}
    other.write_text(text.replace('code-1 = "么"', ""), encoding="utf-8")
    with pytest.raises(BadPhraseFile):
        read_phrasebook(other)


@pytest.mark.parametrize(
    ("language", "number", "counter", "said"),
    [
        ("nan-TW", "A345", "3", "A 三 sam 四 sù 五 ngóo 號 hō,請到 tshiánn kàu 三 sann 號櫃台 hō kuī-tâi"),
        (
            "nan-TW",
            "689",
            "12",
            "六百 la̍k-pah 八十 peh-tsa̍p 九 káu 號 hō,請到 tshiánn kàu 十 tsa̍p 二 jī 號櫃台 hō kuī-tâi",
        ),
        ("nan-TW", "A345", "3A", "A 三 sam 四 sù 五 ngóo 號 hō,請到 tshiánn kàu 三 sann A 號櫃台 hō kuī-tâi"),
        ("nan-TW", "3", "B-49", "三 sann 號 hō,請到 tshiánn kàu B 四 sì 九 káu 號櫃台 hō kuī-tâi"),
        ("nan-TW", "B012", "7", "B 空 khòng 一 it 二 jī 號 hō,請到 tshiánn kàu 七 tshit 號櫃台 hō kuī-tâi"),
        (
            "hak-TW",
            "A345",
            "3",
            "A 三 sam24 四 xi55 五 ng31 號 ho55,請到 qiang31 do55 三 sam24 號櫃台 ho55 gui55 toi11",
        ),
        (
            "hak-TW",
            "110",
            "4",
            "一百 id2 bag2 一十 id2 siib5 號 ho55,請到 qiang31 do55 四 xi55 號櫃台 ho55 gui55 toi11",
        ),
    ],
)
def test_taiwanese_reads_codes_in_the_literary_way_and_hakka_does_not(language, number, counter, said) -> None:
    assert heard(speak_call(number, counter, language, False), " ") == said


@pytest.mark.parametrize(("language", "name"), [("vi", "越文"), ("id", "印尼文"), ("th", "泰文")])
def test_the_sample_office_file_says_which_languages_are_spoken(language: str, name: str) -> None:
    sample = asset("sample", "office.toml").read_text(encoding="utf-8")
    remark = sample.partition("\nvoice = ")[2].splitlines()[0]
    told = [clause for clause in re.split("[，；]", remark) if name in clause]
    assert told
    assert all(("不廣播" in clause) is (language not in languages_with_phrases()) for clause in told)
