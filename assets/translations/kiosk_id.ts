<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="zh_TW">
    <extra-checked_by_native_speaker>false</extra-checked_by_native_speaker>
    <context>
        <name>Header</name>
        <message>
            <source>今日休息</source>
            <translation>Hari ini tutup</translation>
        </message>
        <message>
            <source>今日服務時間 {times}</source>
            <translation>Buka hari ini {times}</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>愛心優先</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>長者・身心障礙・孕婦・攜帶嬰幼兒</source>
            <translation>Lansia, disabilitas, ibu hamil, membawa balita</translation>
        </message>
        <message>
            <source>不印紙本</source>
            <translation>Tanpa kertas</translation>
        </message>
    </context>
    <context>
        <name>KioskWindow</name>
        <message>
            <source>印表機暫時不能列印，已通知服務人員。取號後請記下螢幕上的號碼。</source>
            <translation>Printer sedang tidak dapat mencetak, petugas sudah diberi tahu. Catat nomor di layar.</translation>
        </message>
        <message>
            <source>取號機暫停服務，請洽服務台。</source>
            <translation>Mesin antrean ini sedang tidak melayani. Silakan bertanya di meja informasi.</translation>
        </message>
        <message>
            <source>暫時連不上系統，正在重新連線。急件請洽服務台。</source>
            <translation>Sambungan terputus, sedang disambung kembali. Jika mendesak, silakan ke meja informasi.</translation>
        </message>
        <message>
            <source>系統重新連線中，照常取號。</source>
            <translation>Sedang disambung kembali; nomor tetap diberikan.</translation>
        </message>
        <message>
            <source>印表機暫時不能列印，取號後請記下螢幕上的號碼。</source>
            <translation>Printer sedang tidak dapat mencetak. Setelah mengambil nomor, harap catat nomor di layar.</translation>
        </message>
        <message>
            <source>還在嗎？請碰一下螢幕，{seconds} 秒後回到首頁。</source>
            <translation>Masih di sini? Sentuh layar; {seconds} detik lagi kembali ke beranda.</translation>
        </message>
    </context>
    <context>
        <name>LoveReasonsPage</name>
        <message>
            <source>愛心優先・請點選一項</source>
            <translation>Prioritas: silakan sentuh satu pilihan</translation>
        </message>
        <message>
            <source>年長者</source>
            <translation>Lanjut usia</translation>
        </message>
        <message>
            <source>身心障礙者</source>
            <translation>Disabilitas</translation>
        </message>
        <message>
            <source>孕婦</source>
            <translation>Ibu hamil</translation>
        </message>
        <message>
            <source>攜帶嬰幼兒者</source>
            <translation>Membawa bayi</translation>
        </message>
        <message>
            <source>其他不便</source>
            <translation>Kesulitan lain</translation>
        </message>
        <message>
            <source>不必說明</source>
            <translation>Tanpa alasan</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Beranda</translation>
        </message>
    </context>
    <context>
        <name>MenuOffer</name>
        <message>
            <source>請選擇要辦理的業務</source>
            <translation>Silakan pilih layanan</translation>
        </message>
        <message>
            <source>目前無開放櫃台</source>
            <translation>Belum ada loket buka</translation>
        </message>
        <message numerus="yes">
            <source>前面 %n 人</source>
            <translation>
                <numerusform>%n di depan Anda</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 項服務</source>
            <translation>
                <numerusform>%n layanan</numerusform>
            </translation>
        </message>
        <message>
            <source>暫停</source>
            <translation>Jeda</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>請選擇業務，或按頁碼看更多</source>
            <translation>Pilih layanan, atau halaman lain</translation>
        </message>
        <message>
            <source>首頁</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>第 {page} 頁</source>
            <translation>Halaman {page}</translation>
        </message>
        <message>
            <source>{time} 起</source>
            <translation>lagi mulai {time}</translation>
        </message>
        <message>
            <source>明天 {time} 起</source>
            <translation>lagi besok {time}</translation>
        </message>
        <message>
            <source>{date} 起</source>
            <translation>lagi {date}</translation>
        </message>
        <message>
            <source>{time}起</source>
            <translation>mulai {time}</translation>
        </message>
        <message>
            <source>明天起</source>
            <translation>besok</translation>
        </message>
        <message>
            <source>{date}起</source>
            <translation>{date}</translation>
        </message>
    </context>
    <context>
        <name>MessagePage</name>
        <message>
            <source>求助已送出</source>
            <translation>Panggilan bantuan terkirim</translation>
        </message>
        <message>
            <source>目前沒有櫃台開著，也可以直接找服務台或附近的同仁。</source>
            <translation>Saat ini belum ada loket yang buka; Anda juga dapat bertanya di meja layanan atau petugas terdekat.</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>再試一次</source>
            <translation>Coba lagi</translation>
        </message>
        <message>
            <source>仍要取號</source>
            <translation>Ambil nomor</translation>
        </message>
        <message>
            <source>正在為您取號，請稍候</source>
            <translation>Nomor Anda sedang diambil, mohon tunggu sebentar</translation>
        </message>
        <message>
            <source>正在通知服務人員，請稍候</source>
            <translation>Petugas sedang dipanggil, mohon tunggu sebentar</translation>
        </message>
        <message>
            <source>已通知服務人員</source>
            <translation>Petugas sudah diberi tahu</translation>
        </message>
        <message>
            <source>請在這裡稍候，會有人過來協助您。</source>
            <translation>Mohon tunggu di sini, petugas akan datang membantu Anda.</translation>
        </message>
        <message>
            <source>目前不是服務時間</source>
            <translation>Saat ini di luar jam layanan</translation>
        </message>
        <message>
            <source>您可以先取號，櫃台開放後就會叫號；也可以請服務人員協助。</source>
            <translation>Anda dapat mengambil nomor dahulu dan akan dipanggil saat loket dibuka, atau meminta bantuan petugas.</translation>
        </message>
        <message>
            <source>預計 {time} 起受理。您可以先取號等候，也可以請服務人員協助。</source>
            <translation>Diperkirakan dibuka mulai {time}. Anda dapat mengambil nomor dan menunggu, atau meminta bantuan petugas.</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理「{service}」</source>
            <translation>Saat ini belum ada loket untuk &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>請洽服務台，由服務人員協助您。</source>
            <translation>Silakan ke meja informasi, petugas akan membantu Anda.</translation>
        </message>
        <message>
            <source>目前無法通知服務人員</source>
            <translation>Saat ini petugas tidak dapat dihubungi</translation>
        </message>
        <message>
            <source>目前暫時無法取號</source>
            <translation>Untuk sementara nomor tidak dapat diambil</translation>
        </message>
        <message>
            <source>系統正在重新連線，會自動再試。您也可以直接到服務台，由服務人員協助您。</source>
            <translation>Sedang disambung kembali dan akan dicoba lagi. Anda juga dapat langsung ke meja informasi.</translation>
        </message>
        <message>
            <source>請於服務時間再來，或洽服務台。</source>
            <translation>Silakan datang kembali pada jam layanan, atau bertanya di meja informasi.</translation>
        </message>
        <message>
            <source>不需要協助了</source>
            <translation>Tidak perlu lagi</translation>
        </message>
        <message>
            <source>剛才有人求助，服務人員正在過來</source>
            <translation>Petugas sedang datang untuk pengunjung yang minta bantuan</translation>
        </message>
        <message>
            <source>要取號請按「回首頁」。</source>
            <translation>Untuk mengambil nomor, silakan tekan Beranda.</translation>
        </message>
        <message>
            <source>服務人員正在過來</source>
            <translation>Petugas sedang menuju ke sini</translation>
        </message>
        <message>
            <source>今天的取號已截止</source>
            <translation>Nomor hari ini sudah ditutup</translation>
        </message>
        <message>
            <source>已有號碼的民眾請留在等候區，我們會繼續服務。</source>
            <translation>Jika sudah punya nomor, mohon tetap menunggu; Anda tetap dilayani.</translation>
        </message>
        <message>
            <source>今天不開放：{reason}</source>
            <translation>Hari ini tutup: {reason}</translation>
        </message>
        <message>
            <source>今天不開放</source>
            <translation>Hari ini tutup</translation>
        </message>
        <message>
            <source>目前不開放：{reason}</source>
            <translation>Sedang tutup: {reason}</translation>
        </message>
        <message>
            <source>{when} 開放。</source>
            <translation>Buka {when}.</translation>
        </message>
        <message>
            <source>「{service}」今天的取號已截止</source>
            <translation>Nomor untuk &quot;{service}&quot; hari ini sudah ditutup</translation>
        </message>
        <message>
            <source>「{service}」目前不受理</source>
            <translation>&quot;{service}&quot; sedang tidak dilayani</translation>
        </message>
        <message>
            <source>{when} 起受理。</source>
            <translation>Silakan datang lagi {when}.</translation>
        </message>
        <message>
            <source>您可以改辦其他業務，或請服務人員協助。</source>
            <translation>Anda dapat memilih layanan lain, atau minta bantuan petugas.</translation>
        </message>
        <message>
            <source>請先到服務台</source>
            <translation>Silakan ke meja informasi dahulu</translation>
        </message>
        <message>
            <source>服務人員會告訴您缺少的文件怎麼辦，以免白等。您也可以先取號等候。</source>
            <translation>Petugas akan memberi tahu soal berkas yang kurang. Anda juga dapat mengambil nomor sekarang.</translation>
        </message>
        <message>
            <source>您的號碼是 {number}。</source>
            <translation>Nomor Anda {number}.</translation>
        </message>
    </context>
    <context>
        <name>NumberPage</name>
        <message>
            <source>您的號碼</source>
            <translation>Nomor Anda</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>愛心優先</source>
            <translation>Prioritas</translation>
        </message>
        <message>
            <source>號碼單列印中，請稍候</source>
            <translation>Kertas nomor sedang dicetak, mohon tunggu sebentar</translation>
        </message>
        <message>
            <source>請取走您的號碼單</source>
            <translation>Silakan ambil kertas nomor Anda</translation>
        </message>
        <message>
            <source>請備 {papers}</source>
            <translation>Siapkan: {papers}</translation>
        </message>
        <message>
            <source>應備文件請洽服務台</source>
            <translation>Tanyakan berkas yang perlu dibawa di meja informasi</translation>
        </message>
        <message>
            <source>請備 {papers}，有缺請先洽服務台</source>
            <translation>Siapkan: {papers}. Jika ada yang kurang, silakan ke meja informasi dahulu.</translation>
        </message>
        <message>
            <source>號碼有效，請記下或拍下這個號碼</source>
            <translation>Nomor ini berlaku, harap dicatat atau difoto</translation>
        </message>
        <message>
            <source>請拍下號碼，或掃描存到手機</source>
            <translation>Foto atau pindai nomor ini</translation>
        </message>
        <message>
            <source>掃描可存下號碼</source>
            <translation>Pindai untuk menyimpan</translation>
        </message>
    </context>
    <context>
        <name>WhereToWait</name>
        <message>
            <source>請直接到 {counter} 號櫃台</source>
            <translation>Silakan langsung ke loket {counter}</translation>
        </message>
        <message>
            <source>請就近入座，我們會優先為您叫號</source>
            <translation>Silakan duduk di dekat sini, nomor Anda akan dipanggil lebih dahulu</translation>
        </message>
        <message>
            <source>請在等候區稍坐，我們會叫您的號碼</source>
            <translation>Silakan duduk di ruang tunggu, nomor Anda akan dipanggil</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理</source>
            <translation>Belum ada loket yang buka</translation>
        </message>
        <message>
            <source>開放後會叫您的號碼</source>
            <translation>Nomor Anda dipanggil setelah dibuka</translation>
        </message>
        <message>
            <source>開放後叫號</source>
            <translation>Anda dipanggil setelah loket dibuka</translation>
        </message>
        <message>
            <source>請就座等候叫號</source>
            <translation>Silakan duduk menunggu</translation>
        </message>
    </context>
    <context>
        <name>WaitingWords</name>
        <message>
            <source>號碼已保留，依取號時間叫號</source>
            <translation>Tempat Anda disimpan, dipanggil menurut waktu ambil nomor</translation>
        </message>
        <message>
            <source>前面沒有人等候</source>
            <translation>Tidak ada yang menunggu</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人</source>
            <translation>
                <numerusform>%n orang di depan Anda</numerusform>
            </translation>
        </message>
        <message>
            <source>約等 {least}–{most} 分</source>
            <translation>sekitar {least}–{most} menit</translation>
        </message>
        <message>
            <source>約等 {most} 分以內</source>
            <translation>dalam {most} menit</translation>
        </message>
        <message>
            <source>要等超過 {long} 分</source>
            <translation>lebih dari {long} menit</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要取號嗎？</source>
            <translation>
                <numerusform>%n orang di depan Anda. Ambil nomor?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {least}–{most} 分，要取號嗎？</source>
            <translation>
                <numerusform>%n orang di depan Anda, sekitar {least}–{most} menit. Ambil nomor?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要等超過 {long} 分，要取號嗎？</source>
            <translation>
                <numerusform>Ada %n orang di depan Anda, lebih dari {long} menit. Ambil nomor?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {most} 分以內，要取號嗎？</source>
            <translation>
                <numerusform>Ada %n orang di depan Anda, dalam {most} menit. Ambil nomor?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>這些都帶了嗎？</source>
            <translation>Sudah membawa semua ini?</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>有缺</source>
            <translation>Ada yang kurang</translation>
        </message>
        <message>
            <source>都帶了，取號</source>
            <translation>Ya, ambil nomor</translation>
        </message>
    </context>
    <context>
        <name>TimedPage</name>
        <message>
            <source>今天 {time}</source>
            <translation>hari ini pukul {time}</translation>
        </message>
        <message>
            <source>明天 {time}</source>
            <translation>besok pukul {time}</translation>
        </message>
        <message>
            <source>{date}{time}</source>
            <translation>{date} pukul {time}</translation>
        </message>
    </context>
    <context>
        <name>LanguageBar</name>
        <message>
            <source>無障礙</source>
            <translation>Akses</translation>
        </message>
        <message>
            <source>需要協助</source>
            <translation>Bantuan</translation>
        </message>
        <message>
            <source>語言</source>
            <translation>Bahasa</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>看其餘文字</source>
            <translation>Baca lanjut</translation>
        </message>
        <message>
            <source>前面的</source>
            <translation>Sebelumnya</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>Lainnya</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>一般畫面</source>
            <translation>Layar biasa</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>語言與聲音</source>
            <translation>Bahasa, suara</translation>
        </message>
        <message>
            <source>小聲一點</source>
            <translation>Lebih pelan</translation>
        </message>
        <message>
            <source>大聲一點</source>
            <translation>Lebih keras</translation>
        </message>
        <message>
            <source>再聽一次</source>
            <translation>Ulangi</translation>
        </message>
    </context>
    <context>
        <name>GuideWords</name>
        <message>
            <source>這種語言不能朗讀，請看螢幕。</source>
            <translation>Bahasa ini tidak dibacakan: silakan lihat layar.</translation>
        </message>
        <message>
            <source>目前沒有語音，請看螢幕。</source>
            <translation>Suara tidak tersedia: silakan lihat layar.</translation>
        </message>
        <message>
            <source>已回到一般畫面</source>
            <translation>Kembali ke layar biasa</translation>
        </message>
        <message>
            <source>還在嗎？請按鍵或碰螢幕，{seconds} 秒後回首頁。</source>
            <translation>Masih di sini? Tekan atau sentuh. Ke awal dalam {seconds} detik.</translation>
        </message>
        <message>
            <source>按鈕</source>
            <translation>tombol</translation>
        </message>
        <message>
            <source>第 {place} 項，共 {of} 項</source>
            <translation>{place} dari {of}</translation>
        </message>
        <message>
            <source>處理中</source>
            <translation>sedang diproses</translation>
        </message>
        <message>
            <source>繞回另一端</source>
            <translation>kembali ke ujung lain</translation>
        </message>
        <message>
            <source>語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。</source>
            <translation>Panduan suara aktif. Pilih dengan tombol sebelum dan sesudah, tekan tombol masuk untuk mengambil, tombol kembali untuk mundur.</translation>
        </message>
        <message>
            <source>按住上一項或下一項，會一項一項往下念。</source>
            <translation>Tahan tombol sebelumnya atau berikutnya untuk mendengar pilihan satu per satu.</translation>
        </message>
        <message>
            <source>第 {page} 頁，共 {pages} 頁</source>
            <translation>Halaman {page} dari {pages}</translation>
        </message>
    </context>
</TS>
