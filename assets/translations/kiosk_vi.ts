<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="zh_TW">
    <extra-checked_by_native_speaker>false</extra-checked_by_native_speaker>
    <context>
        <name>Header</name>
        <message>
            <source>今日休息</source>
            <translation>Hôm nay nghỉ</translation>
        </message>
        <message>
            <source>今日服務時間 {times}</source>
            <translation>Hôm nay mở {times}</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>愛心優先</source>
            <translation>Ưu tiên</translation>
        </message>
        <message>
            <source>長者・身心障礙・孕婦・攜帶嬰幼兒</source>
            <translation>Cao tuổi, khuyết tật, mang thai, có trẻ nhỏ</translation>
        </message>
        <message>
            <source>不印紙本</source>
            <translation>Không in giấy</translation>
        </message>
    </context>
    <context>
        <name>KioskWindow</name>
        <message>
            <source>印表機暫時不能列印，已通知服務人員。取號後請記下螢幕上的號碼。</source>
            <translation>Máy in tạm thời không in được, đã báo nhân viên. Vui lòng ghi lại số trên màn hình.</translation>
        </message>
        <message>
            <source>取號機暫停服務，請洽服務台。</source>
            <translation>Máy lấy số này tạm ngừng phục vụ. Vui lòng hỏi tại quầy hướng dẫn.</translation>
        </message>
        <message>
            <source>暫時連不上系統，正在重新連線。急件請洽服務台。</source>
            <translation>Tạm mất kết nối, đang kết nối lại. Nếu gấp, vui lòng hỏi tại quầy hướng dẫn.</translation>
        </message>
        <message>
            <source>系統重新連線中，照常取號。</source>
            <translation>Đang kết nối lại; vẫn lấy số như thường.</translation>
        </message>
        <message>
            <source>印表機暫時不能列印，取號後請記下螢幕上的號碼。</source>
            <translation>Máy in tạm thời không in được. Sau khi lấy số, vui lòng ghi lại số trên màn hình.</translation>
        </message>
        <message>
            <source>還在嗎？請碰一下螢幕，{seconds} 秒後回到首頁。</source>
            <translation>Quý vị còn ở đây không? Hãy chạm màn hình, sau {seconds} giây sẽ về trang đầu.</translation>
        </message>
    </context>
    <context>
        <name>LoveReasonsPage</name>
        <message>
            <source>愛心優先・請點選一項</source>
            <translation>Ưu tiên: vui lòng chọn một mục</translation>
        </message>
        <message>
            <source>年長者</source>
            <translation>Người cao tuổi</translation>
        </message>
        <message>
            <source>身心障礙者</source>
            <translation>Người khuyết tật</translation>
        </message>
        <message>
            <source>孕婦</source>
            <translation>Phụ nữ mang thai</translation>
        </message>
        <message>
            <source>攜帶嬰幼兒者</source>
            <translation>Có trẻ nhỏ</translation>
        </message>
        <message>
            <source>其他不便</source>
            <translation>Khó khăn khác</translation>
        </message>
        <message>
            <source>不必說明</source>
            <translation>Không nêu lý do</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Trang đầu</translation>
        </message>
    </context>
    <context>
        <name>MenuOffer</name>
        <message>
            <source>請選擇要辦理的業務</source>
            <translation>Vui lòng chọn dịch vụ</translation>
        </message>
        <message>
            <source>目前無開放櫃台</source>
            <translation>Chưa có quầy mở</translation>
        </message>
        <message numerus="yes">
            <source>前面 %n 人</source>
            <translation>
                <numerusform>%n người phía trước</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 項服務</source>
            <translation>
                <numerusform>%n dịch vụ</numerusform>
            </translation>
        </message>
        <message>
            <source>暫停</source>
            <translation>Tạm ngừng</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Trang đầu</translation>
        </message>
        <message>
            <source>請選擇業務，或按頁碼看更多</source>
            <translation>Chọn dịch vụ, hoặc trang khác</translation>
        </message>
        <message>
            <source>首頁</source>
            <translation>Trang đầu</translation>
        </message>
        <message>
            <source>第 {page} 頁</source>
            <translation>Trang {page}</translation>
        </message>
        <message>
            <source>{time} 起</source>
            <translation>lại từ {time}</translation>
        </message>
        <message>
            <source>明天 {time} 起</source>
            <translation>lại từ {time} ngày mai</translation>
        </message>
        <message>
            <source>{date} 起</source>
            <translation>lại từ {date}</translation>
        </message>
        <message>
            <source>{time}起</source>
            <translation>từ {time}</translation>
        </message>
        <message>
            <source>明天起</source>
            <translation>ngày mai</translation>
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
            <translation>Yêu cầu trợ giúp đã gửi</translation>
        </message>
        <message>
            <source>目前沒有櫃台開著，也可以直接找服務台或附近的同仁。</source>
            <translation>Hiện chưa có quầy nào mở; quý vị cũng có thể hỏi bàn phục vụ hoặc nhân viên gần đó.</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Trang đầu</translation>
        </message>
        <message>
            <source>再試一次</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>仍要取號</source>
            <translation>Vẫn lấy số</translation>
        </message>
        <message>
            <source>正在為您取號，請稍候</source>
            <translation>Đang lấy số cho quý vị, xin chờ một chút</translation>
        </message>
        <message>
            <source>正在通知服務人員，請稍候</source>
            <translation>Đang báo cho nhân viên, xin chờ một chút</translation>
        </message>
        <message>
            <source>已通知服務人員</source>
            <translation>Đã báo cho nhân viên</translation>
        </message>
        <message>
            <source>請在這裡稍候，會有人過來協助您。</source>
            <translation>Xin quý vị chờ ở đây, nhân viên sẽ đến giúp.</translation>
        </message>
        <message>
            <source>目前不是服務時間</source>
            <translation>Hiện ngoài giờ làm việc</translation>
        </message>
        <message>
            <source>您可以先取號，櫃台開放後就會叫號；也可以請服務人員協助。</source>
            <translation>Quý vị có thể lấy số trước, khi quầy mở sẽ gọi số; hoặc nhờ nhân viên giúp đỡ.</translation>
        </message>
        <message>
            <source>預計 {time} 起受理。您可以先取號等候，也可以請服務人員協助。</source>
            <translation>Dự kiến tiếp nhận từ {time}. Quý vị có thể lấy số và chờ, hoặc nhờ nhân viên giúp đỡ.</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理「{service}」</source>
            <translation>Hiện chưa có quầy phục vụ &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>請洽服務台，由服務人員協助您。</source>
            <translation>Vui lòng đến quầy hướng dẫn, nhân viên sẽ giúp quý vị.</translation>
        </message>
        <message>
            <source>目前無法通知服務人員</source>
            <translation>Hiện không báo được cho nhân viên</translation>
        </message>
        <message>
            <source>目前暫時無法取號</source>
            <translation>Hiện tạm thời không lấy được số</translation>
        </message>
        <message>
            <source>系統正在重新連線，會自動再試。您也可以直接到服務台，由服務人員協助您。</source>
            <translation>Đang kết nối lại và sẽ tự thử lại. Quý vị cũng có thể đến thẳng quầy hướng dẫn.</translation>
        </message>
        <message>
            <source>請於服務時間再來，或洽服務台。</source>
            <translation>Vui lòng trở lại trong giờ làm việc, hoặc hỏi tại quầy hướng dẫn.</translation>
        </message>
        <message>
            <source>不需要協助了</source>
            <translation>Không cần giúp nữa</translation>
        </message>
        <message>
            <source>剛才有人求助，服務人員正在過來</source>
            <translation>Nhân viên đang đến giúp người vừa gọi</translation>
        </message>
        <message>
            <source>要取號請按「回首頁」。</source>
            <translation>Để lấy số, vui lòng chọn Trang đầu.</translation>
        </message>
        <message>
            <source>服務人員正在過來</source>
            <translation>Nhân viên đang đến</translation>
        </message>
        <message>
            <source>今天的取號已截止</source>
            <translation>Hôm nay đã ngừng phát số</translation>
        </message>
        <message>
            <source>已有號碼的民眾請留在等候區，我們會繼續服務。</source>
            <translation>Nếu đã có số, xin quý vị chờ tiếp, chúng tôi vẫn phục vụ.</translation>
        </message>
        <message>
            <source>今天不開放：{reason}</source>
            <translation>Hôm nay đóng cửa: {reason}</translation>
        </message>
        <message>
            <source>今天不開放</source>
            <translation>Hôm nay đóng cửa</translation>
        </message>
        <message>
            <source>目前不開放：{reason}</source>
            <translation>Hiện đóng cửa: {reason}</translation>
        </message>
        <message>
            <source>{when} 開放。</source>
            <translation>Mở cửa {when}.</translation>
        </message>
        <message>
            <source>「{service}」今天的取號已截止</source>
            <translation>Hôm nay đã ngừng phát số cho &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>「{service}」目前不受理</source>
            <translation>Hiện không nhận &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>{when} 起受理。</source>
            <translation>Vui lòng trở lại {when}.</translation>
        </message>
        <message>
            <source>您可以改辦其他業務，或請服務人員協助。</source>
            <translation>Quý vị có thể chọn dịch vụ khác, hoặc nhờ nhân viên giúp.</translation>
        </message>
        <message>
            <source>請先到服務台</source>
            <translation>Xin đến quầy hướng dẫn trước</translation>
        </message>
        <message>
            <source>服務人員會告訴您缺少的文件怎麼辦，以免白等。您也可以先取號等候。</source>
            <translation>Nhân viên sẽ hướng dẫn về giấy tờ còn thiếu. Quý vị cũng có thể lấy số ngay.</translation>
        </message>
        <message>
            <source>您的號碼是 {number}。</source>
            <translation>Số của quý vị là {number}.</translation>
        </message>
    </context>
    <context>
        <name>NumberPage</name>
        <message>
            <source>您的號碼</source>
            <translation>Số của quý vị</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Trang đầu</translation>
        </message>
        <message>
            <source>愛心優先</source>
            <translation>Ưu tiên</translation>
        </message>
        <message>
            <source>號碼單列印中，請稍候</source>
            <translation>Đang in phiếu số, xin chờ một chút</translation>
        </message>
        <message>
            <source>請取走您的號碼單</source>
            <translation>Vui lòng lấy phiếu số của quý vị</translation>
        </message>
        <message>
            <source>請備 {papers}</source>
            <translation>Vui lòng chuẩn bị: {papers}</translation>
        </message>
        <message>
            <source>應備文件請洽服務台</source>
            <translation>Xin hỏi quầy hướng dẫn về giấy tờ cần thiết</translation>
        </message>
        <message>
            <source>請備 {papers}，有缺請先洽服務台</source>
            <translation>Vui lòng chuẩn bị: {papers}. Nếu thiếu, xin đến quầy hướng dẫn trước.</translation>
        </message>
        <message>
            <source>號碼有效，請記下或拍下這個號碼</source>
            <translation>Số này có hiệu lực, vui lòng ghi lại hoặc chụp ảnh</translation>
        </message>
        <message>
            <source>請拍下號碼，或掃描存到手機</source>
            <translation>Chụp ảnh số, hoặc quét mã để lưu</translation>
        </message>
        <message>
            <source>掃描可存下號碼</source>
            <translation>Quét mã để lưu số</translation>
        </message>
    </context>
    <context>
        <name>WhereToWait</name>
        <message>
            <source>請直接到 {counter} 號櫃台</source>
            <translation>Mời quý vị đến thẳng quầy số {counter}</translation>
        </message>
        <message>
            <source>請就近入座，我們會優先為您叫號</source>
            <translation>Mời quý vị ngồi gần đây, chúng tôi sẽ ưu tiên gọi số của quý vị</translation>
        </message>
        <message>
            <source>請在等候區稍坐，我們會叫您的號碼</source>
            <translation>Mời quý vị ngồi chờ, chúng tôi sẽ gọi số của quý vị</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理</source>
            <translation>Hiện chưa có quầy nào mở</translation>
        </message>
        <message>
            <source>開放後會叫您的號碼</source>
            <translation>Khi mở, chúng tôi sẽ gọi số của quý vị</translation>
        </message>
        <message>
            <source>開放後叫號</source>
            <translation>Chúng tôi sẽ gọi khi quầy mở</translation>
        </message>
        <message>
            <source>請就座等候叫號</source>
            <translation>Mời quý vị ngồi chờ</translation>
        </message>
    </context>
    <context>
        <name>WaitingWords</name>
        <message>
            <source>號碼已保留，依取號時間叫號</source>
            <translation>Chỗ của quý vị được giữ, gọi theo giờ lấy số</translation>
        </message>
        <message>
            <source>前面沒有人等候</source>
            <translation>Không có ai chờ trước quý vị</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人</source>
            <translation>
                <numerusform>Còn %n người phía trước</numerusform>
            </translation>
        </message>
        <message>
            <source>約等 {least}–{most} 分</source>
            <translation>khoảng {least}–{most} phút</translation>
        </message>
        <message>
            <source>約等 {most} 分以內</source>
            <translation>trong {most} phút</translation>
        </message>
        <message>
            <source>要等超過 {long} 分</source>
            <translation>hơn {long} phút</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要取號嗎？</source>
            <translation>
                <numerusform>Còn %n người phía trước. Lấy số chứ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {least}–{most} 分，要取號嗎？</source>
            <translation>
                <numerusform>Còn %n người phía trước, khoảng {least}–{most} phút. Lấy số chứ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要等超過 {long} 分，要取號嗎？</source>
            <translation>
                <numerusform>Còn %n người phía trước, hơn {long} phút. Lấy số chứ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {most} 分以內，要取號嗎？</source>
            <translation>
                <numerusform>Còn %n người phía trước, trong {most} phút. Lấy số chứ?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>這些都帶了嗎？</source>
            <translation>Quý vị đã mang đủ chưa?</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Trang đầu</translation>
        </message>
        <message>
            <source>有缺</source>
            <translation>Còn thiếu</translation>
        </message>
        <message>
            <source>都帶了，取號</source>
            <translation>Đủ rồi, lấy số</translation>
        </message>
    </context>
    <context>
        <name>TimedPage</name>
        <message>
            <source>今天 {time}</source>
            <translation>hôm nay lúc {time}</translation>
        </message>
        <message>
            <source>明天 {time}</source>
            <translation>ngày mai lúc {time}</translation>
        </message>
        <message>
            <source>{date}{time}</source>
            <translation>{date} lúc {time}</translation>
        </message>
    </context>
    <context>
        <name>LanguageBar</name>
        <message>
            <source>無障礙</source>
            <translation>Dễ dùng</translation>
        </message>
        <message>
            <source>需要協助</source>
            <translation>Cần giúp đỡ</translation>
        </message>
        <message>
            <source>語言</source>
            <translation>Ngôn ngữ</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>看其餘文字</source>
            <translation>Đọc tiếp</translation>
        </message>
        <message>
            <source>前面的</source>
            <translation>Trước đó</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>Xem thêm</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>一般畫面</source>
            <translation>Màn hình thường</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>語言與聲音</source>
            <translation>Ngôn ngữ, loa</translation>
        </message>
        <message>
            <source>小聲一點</source>
            <translation>Nhỏ hơn</translation>
        </message>
        <message>
            <source>大聲一點</source>
            <translation>To hơn</translation>
        </message>
        <message>
            <source>再聽一次</source>
            <translation>Nghe lại</translation>
        </message>
    </context>
    <context>
        <name>GuideWords</name>
        <message>
            <source>這種語言不能朗讀，請看螢幕。</source>
            <translation>Ngôn ngữ này không được đọc: xin xem màn hình.</translation>
        </message>
        <message>
            <source>目前沒有語音，請看螢幕。</source>
            <translation>Hiện không có tiếng: xin xem màn hình.</translation>
        </message>
        <message>
            <source>已回到一般畫面</source>
            <translation>Đã về màn hình thường</translation>
        </message>
        <message>
            <source>還在嗎？請按鍵或碰螢幕，{seconds} 秒後回首頁。</source>
            <translation>Còn đó không? Hãy nhấn phím hoặc chạm. Về đầu sau {seconds} giây.</translation>
        </message>
        <message>
            <source>按鈕</source>
            <translation>nút</translation>
        </message>
        <message>
            <source>第 {place} 項，共 {of} 項</source>
            <translation>mục {place} trên {of}</translation>
        </message>
        <message>
            <source>處理中</source>
            <translation>đang xử lý</translation>
        </message>
        <message>
            <source>繞回另一端</source>
            <translation>vòng lại đầu kia</translation>
        </message>
        <message>
            <source>語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。</source>
            <translation>Đã bật hướng dẫn bằng giọng nói. Dùng phím trước và sau để chọn, phím xác nhận để lấy, phím quay lại để về trang trước.</translation>
        </message>
        <message>
            <source>按住上一項或下一項，會一項一項往下念。</source>
            <translation>Giữ phím trước hoặc phím sau để nghe lần lượt từng mục.</translation>
        </message>
        <message>
            <source>第 {page} 頁，共 {pages} 頁</source>
            <translation>Trang {page}/{pages}</translation>
        </message>
    </context>
</TS>
