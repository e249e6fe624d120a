<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_TW">
    <extra-checked_by_native_speaker>false</extra-checked_by_native_speaker>
    <context>
        <name>Header</name>
        <message>
            <source>今日休息</source>
            <translation>Closed today</translation>
        </message>
        <message>
            <source>今日服務時間 {times}</source>
            <translation>Open today {times}</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>愛心優先</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>長者・身心障礙・孕婦・攜帶嬰幼兒</source>
            <translation>Elderly, disabled, pregnant, infants</translation>
        </message>
        <message>
            <source>不印紙本</source>
            <translation>No paper</translation>
        </message>
    </context>
    <context>
        <name>KioskWindow</name>
        <message>
            <source>取號機暫停服務，請洽服務台。</source>
            <translation>This kiosk is out of service; please ask at the service desk.</translation>
        </message>
        <message>
            <source>暫時連不上系統，正在重新連線。急件請洽服務台。</source>
            <translation>Out of touch for the moment, reconnecting. If urgent, please ask at the service desk.</translation>
        </message>
        <message>
            <source>系統重新連線中，照常取號。</source>
            <translation>Reconnecting; numbers are given as usual.</translation>
        </message>
        <message>
            <source>印表機暫時不能列印，取號後請記下螢幕上的號碼。</source>
            <translation>The printer cannot print now. Please note the number on the screen.</translation>
        </message>
        <message>
            <source>印表機暫時不能列印，已通知服務人員。取號後請記下螢幕上的號碼。</source>
            <translation>The printer cannot print now; the staff have been told. Please note the number on the screen.</translation>
        </message>
        <message>
            <source>還在嗎？請碰一下螢幕，{seconds} 秒後回到首頁。</source>
            <translation>Still there? Touch the screen, or the start page returns in {seconds} s.</translation>
        </message>
    </context>
    <context>
        <name>LoveReasonsPage</name>
        <message>
            <source>愛心優先・請點選一項</source>
            <translation>Priority: please touch one</translation>
        </message>
        <message>
            <source>年長者</source>
            <translation>Elderly</translation>
        </message>
        <message>
            <source>身心障礙者</source>
            <translation>With a disability</translation>
        </message>
        <message>
            <source>孕婦</source>
            <translation>Pregnant</translation>
        </message>
        <message>
            <source>攜帶嬰幼兒者</source>
            <translation>With an infant</translation>
        </message>
        <message>
            <source>其他不便</source>
            <translation>Another reason</translation>
        </message>
        <message>
            <source>不必說明</source>
            <translation>No need to say</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Home</translation>
        </message>
    </context>
    <context>
        <name>MenuOffer</name>
        <message>
            <source>請選擇要辦理的業務</source>
            <translation>Please choose a service</translation>
        </message>
        <message>
            <source>目前無開放櫃台</source>
            <translation>No open counter</translation>
        </message>
        <message numerus="yes">
            <source>前面 %n 人</source>
            <translation>
                <numerusform>%n ahead</numerusform>
                <numerusform>%n ahead</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 項服務</source>
            <translation>
                <numerusform>%n service</numerusform>
                <numerusform>%n services</numerusform>
            </translation>
        </message>
        <message>
            <source>暫停</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>請選擇業務，或按頁碼看更多</source>
            <translation>Choose a service, or a page for more</translation>
        </message>
        <message>
            <source>首頁</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>第 {page} 頁</source>
            <translation>Page {page}</translation>
        </message>
        <message>
            <source>{time} 起</source>
            <translation>again from {time}</translation>
        </message>
        <message>
            <source>明天 {time} 起</source>
            <translation>again tomorrow {time}</translation>
        </message>
        <message>
            <source>{date} 起</source>
            <translation>again {date}</translation>
        </message>
        <message>
            <source>{time}起</source>
            <translation>from {time}</translation>
        </message>
        <message>
            <source>明天起</source>
            <translation>tomorrow</translation>
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
            <translation>Your call has been sent</translation>
        </message>
        <message>
            <source>目前沒有櫃台開著，也可以直接找服務台或附近的同仁。</source>
            <translation>No counter is open now; you may also ask at the service desk, or any staff nearby.</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>再試一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>仍要取號</source>
            <translation>Get a number</translation>
        </message>
        <message>
            <source>正在為您取號，請稍候</source>
            <translation>Getting your number, one moment please</translation>
        </message>
        <message>
            <source>正在通知服務人員，請稍候</source>
            <translation>Calling the staff, one moment please</translation>
        </message>
        <message>
            <source>已通知服務人員</source>
            <translation>The staff have been told</translation>
        </message>
        <message>
            <source>請在這裡稍候，會有人過來協助您。</source>
            <translation>Please wait here; somebody will come to help you.</translation>
        </message>
        <message>
            <source>目前不是服務時間</source>
            <translation>We are closed now</translation>
        </message>
        <message>
            <source>您可以先取號，櫃台開放後就會叫號；也可以請服務人員協助。</source>
            <translation>You may take a number and will be called when a counter opens, or ask the staff for help.</translation>
        </message>
        <message>
            <source>預計 {time} 起受理。您可以先取號等候，也可以請服務人員協助。</source>
            <translation>Open again from about {time}. You may take a number and wait, or ask the staff for help.</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理「{service}」</source>
            <translation>No counter is open for {service}</translation>
        </message>
        <message>
            <source>請洽服務台，由服務人員協助您。</source>
            <translation>Please ask at the service desk.</translation>
        </message>
        <message>
            <source>目前無法通知服務人員</source>
            <translation>The staff cannot be called from here now</translation>
        </message>
        <message>
            <source>目前暫時無法取號</source>
            <translation>Numbers cannot be given at the moment</translation>
        </message>
        <message>
            <source>系統正在重新連線，會自動再試。您也可以直接到服務台，由服務人員協助您。</source>
            <translation>Reconnecting; it will try again by itself. You may also go straight to the service desk.</translation>
        </message>
        <message>
            <source>請於服務時間再來，或洽服務台。</source>
            <translation>Please come back during opening hours, or ask at the service desk.</translation>
        </message>
        <message>
            <source>不需要協助了</source>
            <translation>No help needed now</translation>
        </message>
        <message>
            <source>剛才有人求助，服務人員正在過來</source>
            <translation>Somebody is on the way to whoever asked for help</translation>
        </message>
        <message>
            <source>要取號請按「回首頁」。</source>
            <translation>For a number, please press Home.</translation>
        </message>
        <message>
            <source>服務人員正在過來</source>
            <translation>Somebody is on the way to you</translation>
        </message>
        <message>
            <source>今天的取號已截止</source>
            <translation>No more numbers today</translation>
        </message>
        <message>
            <source>已有號碼的民眾請留在等候區，我們會繼續服務。</source>
            <translation>If you have a number, please stay: you will be served.</translation>
        </message>
        <message>
            <source>今天不開放：{reason}</source>
            <translation>Closed today: {reason}</translation>
        </message>
        <message>
            <source>今天不開放</source>
            <translation>Closed today</translation>
        </message>
        <message>
            <source>目前不開放：{reason}</source>
            <translation>Closed now: {reason}</translation>
        </message>
        <message>
            <source>{when} 開放。</source>
            <translation>We open {when}.</translation>
        </message>
        <message>
            <source>「{service}」今天的取號已截止</source>
            <translation>No more numbers today for {service}</translation>
        </message>
        <message>
            <source>「{service}」目前不受理</source>
            <translation>{service} is not on offer now</translation>
        </message>
        <message>
            <source>{when} 起受理。</source>
            <translation>Come back {when}.</translation>
        </message>
        <message>
            <source>您可以改辦其他業務，或請服務人員協助。</source>
            <translation>You may choose another service, or ask the staff for help.</translation>
        </message>
        <message>
            <source>請先到服務台</source>
            <translation>Please ask at the service desk first</translation>
        </message>
        <message>
            <source>服務人員會告訴您缺少的文件怎麼辦，以免白等。您也可以先取號等候。</source>
            <translation>They will tell you what to do about the missing papers, so that you do not wait in vain. You can also take a number now.</translation>
        </message>
        <message>
            <source>您的號碼是 {number}。</source>
            <translation>Your number is {number}.</translation>
        </message>
    </context>
    <context>
        <name>NumberPage</name>
        <message>
            <source>您的號碼</source>
            <translation>Your number</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>愛心優先</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>號碼單列印中，請稍候</source>
            <translation>Your slip is printing, one moment please</translation>
        </message>
        <message>
            <source>請取走您的號碼單</source>
            <translation>Please take your slip</translation>
        </message>
        <message>
            <source>請備 {papers}</source>
            <translation>Please have ready: {papers}</translation>
        </message>
        <message>
            <source>應備文件請洽服務台</source>
            <translation>Ask at the service desk what to bring</translation>
        </message>
        <message>
            <source>請備 {papers}，有缺請先洽服務台</source>
            <translation>Please have ready: {papers}. If something is missing, ask at the service desk first.</translation>
        </message>
        <message>
            <source>號碼有效，請記下或拍下這個號碼</source>
            <translation>Your number is valid: please note it or take a photo</translation>
        </message>
        <message>
            <source>請拍下號碼，或掃描存到手機</source>
            <translation>Take a photo, or scan to keep it</translation>
        </message>
        <message>
            <source>掃描可存下號碼</source>
            <translation>Scan to keep it</translation>
        </message>
    </context>
    <context>
        <name>WhereToWait</name>
        <message>
            <source>請直接到 {counter} 號櫃台</source>
            <translation>Please go straight to counter {counter}</translation>
        </message>
        <message>
            <source>請就近入座，我們會優先為您叫號</source>
            <translation>Please take a seat nearby; you will be called first</translation>
        </message>
        <message>
            <source>請在等候區稍坐，我們會叫您的號碼</source>
            <translation>Please take a seat; we will call your number</translation>
        </message>
        <message>
            <source>目前沒有櫃台辦理</source>
            <translation>No counter is open for this yet</translation>
        </message>
        <message>
            <source>開放後會叫您的號碼</source>
            <translation>We will call your number when one is</translation>
        </message>
        <message>
            <source>開放後叫號</source>
            <translation>We will call you once it opens</translation>
        </message>
        <message>
            <source>請就座等候叫號</source>
            <translation>Please take a seat</translation>
        </message>
    </context>
    <context>
        <name>WaitingWords</name>
        <message>
            <source>號碼已保留，依取號時間叫號</source>
            <translation>Your place is kept, by the time on your number</translation>
        </message>
        <message>
            <source>前面沒有人等候</source>
            <translation>Nobody ahead of you</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人</source>
            <translation>
                <numerusform>%n person ahead of you</numerusform>
                <numerusform>%n people ahead of you</numerusform>
            </translation>
        </message>
        <message>
            <source>約等 {least}–{most} 分</source>
            <translation>about {least}–{most} min</translation>
        </message>
        <message>
            <source>約等 {most} 分以內</source>
            <translation>within {most} min</translation>
        </message>
        <message>
            <source>要等超過 {long} 分</source>
            <translation>over {long} min</translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要取號嗎？</source>
            <translation>
                <numerusform>%n person ahead of you. Take a number?</numerusform>
                <numerusform>%n people ahead of you. Take a number?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {least}–{most} 分，要取號嗎？</source>
            <translation>
                <numerusform>%n person ahead of you, about {least}–{most} min. Take a number?</numerusform>
                <numerusform>%n people ahead of you, about {least}–{most} min. Take a number?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，要等超過 {long} 分，要取號嗎？</source>
            <translation>
                <numerusform>%n person ahead of you, over {long} min. Take a number?</numerusform>
                <numerusform>%n people ahead of you, over {long} min. Take a number?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面還有 %n 人，約等 {most} 分以內，要取號嗎？</source>
            <translation>
                <numerusform>%n person ahead of you, within {most} min. Take a number?</numerusform>
                <numerusform>%n people ahead of you, within {most} min. Take a number?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>這些都帶了嗎？</source>
            <translation>Do you have all of these?</translation>
        </message>
        <message>
            <source>回首頁</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>有缺</source>
            <translation>Not all of them</translation>
        </message>
        <message>
            <source>都帶了，取號</source>
            <translation>I have everything</translation>
        </message>
    </context>
    <context>
        <name>TimedPage</name>
        <message>
            <source>今天 {time}</source>
            <translation>today at {time}</translation>
        </message>
        <message>
            <source>明天 {time}</source>
            <translation>tomorrow at {time}</translation>
        </message>
        <message>
            <source>{date}{time}</source>
            <translation>on {date} at {time}</translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>看其餘文字</source>
            <translation>Read on</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>前面的</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>再聽一次</source>
            <translation>Say it again</translation>
        </message>
        <message>
            <source>大聲一點</source>
            <translation>Louder</translation>
        </message>
        <message>
            <source>小聲一點</source>
            <translation>Softer</translation>
        </message>
        <message>
            <source>語言與聲音</source>
            <translation>Language, sound</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>一般畫面</source>
            <translation>Ordinary screen</translation>
        </message>
    </context>
    <context>
        <name>GuideWords</name>
        <message>
            <source>這種語言不能朗讀，請看螢幕。</source>
            <translation>This language is not read aloud: please see the screen.</translation>
        </message>
        <message>
            <source>目前沒有語音，請看螢幕。</source>
            <translation>No voice now: please read the screen.</translation>
        </message>
        <message>
            <source>語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。</source>
            <translation>The spoken guide is on. Choose with previous and next, take with enter, go back with back.</translation>
        </message>
        <message>
            <source>按住上一項或下一項，會一項一項往下念。</source>
            <translation>Hold previous or next down to hear the choices one by one.</translation>
        </message>
        <message>
            <source>繞回另一端</source>
            <translation>around to the other end</translation>
        </message>
        <message>
            <source>處理中</source>
            <translation>being done</translation>
        </message>
        <message>
            <source>第 {place} 項，共 {of} 項</source>
            <translation>{place} of {of}</translation>
        </message>
        <message>
            <source>按鈕</source>
            <translation>button</translation>
        </message>
        <message>
            <source>還在嗎？請按鍵或碰螢幕，{seconds} 秒後回首頁。</source>
            <translation>Still there? Press a key or touch. Home in {seconds} s.</translation>
        </message>
        <message>
            <source>已回到一般畫面</source>
            <translation>The ordinary screen is back</translation>
        </message>
        <message>
            <source>第 {page} 頁，共 {pages} 頁</source>
            <translation>Page {page} of {pages}</translation>
        </message>
    </context>
    <context>
        <name>LanguageBar</name>
        <message>
            <source>無障礙</source>
            <translation>Access</translation>
        </message>
        <message>
            <source>需要協助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>語言</source>
            <translation>Language</translation>
        </message>
    </context>
</TS>
