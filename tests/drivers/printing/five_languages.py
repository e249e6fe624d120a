"""An ordinary slip of an office that speaks five languages."""

from drivers.printing.slip import SlipContent
from tests.drivers.printing.conftest import slip
from waitline.model.forecast import WaitRange
from waitline.model.words import Words


def words(zh: str, en: str, vi: str, indonesian: str, th: str) -> Words:
    return Words(zh=zh, en=en, more=(("vi", vi), ("id", indonesian), ("th", th)))


OFFICE = words(
    "中正戶政事務所",
    "Household Registration Office",
    "Văn phòng đăng ký hộ tịch Trung Chính",
    "Kantor Pendaftaran Rumah Tangga",
    "สำนักงานทะเบียนราษฎร",
)
SERVICE = words("戶籍謄本", "Household transcript", "Bản sao hộ tịch", "Salinan kartu keluarga", "สำเนาทะเบียนบ้าน")
PAPERS = words(
    "身分證、印章；代辦加委託書",
    "ID card, seal; for somebody else: letter of authorization",
    "căn cước, con dấu; làm thay: giấy ủy quyền",
    "KTP, stempel; jika diwakilkan: surat kuasa",
    "บัตรประจำตัว ตราประทับ หากทำแทน: หนังสือมอบอำนาจ",
)
HOUSE = words(
    "過號請洽服務台，謝謝",
    "Missed it? Ask at the service desk.",
    "Lỡ số? Xin hỏi quầy dịch vụ.",
    "Terlewat? Hubungi meja layanan.",
    "หากเลยคิว โปรดติดต่อโต๊ะบริการ",
)
WAIT = WaitRange(25, 35)


def slip_in(language: str, **changes: object) -> SlipContent:
    everything = {"office": OFFICE, "service": SERVICE, "papers": PAPERS, "house_text": HOUSE, "wait": WAIT}
    return slip(**{**everything, "qr": "A001 2026-11-26 09:41", "language": language, **changes})
