"""Thirty services as a large office has them, in five languages, in groups; and more of them for counting."""

from dataclasses import replace

from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, NumberSeries, SeriesCode, Service, ServiceCode, ServiceGroup
from waitline.model.words import Words

from .offices import an_office

GROUPS = (
    (
        "PAPERS",
        "謄本與證明",
        "Transcripts and certificates",
        "Bản sao và chứng nhận",
        "Salinan dan surat keterangan",
        "สำเนาและหนังสือรับรอง",
        "transcript",
    ),
    (
        "FAMILY",
        "出生・結婚・離婚・死亡",
        "Birth, marriage, divorce, death",
        "Khai sinh, kết hôn, ly hôn, khai tử",
        "Kelahiran, pernikahan, perceraian, kematian",
        "เกิด สมรส หย่า ตาย",
        "people",
    ),
    (
        "MOVING",
        "遷徙與門牌",
        "Moving and house numbers",
        "Chuyển hộ khẩu và số nhà",
        "Pindah dan nomor rumah",
        "ย้ายที่อยู่และเลขที่บ้าน",
        "household",
    ),
    (
        "PERSON",
        "身分與姓名",
        "Identity and names",
        "Thân phận và họ tên",
        "Identitas dan nama",
        "สถานะและชื่อ",
        "id_card",
    ),
)  # fmt: skip - a table

SERVICES = (
    (
        "TRANS",
        "PAPERS",
        "戶籍謄本",
        "Household transcript",
        "Bản sao hộ tịch",
        "Salinan kartu keluarga",
        "สำเนาทะเบียนบ้าน",
        "transcript",
    ),
    (
        "BOOK",
        "PAPERS",
        "戶口名簿",
        "Household certificate",
        "Sổ hộ khẩu",
        "Kartu keluarga",
        "สมุดทะเบียนบ้าน",
        "registration",
    ),
    (
        "ENGLISH",
        "PAPERS",
        "英文戶籍謄本",
        "Transcript in English",
        "Bản sao hộ tịch tiếng Anh",
        "Salinan dalam bahasa Inggris",
        "สำเนาทะเบียนบ้านภาษาอังกฤษ",
        "language",
    ),
    (
        "SEAL",
        "PAPERS",
        "印鑑登記・證明",
        "Seal registration",
        "Đăng ký con dấu",
        "Pendaftaran stempel",
        "จดทะเบียนตราประทับ",
        "seal",
    ),
    (
        "CERT",
        "PAPERS",
        "自然人憑證",
        "Citizen digital certificate",
        "Chứng thư số công dân",
        "Sertifikat digital warga",
        "ใบรับรองดิจิทัลประชาชน",
        "certificate",
    ),
    (
        "MARPAPER",
        "PAPERS",
        "結婚證明書",
        "Marriage certificate",
        "Giấy chứng nhận kết hôn",
        "Akta nikah",
        "ใบรับรองการสมรส",
        "certificate",
    ),
    (
        "KIN",
        "PAPERS",
        "親等關聯資料",
        "Proof of kinship",
        "Chứng nhận thân nhân",
        "Bukti kekerabatan",
        "หลักฐานความเป็นญาติ",
        "people",
    ),
    (
        "OLDBOOK",
        "PAPERS",
        "日據時期戶籍謄本",
        "Transcript before 1946",
        "Bản sao hộ tịch trước 1946",
        "Salinan sebelum 1946",
        "สำเนาทะเบียนก่อน 1946",
        "transcript",
    ),
    (
        "BIRTH",
        "FAMILY",
        "出生登記",
        "Birth registration",
        "Đăng ký khai sinh",
        "Pendaftaran kelahiran",
        "แจ้งเกิด",
        "infant",
    ),
    (
        "MARRY",
        "FAMILY",
        "結婚登記",
        "Marriage registration",
        "Đăng ký kết hôn",
        "Pendaftaran pernikahan",
        "จดทะเบียนสมรส",
        "people",
    ),
    (
        "DIVORCE",
        "FAMILY",
        "離婚登記",
        "Divorce registration",
        "Đăng ký ly hôn",
        "Pendaftaran perceraian",
        "จดทะเบียนหย่า",
        "people",
    ),
    (
        "DEATH",
        "FAMILY",
        "死亡登記",
        "Death registration",
        "Đăng ký khai tử",
        "Pendaftaran kematian",
        "แจ้งตาย",
        "registration",
    ),
    (
        "ADOPT",
        "FAMILY",
        "收養・終止收養登記",
        "Adoption and its end",
        "Nhận và chấm dứt nuôi con nuôi",
        "Adopsi dan pengakhirannya",
        "รับและเลิกรับบุตรบุญธรรม",
        "elderly",
    ),
    ("RECOG", "FAMILY", "認領登記", "Recognition of a child", "Nhận con", "Pengakuan anak", "รับรองบุตร", "infant"),
    (
        "GUARD",
        "FAMILY",
        "監護・輔助登記",
        "Guardianship",
        "Đăng ký giám hộ",
        "Perwalian",
        "จดทะเบียนผู้ปกครอง",
        "elderly",
    ),
    (
        "CHILD",
        "FAMILY",
        "未成年子女權利義務行使負擔登記",
        "Parental rights and duties",
        "Quyền và nghĩa vụ với con chưa thành niên",
        "Hak dan kewajiban orang tua",
        "สิทธิและหน้าที่ต่อบุตรผู้เยาว์",
        "infant",
    ),
    ("MOVEIN", "MOVING", "遷入登記", "Moving in", "Chuyển đến", "Pindah masuk", "ย้ายเข้า", "household"),
    (
        "MOVEOUT",
        "MOVING",
        "遷出（國外）登記",
        "Moving abroad",
        "Chuyển ra nước ngoài",
        "Pindah ke luar negeri",
        "ย้ายออกนอกประเทศ",
        "household",
    ),
    (
        "ADDRESS",
        "MOVING",
        "住址變更登記",
        "Change of address",
        "Thay đổi địa chỉ",
        "Perubahan alamat",
        "เปลี่ยนที่อยู่",
        "household",
    ),
    (
        "SPLIT",
        "MOVING",
        "分（合）戶登記",
        "Splitting or joining households",
        "Tách hoặc nhập hộ",
        "Pisah atau gabung keluarga",
        "แยกหรือรวมครัวเรือน",
        "people",
    ),
    (
        "PLATE",
        "MOVING",
        "門牌編釘・證明",
        "House number plates",
        "Biển số nhà",
        "Plat nomor rumah",
        "ป้ายเลขที่บ้าน",
        "household",
    ),
    (
        "HEAD",
        "MOVING",
        "戶長變更登記",
        "Change of head of household",
        "Thay đổi chủ hộ",
        "Perubahan kepala keluarga",
        "เปลี่ยนเจ้าบ้าน",
        "people",
    ),
    (
        "IDCARD",
        "PERSON",
        "國民身分證",
        "National ID card",
        "Thẻ căn cước công dân",
        "Kartu identitas",
        "บัตรประชาชน",
        "id_card",
    ),
    (
        "LOSTID",
        "PERSON",
        "身分證掛失",
        "Lost ID card",
        "Báo mất thẻ căn cước",
        "Kartu identitas hilang",
        "แจ้งบัตรหาย",
        "id_card",
    ),
    ("NAME", "PERSON", "姓名變更", "Change of name", "Thay đổi họ tên", "Perubahan nama", "เปลี่ยนชื่อ", "other"),
    (
        "NATION",
        "PERSON",
        "國籍變更",
        "Nationality",
        "Thay đổi quốc tịch",
        "Kewarganegaraan",
        "เปลี่ยนสัญชาติ",
        "language",
    ),
    ("NATURAL", "PERSON", "歸化國籍", "Naturalization", "Nhập quốc tịch", "Naturalisasi", "แปลงสัญชาติ", "people"),
    (
        "INDIG",
        "PERSON",
        "原住民身分登記",
        "Indigenous status",
        "Thân phận người bản địa",
        "Status penduduk asli",
        "สถานะชนพื้นเมือง",
        "registration",
    ),
    (
        "FIX",
        "PERSON",
        "更正・撤銷・廢止登記",
        "Corrections and withdrawals",
        "Đính chính và hủy bỏ",
        "Koreksi dan pembatalan",
        "แก้ไขและเพิกถอน",
        "other",
    ),
    (
        "ASK",
        None,
        "諮詢・其他",
        "Questions and other",
        "Tư vấn và việc khác",
        "Pertanyaan dan lainnya",
        "สอบถามและอื่น ๆ",
        "question",
    ),
)  # fmt: skip - a table


def words(zh: str, en: str, vi: str, ind: str, th: str) -> Words:
    return Words(zh=zh, en=en, more=(("vi", vi), ("id", ind), ("th", th)))


def an_office_of(services: int, *, groups: bool = False) -> OfficeSetup:
    """An office with so many services, the thirty and then once more from the first."""
    office = an_office()
    made = []
    for n in range(services):
        code, group, *names, icon = SERVICES[n % len(SERVICES)]
        made.append(
            Service(
                code=ServiceCode(code if n < len(SERVICES) else f"{code}{n}"),
                names=words(*names),
                series=SeriesCode(f"s{n}"),
                mean_minutes=8,
                icon=icon,
                group=GroupCode(group) if groups and group is not None else None,
            )
        )
    named = {service.group for service in made}
    return replace(
        office,
        services=tuple(made),
        groups=tuple(
            ServiceGroup(code=GroupCode(code), names=words(*names), icon=icon)
            for code, *names, icon in GROUPS
            if code in named
        ),
        series=(
            *(
                NumberSeries(
                    code=SeriesCode(f"s{n}"), prefix="", first=1000 + n * 100, last=1099 + n * 100, digits=4
                )
                for n in range(services)
            ),
            office.number_series(office.love_series),
        ),
        counters=tuple(
            replace(counter, services=tuple(service.code for service in made)) for counter in office.counters
        ),
    )
