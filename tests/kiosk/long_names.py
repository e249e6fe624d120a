"""Long names as offices really write them, in five languages: brackets, lists, the full name of a matter."""

from dataclasses import replace

from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode

from .many_services import words

LONG_NAMES = {
    "BIRTH": (
        "出生登記（含姓名、原住民身分、及新生兒國籍認定）",
        "Birth registration (with name, indigenous status and nationality)",
        "Đăng ký khai sinh (gồm họ tên, thân phận người bản địa và quốc tịch)",
        "Pendaftaran kelahiran (termasuk nama, status penduduk asli dan kewarganegaraan)",
        "แจ้งเกิด (รวมชื่อ สถานะชนพื้นเมือง และสัญชาติของทารก)",
    ),
    "MOVEIN": (
        "遷入登記（含戶長變更、住址變更及門牌證明）",
        "Moving in (with change of head of household and of address)",
        "Đăng ký chuyển đến (gồm thay đổi chủ hộ và địa chỉ)",
        "Pendaftaran pindah masuk (termasuk kepala keluarga dan alamat)",
        "แจ้งย้ายเข้า (รวมเปลี่ยนเจ้าบ้านและที่อยู่)",
    ),
    "GUARD": (
        "未成年子女監護、輔助宣告及撤銷登記",
        "Guardianship of minors and its withdrawal",
        "Đăng ký giám hộ và hủy giám hộ trẻ em",
        "Perwalian anak dan pencabutannya",
        "จดทะเบียน\u200bผู้ปกครอง\u200bของ\u200bผู้เยาว์\u200bและ\u200bการ\u200bเพิกถอน",
    ),
    "TRANS": (
        "戶籍謄本（現戶、除戶、日據時期，含英文版）",
        "Household transcript (present, former, before 1946, in English)",
        "Bản sao hộ tịch (hiện tại, cũ, trước 1946, tiếng Anh)",
        "Salinan kartu keluarga (sekarang, lama, sebelum 1946, bahasa Inggris)",
        "สำเนาทะเบียนบ้าน (ปัจจุบัน เดิม ก่อน 1946 ภาษาอังกฤษ)",
    ),
}


def with_long_names(office: OfficeSetup) -> OfficeSetup:
    """The same services under the names that a thorough office gives them."""
    long = {ServiceCode(code): words(*names) for code, names in LONG_NAMES.items()}
    services = (replace(one, names=long.get(one.code, one.names)) for one in office.services)
    return replace(office, services=tuple(services))
