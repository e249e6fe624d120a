<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_TW">
<context>
    <name>CallCard</name>
    <message>
        <source>請至</source>
        <translation>Please go to</translation>
    </message>
    <message>
        <source>愛心優先</source>
        <translation>Priority</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>叫號看板</source>
        <translation>Lobby display</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>目前沒有聲音</source>
        <translation>No sound at present</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>ddd d MMM</translation>
    </message>
</context>
<context>
    <name>MissedStrip</name>
    <message>
        <source>過號，請洽櫃台</source>
        <translation>Missed your number? Ask at any counter</translation>
    </message>
</context>
<context>
    <name>OpeningStrip</name>
    <message>
        <source>{counters}即將開放</source>
        <translation>Opening soon: {counters}</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>最近叫號</source>
        <translation>Recent calls</translation>
    </message>
    <message>
        <source>櫃台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>目前沒有叫號</source>
        <translation>No calls at present</translation>
    </message>
</context>
<context>
    <name>ServiceStrip</name>
    <message>
        <source>等候</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>暫無櫃台</source>
        <translation>not served now</translation>
    </message>
    <message>
        <source>無櫃台</source>
        <translation>no counter</translation>
    </message>
    <message>
        <source>未開放</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>與系統失去連線，請留意櫃台叫號</source>
        <translation>Out of touch with the system: please listen for your number at the counters</translation>
    </message>
    <message>
        <source>{since} 起與系統失去連線，請留意櫃台叫號</source>
        <translation>Out of touch since {since}: please listen for your number at the counters</translation>
    </message>
    <message>
        <source>尚未連上系統，會自動再試</source>
        <translation>Not connected yet; trying again by itself</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>您好，歡迎光臨</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>請先取號，叫號會顯示在這裡</source>
        <translation>Please take a number; it appears here when you are called</translation>
    </message>
    <message>
        <source>年長者、身心障礙者、孕婦、攜帶嬰幼兒者</source>
        <translation>Older people, people with disabilities, expectant mothers, parents with infants</translation>
    </message>
    <message>
        <source>請按「愛心優先」</source>
        <translation>press Priority</translation>
    </message>
    <message>
        <source>正在連線，請稍候</source>
        <translation>Connecting, one moment please</translation>
    </message>
    <message>
        <source>請留意櫃台叫號</source>
        <translation>Please listen for your number at the counters</translation>
    </message>
    <message>
        <source>{time} 開放</source>
        <translation>Opens at {time}</translation>
    </message>
    <message>
        <source>開放後請先取號</source>
        <translation>Please take a number then</translation>
    </message>
    <message>
        <source>今天不開放</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>今日服務已結束</source>
        <translation>Closed for today</translation>
    </message>
    <message>
        <source>今日已停止取號</source>
        <translation>No more numbers today</translation>
    </message>
    <message>
        <source>已取號的民眾，請等候叫號</source>
        <translation>If you hold a number, please wait until you are called</translation>
    </message>
    <message>
        <source>下次開放：{date} {time}</source>
        <translation>Open again: {date}, {time}</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>dddd d MMMM</translation>
    </message>
</context>
    <context>
        <name>SignBoard</name>
        <message>
            <source>請到這個櫃台</source>
            <translation>Please come here</translation>
        </message>
        <message>
            <source>辦理中</source>
            <translation>Now serving</translation>
        </message>
        <message>
            <source>請等候叫號</source>
            <translation>Please wait for your number</translation>
        </message>
        <message>
            <source>暫停服務</source>
            <translation>Back soon</translation>
        </message>
        <message>
            <source>預計 {time} 恢復</source>
            <translation>Back at {time}</translation>
        </message>
        <message>
            <source>即將開放</source>
            <translation>Opening soon</translation>
        </message>
        <message>
            <source>未開放</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>各項業務</source>
            <translation>All services</translation>
        </message>
        <message>
            <source>服務人員</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>代理人</source>
            <translation>Deputy</translation>
        </message>
        <message>
            <source>正在連線，請稍候</source>
            <translation>Connecting, one moment please</translation>
        </message>
        <message>
            <source>尚未連上系統</source>
            <translation>Not connected yet</translation>
        </message>
        <message>
            <source>設定檔已沒有這個櫃台</source>
            <translation>The office has no such counter any more</translation>
        </message>
        <message>
            <source>與系統失去連線，請留意櫃台叫號</source>
            <translation>Out of touch: please watch the counters</translation>
        </message>
    </context>
    <context>
        <name>SignWindow</name>
        <message>
            <source>櫃台看板</source>
            <translation>Counter sign</translation>
        </message>
    </context>
</TS>
