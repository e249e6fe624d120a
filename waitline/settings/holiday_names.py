"""What Taiwan's public holidays are called in Vietnamese, Indonesian and Thai.

The `holidays` library knows neither of the first two; its Thai stands here again with its words marked, so that a
line is broken between them. All three await checking by native speakers.
"""

from collections.abc import Iterable
from typing import Final

LANGUAGES: Final = ("vi", "id", "th")
ANY: Final = ("Ngày nghỉ lễ", "Hari libur nasional", "วันหยุดราชการ")
"""For a day that is not known here by its English name."""
OBSERVED: Final = ("{name} (nghỉ bù)", "{name} (libur pengganti)", "ชดเชย|{name}")
_OBSERVED_EN: Final = " (observed)"
_MARK: Final = ("|", "\u200b")
"""A line may end here, as it is written below and as it is shown."""

NAMES: Final = {
    "Founding Day of the Republic of China": (
        "Ngày thành lập Trung Hoa Dân Quốc",
        "Hari Berdirinya Republik Tiongkok",
        "วันสถาปนา|สาธารณรัฐจีน|(ไต้หวัน)",
    ),
    "Chinese New Year's Eve": (
        "Giao thừa Tết Nguyên đán",
        "Malam Tahun Baru Imlek",
        "วันก่อน|วันตรุษจีน",
    ),
    "Chinese New Year": (
        "Tết Nguyên đán",
        "Tahun Baru Imlek",
        "วันตรุษจีน",
    ),
    "Peace Memorial Day": (
        "Ngày Tưởng niệm Hòa bình",
        "Hari Peringatan Perdamaian",
        "วันรำลึก|สันติภาพ",
    ),
    "Children's Day": (
        "Ngày Thiếu nhi",
        "Hari Anak",
        "วันเด็กแห่งชาติ",
    ),
    "Tomb-Sweeping Day": (
        "Tết Thanh minh",
        "Hari Ziarah Makam (Qingming)",
        "วันเช็งเม้ง",
    ),
    "Labor Day": (
        "Ngày Quốc tế Lao động",
        "Hari Buruh",
        "วันแรงงาน",
    ),
    "Dragon Boat Festival": (
        "Tết Đoan ngọ",
        "Festival Perahu Naga",
        "วันไหว้บ๊ะจ่าง",
    ),
    "Mid-Autumn Festival": (
        "Tết Trung thu",
        "Festival Pertengahan Musim Gugur",
        "วันไหว้พระจันทร์",
    ),
    "Confucius' Birthday": (
        "Ngày sinh Khổng Tử",
        "Hari Lahir Konfusius",
        "วันขงจื๊อ",
    ),
    "National Day": (
        "Ngày Quốc khánh",
        "Hari Nasional",
        "วันชาติ|สาธารณรัฐจีน|(ไต้หวัน)",
    ),
    "Taiwan Restoration and Guningtou Victory Memorial Day": (
        "Ngày Quang phục Đài Loan và Chiến thắng Cổ Ninh Đầu",
        "Hari Pemulihan Taiwan dan Kemenangan Guningtou",
        "วันรำลึก|การทวงคืน|ไต้หวัน|และชัยชนะ|ยุทธการ|กู่หนิงโถว",
    ),
    "Constitution Day": (
        "Ngày Hiến pháp",
        "Hari Konstitusi",
        "วันรัฐธรรมนูญ",
    ),
}


def in_further_languages(english: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The day that has these English names (two may fall on one), by language."""
    days = list(english)
    return tuple(
        (language, ", ".join(dict.fromkeys(_name(day, place) for day in days)))
        for place, language in enumerate(LANGUAGES)
    )


def _name(english: str, place: int) -> str:
    known = NAMES.get(english.removesuffix(_OBSERVED_EN))
    if known is None:
        return ANY[place]
    name = OBSERVED[place].format(name=known[place]) if english.endswith(_OBSERVED_EN) else known[place]
    return name.replace(*_MARK)
