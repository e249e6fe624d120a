<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="zh_TW">
    <extra-checked_by_native_speaker>false</extra-checked_by_native_speaker>
    <context>
        <name>Header</name>
        <message>
            <source>今日休息</source>
            <translation>วันนี้&#x200b;ปิดทำการ</translation>
        </message>
        <message>
            <source>今日服務時間 {times}</source>
            <translation>วันนี้&#x200b;เปิด {times}&#xa0;น.</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>愛心優先</source>
            <translation>คิวพิเศษ</translation>
        </message>
        <message>
            <source>長者・身心障礙・孕婦・攜帶嬰幼兒</source>
            <translation>ผู้สูงอายุ พิการ ตั้งครรภ์ มี&#x200b;เด็กเล็ก</translation>
        </message>
        <message>
            <source>不印紙本</source>
            <translation>ไม่พิมพ์&#x200b;กระดาษ</translation>
        </message>
    </context>
    <context>
        <name>KioskWindow</name>
        <message>
            <source>印表機暫時不能列印，已通知服務人員。取號後請記下螢幕上的號碼。</source>
            <translation>เครื่องพิมพ์​ใช้งาน​ไม่ได้​ชั่วคราว แจ้ง​เจ้าหน้าที่​แล้ว กรุณา​จด​หมายเลข​บน​หน้าจอ</translation>
        </message>
        <message>
            <source>取號機暫停服務，請洽服務台。</source>
            <translation>เครื่อง&#x200b;รับบัตรคิว&#x200b;นี้&#x200b;หยุด&#x200b;ให้บริการ&#x200b;ชั่วคราว กรุณา&#x200b;ติดต่อ&#x200b;จุดประชาสัมพันธ์</translation>
        </message>
        <message>
            <source>暫時連不上系統，正在重新連線。急件請洽服務台。</source>
            <translation>เชื่อมต่อ&#x200b;ระบบ&#x200b;ไม่ได้&#x200b;ชั่วคราว กำลัง&#x200b;เชื่อมต่อ&#x200b;ใหม่ หาก&#x200b;เร่งด่วน กรุณา&#x200b;ติดต่อ&#x200b;จุดประชาสัมพันธ์</translation>
        </message>
        <message>
            <source>系統重新連線中，照常取號。</source>
            <translation>กำลัง&#x200b;เชื่อมต่อ&#x200b;ใหม่ รับคิว&#x200b;ได้&#x200b;ตามปกติ</translation>
        </message>
        <message>
            <source>印表機暫時不能列印，取號後請記下螢幕上的號碼。</source>
            <translation>เครื่องพิมพ์&#x200b;พิมพ์&#x200b;ไม่ได้&#x200b;ชั่วคราว หลัง&#x200b;รับคิว&#x200b;แล้ว กรุณา&#x200b;จด&#x200b;หมายเลข&#x200b;บน&#x200b;หน้าจอ</translation>
        </message>
        <message>
            <source>還在嗎？請碰一下螢幕，{seconds} 秒後回到首頁。</source>
            <translation>ยังอยู่&#x200b;ไหม กรุณา&#x200b;แตะ&#x200b;หน้าจอ อีก {seconds}&#xa0;วินาที&#x200b;จะกลับ&#x200b;หน้าแรก</translation>
        </message>
    </context>
    <context>
        <name>LoveReasonsPage</name>
        <message>
            <source>愛心優先・請點選一項</source>
            <translation>คิวพิเศษ: กรุณา&#x200b;แตะ&#x200b;เลือก&#x200b;หนึ่ง&#x200b;ข้อ</translation>
        </message>
        <message>
            <source>年長者</source>
            <translation>ผู้สูงอายุ</translation>
        </message>
        <message>
            <source>身心障礙者</source>
            <translation>ผู้พิการ</translation>
        </message>
        <message>
            <source>孕婦</source>
            <translation>หญิง&#x200b;ตั้งครรภ์</translation>
        </message>
        <message>
            <source>攜帶嬰幼兒者</source>
            <translation>ผู้มี&#x200b;เด็กเล็ก&#x200b;มาด้วย</translation>
        </message>
        <message>
            <source>其他不便</source>
            <translation>ความ&#x200b;ไม่สะดวก&#x200b;อื่น&#xa0;ๆ</translation>
        </message>
        <message>
            <source>不必說明</source>
            <translation>ไม่ต้อง&#x200b;บอก&#x200b;เหตุผล</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>หน้าแรก</translation>
        </message>
    </context>
    <context>
        <name>MenuOffer</name>
        <message>
            <source>請選擇要辦理的業務</source>
            <translation>กรุณา&#x200b;เลือก&#x200b;บริการ</translation>
        </message>
        <message>
            <source>目前無開放櫃台</source>
            <translation>ยังไม่มี&#x200b;ช่อง&#x200b;ที่เปิด</translation>
        </message>
        <message numerus="yes">
            <source>前面 %n 人</source>
            <translation>
                <numerusform>ก่อนท่าน %n&#xa0;คน</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 項服務</source>
            <translation>
                <numerusform>%n&#xa0;บริการ</numerusform>
            </translation>
        </message>
        <message>
            <source>暫停</source>
            <translation>ปิด&#x200b;ชั่วคราว</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>หน้าแรก</translation>
        </message>
        <message>
            <source>請選擇業務，或按頁碼看更多</source>
            <translation>เลือก&#x200b;บริการ หรือ&#x200b;หน้า&#x200b;อื่น</translation>
        </message>
        <message>
            <source>首頁</source>
            <translation>หน้าแรก</translation>
        </message>
        <message>
            <source>第 {page} 頁</source>
            <translation>หน้า {page}</translation>
        </message>
        <message>
            <source>{time} 起</source>
            <translation>เปิดอีก {time}&#xa0;น.</translation>
        </message>
        <message>
            <source>明天 {time} 起</source>
            <translation>เปิดอีก&#x200b;พรุ่งนี้ {time}&#xa0;น.</translation>
        </message>
        <message>
            <source>{date} 起</source>
            <translation>เปิดอีก {date}</translation>
        </message>
        <message>
            <source>{time}起</source>
            <translation>เริ่ม {time}</translation>
        </message>
        <message>
            <source>明天起</source>
            <translation>พรุ่งนี้</translation>
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
            <translation>ส่งคำขอ​ความช่วยเหลือ​แล้ว</translation>
        </message>
        <message>
            <source>目前沒有櫃台開著，也可以直接找服務台或附近的同仁。</source>
            <translation>ขณะนี้​ยังไม่มี​เคาน์เตอร์​เปิด สอบถาม​ที่โต๊ะ​บริการ​หรือ​เจ้าหน้าที่​ใกล้เคียง​ได้</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>หน้าแรก</translation>
        </message>
        <message>
            <source>再試一次</source>
            <translation>ลอง&#x200b;อีกครั้ง</translation>
        </message>
        <message>
            <source>仍要取號</source>
            <translation>ขอ&#x200b;รับคิว</translation>
        </message>
        <message>
            <source>正在為您取號，請稍候</source>
            <translation>กำลัง&#x200b;ออก&#x200b;หมายเลข&#x200b;ให้ท่าน กรุณา&#x200b;รอสักครู่</translation>
        </message>
        <message>
            <source>正在通知服務人員，請稍候</source>
            <translation>กำลัง&#x200b;แจ้ง&#x200b;เจ้าหน้าที่ กรุณา&#x200b;รอสักครู่</translation>
        </message>
        <message>
            <source>已通知服務人員</source>
            <translation>แจ้ง&#x200b;เจ้าหน้าที่&#x200b;แล้ว</translation>
        </message>
        <message>
            <source>請在這裡稍候，會有人過來協助您。</source>
            <translation>กรุณา&#x200b;รอ&#x200b;ที่นี่ เจ้าหน้าที่&#x200b;จะมา&#x200b;ช่วยท่าน</translation>
        </message>
        <message>
            <source>目前不是服務時間</source>
            <translation>ขณะนี้&#x200b;อยู่นอก&#x200b;เวลา&#x200b;ทำการ</translation>
        </message>
        <message>
            <source>您可以先取號，櫃台開放後就會叫號；也可以請服務人員協助。</source>
            <translation>ท่าน&#x200b;รับคิว&#x200b;ก่อน&#x200b;ได้ เมื่อ&#x200b;เปิด&#x200b;ช่อง&#x200b;แล้ว&#x200b;จะ&#x200b;เรียก&#x200b;คิว หรือ&#x200b;ขอให้&#x200b;เจ้าหน้าที่&#x200b;ช่วย&#x200b;ก็ได้</translation>
        </message>
        <message>
            <source>預計 {time} 起受理。您可以先取號等候，也可以請服務人員協助。</source>
            <translation>คาดว่า&#x200b;จะเปิด&#x200b;ตั้งแต่ {time}&#xa0;น. ท่าน&#x200b;รับคิว&#x200b;รอ&#x200b;ก่อน&#x200b;ได้ หรือ&#x200b;ขอให้&#x200b;เจ้าหน้าที่&#x200b;ช่วย&#x200b;ก็ได้</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理「{service}」</source>
            <translation>ขณะนี้&#x200b;ไม่มี&#x200b;ช่อง&#x200b;ที่เปิด&#x200b;สำหรับ &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>請洽服務台，由服務人員協助您。</source>
            <translation>กรุณา&#x200b;ติดต่อ&#x200b;จุดประชาสัมพันธ์ เจ้าหน้าที่&#x200b;จะ&#x200b;ช่วยท่าน</translation>
        </message>
        <message>
            <source>目前無法通知服務人員</source>
            <translation>ขณะนี้&#x200b;แจ้ง&#x200b;เจ้าหน้าที่&#x200b;ไม่ได้</translation>
        </message>
        <message>
            <source>目前暫時無法取號</source>
            <translation>ขณะนี้&#x200b;รับคิว&#x200b;ไม่ได้&#x200b;ชั่วคราว</translation>
        </message>
        <message>
            <source>系統正在重新連線，會自動再試。您也可以直接到服務台，由服務人員協助您。</source>
            <translation>ระบบ&#x200b;จะ&#x200b;ลองใหม่&#x200b;เอง หรือ&#x200b;เชิญ&#x200b;ที่&#x200b;จุดประชาสัมพันธ์</translation>
        </message>
        <message>
            <source>請於服務時間再來，或洽服務台。</source>
            <translation>กรุณา&#x200b;มาใหม่&#x200b;ใน&#x200b;เวลา&#x200b;ทำการ หรือ&#x200b;ติดต่อ&#x200b;จุดประชาสัมพันธ์</translation>
        </message>
        <message>
            <source>不需要協助了</source>
            <translation>ไม่ต้อง&#x200b;ช่วย&#x200b;แล้ว</translation>
        </message>
        <message>
            <source>剛才有人求助，服務人員正在過來</source>
            <translation>เจ้าหน้าที่&#x200b;กำลังมา&#x200b;ช่วย&#x200b;ผู้ที่&#x200b;เพิ่ง&#x200b;ขอความช่วยเหลือ</translation>
        </message>
        <message>
            <source>要取號請按「回首頁」。</source>
            <translation>หาก&#x200b;ต้องการ&#x200b;รับหมายเลข กรุณา&#x200b;แตะ​หน้าแรก</translation>
        </message>
        <message>
            <source>服務人員正在過來</source>
            <translation>เจ้าหน้าที่&#x200b;กำลังมา</translation>
        </message>
        <message>
            <source>今天的取號已截止</source>
            <translation>วันนี้&#x200b;ปิด&#x200b;รับคิว&#x200b;แล้ว</translation>
        </message>
        <message>
            <source>已有號碼的民眾請留在等候區，我們會繼續服務。</source>
            <translation>หาก&#x200b;มี&#x200b;หมายเลข&#x200b;แล้ว กรุณา&#x200b;รอต่อ เรา&#x200b;จะ&#x200b;ให้บริการ</translation>
        </message>
        <message>
            <source>今天不開放：{reason}</source>
            <translation>วันนี้&#x200b;ปิด: {reason}</translation>
        </message>
        <message>
            <source>今天不開放</source>
            <translation>วันนี้&#x200b;ปิดทำการ</translation>
        </message>
        <message>
            <source>目前不開放：{reason}</source>
            <translation>ขณะนี้&#x200b;ปิด: {reason}</translation>
        </message>
        <message>
            <source>{when} 開放。</source>
            <translation>เปิด {when}</translation>
        </message>
        <message>
            <source>「{service}」今天的取號已截止</source>
            <translation>วันนี้&#x200b;ปิด&#x200b;รับคิว&#x200b;แล้ว &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>「{service}」目前不受理</source>
            <translation>ขณะนี้&#x200b;ไม่รับ &quot;{service}&quot;</translation>
        </message>
        <message>
            <source>{when} 起受理。</source>
            <translation>กรุณา&#x200b;มาใหม่ {when}</translation>
        </message>
        <message>
            <source>您可以改辦其他業務，或請服務人員協助。</source>
            <translation>ท่าน&#x200b;เลือก&#x200b;บริการ&#x200b;อื่น&#x200b;ได้ หรือ&#x200b;ขอให้&#x200b;เจ้าหน้าที่&#x200b;ช่วย</translation>
        </message>
        <message>
            <source>請先到服務台</source>
            <translation>กรุณา&#x200b;ไปที่&#x200b;จุดประชาสัมพันธ์&#x200b;ก่อน</translation>
        </message>
        <message>
            <source>服務人員會告訴您缺少的文件怎麼辦，以免白等。您也可以先取號等候。</source>
            <translation>เจ้าหน้าที่&#x200b;จะ&#x200b;แนะนำ&#x200b;เรื่อง&#x200b;เอกสาร&#x200b;ที่ขาด หรือ&#x200b;จะ&#x200b;รับคิว&#x200b;ก่อน&#x200b;ก็ได้</translation>
        </message>
        <message>
            <source>您的號碼是 {number}。</source>
            <translation>หมายเลข&#x200b;ของท่าน&#x200b;คือ {number}</translation>
        </message>
    </context>
    <context>
        <name>NumberPage</name>
        <message>
            <source>您的號碼</source>
            <translation>หมายเลข&#x200b;ของท่าน</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>หน้าแรก</translation>
        </message>
        <message>
            <source>愛心優先</source>
            <translation>คิวพิเศษ</translation>
        </message>
        <message>
            <source>號碼單列印中，請稍候</source>
            <translation>กำลัง&#x200b;พิมพ์&#x200b;บัตรคิว กรุณา&#x200b;รอสักครู่</translation>
        </message>
        <message>
            <source>請取走您的號碼單</source>
            <translation>กรุณา&#x200b;รับ&#x200b;บัตรคิว&#x200b;ของท่าน</translation>
        </message>
        <message>
            <source>請備 {papers}</source>
            <translation>โปรด&#x200b;เตรียม {papers}</translation>
        </message>
        <message>
            <source>應備文件請洽服務台</source>
            <translation>สอบถาม&#x200b;เอกสาร&#x200b;ที่ต้องใช้&#x200b;ได้ที่&#x200b;จุดประชาสัมพันธ์</translation>
        </message>
        <message>
            <source>請備 {papers}，有缺請先洽服務台</source>
            <translation>โปรด&#x200b;เตรียม {papers} หาก&#x200b;ขาด&#x200b;สิ่งใด กรุณา&#x200b;ไปที่&#x200b;จุดประชาสัมพันธ์&#x200b;ก่อน</translation>
        </message>
        <message>
            <source>號碼有效，請記下或拍下這個號碼</source>
            <translation>หมายเลข&#x200b;นี้&#x200b;ใช้ได้ กรุณา&#x200b;จด&#x200b;หรือ&#x200b;ถ่ายรูป&#x200b;ไว้</translation>
        </message>
        <message>
            <source>請拍下號碼，或掃描存到手機</source>
            <translation>ถ่ายรูป&#x200b;หมายเลข หรือ&#x200b;สแกน&#x200b;เก็บไว้</translation>
        </message>
        <message>
            <source>掃描可存下號碼</source>
            <translation>สแกน&#x200b;เพื่อ&#x200b;เก็บ&#x200b;หมายเลข</translation>
        </message>
    </context>
    <context>
        <name>WhereToWait</name>
        <message>
            <source>請直接到 {counter} 號櫃台</source>
            <translation>เชิญ&#x200b;ที่&#x200b;ช่อง&#x200b;หมายเลข {counter} ได้เลย</translation>
        </message>
        <message>
            <source>請就近入座，我們會優先為您叫號</source>
            <translation>เชิญ&#x200b;นั่ง&#x200b;ใกล้&#xa0;ๆ เรา&#x200b;จะ&#x200b;เรียก&#x200b;คิว&#x200b;ของท่าน&#x200b;ก่อน</translation>
        </message>
        <message>
            <source>請在等候區稍坐，我們會叫您的號碼</source>
            <translation>เชิญ&#x200b;นั่งรอ เรา&#x200b;จะ&#x200b;เรียก&#x200b;หมายเลข&#x200b;ของท่าน</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理</source>
            <translation>ขณะนี้&#x200b;ยังไม่มี&#x200b;ช่องบริการ&#x200b;เปิด</translation>
        </message>
        <message>
            <source>開放後會叫您的號碼</source>
            <translation>เมื่อเปิด&#x200b;แล้ว&#x200b;จะเรียก&#x200b;หมายเลข&#x200b;ของท่าน</translation>
        </message>
        <message>
            <source>開放後叫號</source>
            <translation>จะเรียก&#x200b;เมื่อเปิด&#x200b;ให้บริการ</translation>
        </message>
        <message>
            <source>請就座等候叫號</source>
            <translation>กรุณานั่งรอ</translation>
        </message>
    </context>
    <context>
        <name>WaitingWords</name>
        <message>
            <source>號碼已保留，依取號時間叫號</source>
            <translation>เก็บ&#x200b;คิว&#x200b;ไว้แล้ว เรียก&#x200b;ตาม&#x200b;เวลา&#x200b;รับคิว</translation>
        </message>
        <message>
            <source>前面沒有人等候</source>
            <translation>ไม่มี&#x200b;ผู้รอ&#x200b;ก่อนท่าน</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人</source>
            <translation>
                <numerusform>มี&#x200b;ผู้รอ&#x200b;ก่อนท่าน %n&#xa0;คน</numerusform>
            </translation>
        </message>
        <message>
            <source>約等 {least}–{most} 分</source>
            <translation>ประมาณ {least}–{most}&#xa0;นาที</translation>
        </message>
        <message>
            <source>約等 {most} 分以內</source>
            <translation>ไม่เกิน {most} นาที</translation>
        </message>
        <message>
            <source>要等超過 {long} 分</source>
            <translation>เกิน {long} นาที</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要取號嗎？</source>
            <translation>
                <numerusform>มี&#x200b;ผู้รอ&#x200b;ก่อนท่าน %n&#xa0;คน จะ&#x200b;รับคิว&#x200b;ไหม</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {least}–{most} 分，要取號嗎？</source>
            <translation>
                <numerusform>มี&#x200b;ผู้รอ&#x200b;ก่อนท่าน %n&#xa0;คน ประมาณ {least}–{most}&#xa0;นาที จะ&#x200b;รับคิว&#x200b;ไหม</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要等超過 {long} 分，要取號嗎？</source>
            <translation>
                <numerusform>มีคนก่อนหน้าคุณ %n คน รอเกิน {long} นาที ต้องการรับบัตรคิวไหม</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {most} 分以內，要取號嗎？</source>
            <translation>
                <numerusform>มีคนก่อนหน้าคุณ %n คน รอไม่เกิน {most} นาที ต้องการรับบัตรคิวไหม</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>這些都帶了嗎？</source>
            <translation>นำ&#x200b;สิ่งเหล่านี้&#x200b;มาครบ&#x200b;ไหม</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>หน้าแรก</translation>
        </message>
        <message>
            <source>有缺</source>
            <translation>ยังไม่ครบ</translation>
        </message>
        <message>
            <source>都帶了，取號</source>
            <translation>ครบแล้ว รับคิว</translation>
        </message>
    </context>
    <context>
        <name>TimedPage</name>
        <message>
            <source>今天 {time}</source>
            <translation>วันนี้ เวลา {time}&#xa0;น.</translation>
        </message>
        <message>
            <source>明天 {time}</source>
            <translation>พรุ่งนี้ เวลา {time}&#xa0;น.</translation>
        </message>
        <message>
            <source>{date}{time}</source>
            <translation>{date} เวลา {time}&#xa0;น.</translation>
        </message>
    </context>
    <context>
        <name>LanguageBar</name>
        <message>
            <source>無障礙</source>
            <translation>ใช้​ง่าย</translation>
        </message>
        <message>
            <source>需要協助</source>
            <translation>ช่วยเหลือ</translation>
        </message>
        <message>
            <source>語言</source>
            <translation>ภาษา</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>看其餘文字</source>
            <translation>อ่านต่อ</translation>
        </message>
        <message>
            <source>前面的</source>
            <translation>ก่อนหน้า</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>เพิ่มเติม</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>一般畫面</source>
            <translation>หน้าจอ​ปกติ</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>กลับ</translation>
        </message>
        <message>
            <source>語言與聲音</source>
            <translation>ภาษา​และ​เสียง</translation>
        </message>
        <message>
            <source>小聲一點</source>
            <translation>เบา​ลง</translation>
        </message>
        <message>
            <source>大聲一點</source>
            <translation>ดัง​ขึ้น</translation>
        </message>
        <message>
            <source>再聽一次</source>
            <translation>ฟัง​อีกครั้ง</translation>
        </message>
    </context>
    <context>
        <name>GuideWords</name>
        <message>
            <source>這種語言不能朗讀，請看螢幕。</source>
            <translation>ภาษานี้อ่านออกเสียงไม่ได้ โปรดดูหน้าจอ</translation>
        </message>
        <message>
            <source>目前沒有語音，請看螢幕。</source>
            <translation>ขณะนี้ไม่มีเสียง โปรดดูหน้าจอ</translation>
        </message>
        <message>
            <source>已回到一般畫面</source>
            <translation>กลับ​สู่​หน้าจอ​ปกติ​แล้ว</translation>
        </message>
        <message>
            <source>還在嗎？請按鍵或碰螢幕，{seconds} 秒後回首頁。</source>
            <translation>ยังอยู่ไหม กดปุ่มหรือแตะหน้าจอ กลับหน้าแรกใน {seconds} วินาที</translation>
        </message>
        <message>
            <source>按鈕</source>
            <translation>ปุ่ม</translation>
        </message>
        <message>
            <source>第 {place} 項，共 {of} 項</source>
            <translation>รายการ​ที่ {place} จาก {of}</translation>
        </message>
        <message>
            <source>處理中</source>
            <translation>กำลัง​ดำเนินการ</translation>
        </message>
        <message>
            <source>繞回另一端</source>
            <translation>วน​ไป​อีก​ด้าน</translation>
        </message>
        <message>
            <source>語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。</source>
            <translation>เปิด​เสียง​แนะนำ​แล้ว ใช้​ปุ่ม​ก่อนหน้า​และ​ถัดไป​เพื่อ​เลือก กด​ปุ่ม​ตกลง​เพื่อ​ยืนยัน กด​ปุ่ม​ย้อนกลับ​เพื่อ​กลับ</translation>
        </message>
        <message>
            <source>按住上一項或下一項，會一項一項往下念。</source>
            <translation>กดปุ่ม&#x200b;ก่อนหน้า&#x200b;หรือ&#x200b;ถัดไป&#x200b;ค้างไว้ เพื่อฟัง&#x200b;ทีละ&#x200b;รายการ</translation>
        </message>
        <message>
            <source>第 {page} 頁，共 {pages} 頁</source>
            <translation>หน้า {page} จาก {pages}</translation>
        </message>
    </context>
</TS>
