<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_TW">
    <context>
        <name>ActionPad</name>
        <message>
            <source>櫃台動作</source>
            <translation>Counter actions</translation>
        </message>
    </context>
    <context>
        <name>AnswerSheet</name>
        <message>
            <source>沒有寫明什麼事</source>
            <translation>No reason given</translation>
        </message>
        <message>
            <source>可以辦理</source>
            <translation>This can be done</translation>
        </message>
        <message>
            <source>不能辦理</source>
            <translation>This cannot be done</translation>
        </message>
        <message>
            <source>請民眾補正文件</source>
            <translation>Documents are missing</translation>
        </message>
        <message>
            <source>請稍候，正在查</source>
            <translation>One moment, I am looking</translation>
        </message>
        <message>
            <source>回覆</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>自行填寫（不寫民眾姓名、證號）</source>
            <translation>Own words (no visitor's name or ID number)</translation>
        </message>
    </context>
    <context>
        <name>AskSheet</name>
        <message>
            <source>請教誰</source>
            <translation>Whom to ask</translation>
        </message>
        <message>
            <source>請協助看一下這個案件</source>
            <translation>Please have a look</translation>
        </message>
        <message>
            <source>文件認定有疑義</source>
            <translation>Is a document valid?</translation>
        </message>
        <message>
            <source>法令適用有疑義</source>
            <translation>Which rule applies?</translation>
        </message>
        <message>
            <source>需要主管核可</source>
            <translation>Needs approval</translation>
        </message>
        <message>
            <source>系統操作問題</source>
            <translation>System problem</translation>
        </message>
        <message>
            <source>民眾有不同意見</source>
            <translation>Visitor disagrees</translation>
        </message>
        <message>
            <source>什麼事</source>
            <translation>About what</translation>
        </message>
        <message>
            <source>自行填寫（不寫民眾姓名、證號）</source>
            <translation>Own words (no visitor's name or ID number)</translation>
        </message>
        <message>
            <source>已經清楚</source>
            <translation>All clear now</translation>
        </message>
        <message>
            <source>不用了</source>
            <translation>No longer needed</translation>
        </message>
        <message>
            <source>結束請教</source>
            <translation>ends the question</translation>
        </message>
        <message>
            <source>%1 人</source>
            <translation>staff: %1</translation>
        </message>
        <message>
            <source>沒有人可以請教</source>
            <translation>nobody to ask</translation>
        </message>
        <message>
            <source>等候回覆</source>
            <translation>not answered yet</translation>
        </message>
        <message>
            <source>正過來</source>
            <translation>on the way</translation>
        </message>
    </context>
    <context>
        <name>AskedCaseStrip</name>
        <message>
            <source>還有 %1 件</source>
            <translation>and %1 more</translation>
        </message>
        <message>
            <source>%1 起</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>同仁請教</source>
            <translation>A colleague asks</translation>
        </message>
    </context>
    <context>
        <name>BackLineSheet</name>
        <message>
            <source>要做什麼</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>等候人數多</source>
            <translation>Many are waiting</translation>
        </message>
        <message>
            <source>同仁請假</source>
            <translation>A colleague is away</translation>
        </message>
        <message>
            <source>愛心民眾較多</source>
            <translation>Many priority visitors</translation>
        </message>
        <message>
            <source>人潮已退</source>
            <translation>The crowd is gone</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>其他原因（自行填寫）</source>
            <translation>Another reason (your own words)</translation>
        </message>
        <message>
            <source>請一位來開櫃台</source>
            <translation>Ask one more to open a counter</translation>
        </message>
        <message>
            <source>有人待命</source>
            <translation>Somebody stands by</translation>
        </message>
        <message>
            <source>目前沒有人可以來</source>
            <translation>Nobody can come now</translation>
        </message>
        <message>
            <source>請回座：%1 %2</source>
            <translation>May go back: %1 %2</translation>
        </message>
        <message>
            <source>不必來了：%1 %2</source>
            <translation>Call off: %1 %2</translation>
        </message>
    </context>
    <context>
        <name>BackLineStrip</name>
        <message>
            <source>還有 %1 件</source>
            <translation>and %1 more</translation>
        </message>
        <message>
            <source>可以回座了：辦完手上的民眾後登出即可</source>
            <translation>You may go back: finish with your visitor, then sign out</translation>
        </message>
        <message>
            <source>後線支援：%1 正前往 %2（%3 分）</source>
            <translation>Back line: %1 is on the way to %2 (%3 min)</translation>
        </message>
        <message>
            <source>沒有後線人員能支援 %1，請主管處理</source>
            <translation>Nobody of the back line can come to %1; supervisor, please see to it</translation>
        </message>
        <message>
            <source>正在請 %1 支援 %2</source>
            <translation>Asking %1 to open %2</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>等候
%1 位</source>
            <translation>%1
waiting</translation>
        </message>
        <message>
            <source>%1 秒</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>展開主控台</source>
            <translation>Open the console</translation>
        </message>
        <message>
            <source>展開</source>
            <translation>Expand</translation>
        </message>
        <message>
            <source>櫃台小列</source>
            <translation>Counter bar</translation>
        </message>
    </context>
    <context>
        <name>CaseWords</name>
        <message>
            <source>審核支援團隊</source>
            <translation>Review team</translation>
        </message>
        <message>
            <source>主管</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>%1 正過來協助</source>
            <translation>%1 is coming to help</translation>
        </message>
        <message>
            <source>先前回覆：%1</source>
            <translation>said before: %1</translation>
        </message>
        <message>
            <source>%1 回覆：%2</source>
            <translation>%1 answers: %2</translation>
        </message>
        <message>
            <source>審核支援團隊沒有回覆，已轉請主管（%1 起）</source>
            <translation>No answer from the review team; the supervisor is asked (since %1)</translation>
        </message>
        <message>
            <source>已請教%1，等候回覆（%2 起）</source>
            <translation>%1 asked, no answer yet (since %2)</translation>
        </message>
        <message>
            <source>您正過去 %1</source>
            <translation>You are on your way to %1</translation>
        </message>
        <message>
            <source>您已回覆 %1：%2</source>
            <translation>You answered %1: %2</translation>
        </message>
        <message>
            <source>%1 請教案件，等了 %2 沒有人回覆</source>
            <translation>%1 asks about a case, no answer for %2</translation>
        </message>
        <message>
            <source>%1 請教案件，已等 %2</source>
            <translation>%1 asks about a case (%2)</translation>
        </message>
        <message>
            <source>%1（%2）</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>ClerkWords</name>
        <message>
            <source>畫面已鎖定</source>
            <translation>Screen locked</translation>
        </message>
        <message>
            <source>同仁請教案件 %1 件</source>
            <translation>Questions from colleagues: %1</translation>
        </message>
        <message>
            <source>登入</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>登出</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>開始服務</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>暫停服務</source>
            <translation>Break</translation>
        </message>
        <message>
            <source>關閉櫃台</source>
            <translation>Close counter</translation>
        </message>
        <message>
            <source>下一位</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>叫這個號碼</source>
            <translation>Call this number</translation>
        </message>
        <message>
            <source>重呼</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>開始辦理</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>辦理完成</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>過號</source>
            <translation>No-show</translation>
        </message>
        <message>
            <source>放回等候</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>稍後再辦</source>
            <translation>Park</translation>
        </message>
        <message>
            <source>回到等候</source>
            <translation>Back in line</translation>
        </message>
        <message>
            <source>轉移</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>續辦他項</source>
            <translation>Continue with</translation>
        </message>
        <message>
            <source>更正項目</source>
            <translation>Fix service</translation>
        </message>
        <message>
            <source>現場直接辦</source>
            <translation>Walk-in</translation>
        </message>
        <message>
            <source>現場選項目</source>
            <translation>Walk-in: choose</translation>
        </message>
        <message>
            <source>%1「%2」</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>「%2」</source>
            <translation>(%2)</translation>
        </message>
        <message>
            <source>仍叫下一位</source>
            <translation>Call next anyway</translation>
        </message>
        <message>
            <source>復原</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>找號碼</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>縮小／放大</source>
            <translation>Resize</translation>
        </message>
        <message>
            <source>尚未登入</source>
            <translation>Not signed in</translation>
        </message>
        <message>
            <source>讀取中</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>未開放</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>暫停服務中</source>
            <translation>On a break</translation>
        </message>
        <message>
            <source>可以叫號</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>等候中</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>保留給愛心號</source>
            <translation>Kept for priority</translation>
        </message>
        <message>
            <source>叫號中</source>
            <translation>Calling</translation>
        </message>
        <message>
            <source>辦理中</source>
            <translation>Serving</translation>
        </message>
        <message>
            <source>預約 %1</source>
            <translation>Booked %1</translation>
        </message>
        <message>
            <source>愛心</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>預約</source>
            <translation>Booked</translation>
        </message>
        <message>
            <source>聽障：請招手</source>
            <translation>Deaf: wave</translation>
        </message>
        <message>
            <source>視障：請引導</source>
            <translation>Blind: guide</translation>
        </message>
        <message>
            <source>輪椅</source>
            <translation>Wheelchair</translation>
        </message>
        <message>
            <source>請放慢</source>
            <translation>Go slowly</translation>
        </message>
        <message>
            <source>已預審</source>
            <translation>Prechecked</translation>
        </message>
        <message>
            <source>續辦</source>
            <translation>Next errand</translation>
        </message>
        <message>
            <source>英語</source>
            <translation>English</translation>
        </message>
        <message>
            <source>越南語</source>
            <translation>Vietnamese</translation>
        </message>
        <message>
            <source>印尼語</source>
            <translation>Indonesian</translation>
        </message>
        <message>
            <source>泰語</source>
            <translation>Thai</translation>
        </message>
        <message>
            <source>日語</source>
            <translation>Japanese</translation>
        </message>
        <message>
            <source>愛心優先（尚未選服務）</source>
            <translation>Priority (service not chosen yet)</translation>
        </message>
        <message>
            <source>愛心優先</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>請稍候，接著：%1</source>
            <translation>One moment, then: %1</translation>
        </message>
        <message>
            <source>接著：%1</source>
            <translation>Then: %1</translation>
        </message>
        <message>
            <source>已 %1 秒沒有更新</source>
            <translation>no news for %1 s</translation>
        </message>
        <message>
            <source>%1，%2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>我過去</source>
            <translation>I'm coming</translation>
        </message>
        <message>
            <source>代為取號</source>
            <translation>Give a number</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>Chinese</translation>
        </message>
        <message>
            <source>後線支援</source>
            <translation>Back line</translation>
        </message>
        <message>
            <source>不必來了</source>
            <translation>Call off</translation>
        </message>
        <message>
            <source>請回座</source>
            <translation>Send back</translation>
        </message>
        <message>
            <source>我來</source>
            <translation>I am coming</translation>
        </message>
        <message>
            <source>不能去</source>
            <translation>I cannot</translation>
        </message>
        <message>
            <source>我到了</source>
            <translation>I am here</translation>
        </message>
        <message>
            <source>結束待命</source>
            <translation>End stand-by</translation>
        </message>
        <message>
            <source>櫃台</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>待命（後線支援）</source>
            <translation>Stand by (back line)</translation>
        </message>
        <message>
            <source>愛心免抽號</source>
            <translation>Lead a priority visitor</translation>
        </message>
        <message>
            <source>過號報到</source>
            <translation>Back after a miss</translation>
        </message>
        <message>
            <source>補印</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>作廢號碼</source>
            <translation>Void number</translation>
        </message>
        <message>
            <source>案件收執</source>
            <translation>Case receipt</translation>
        </message>
        <message>
            <source>服務台</source>
            <translation>Service desk</translation>
        </message>
        <message>
            <source>預審完成</source>
            <translation>Papers checked</translation>
        </message>
        <message>
            <source>請教</source>
            <translation>Ask</translation>
        </message>
        <message>
            <source>結束請教</source>
            <translation>End question</translation>
        </message>
        <message>
            <source>回覆</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>接手辦理</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>鎖定畫面</source>
            <translation>Lock the screen</translation>
        </message>
        <message>
            <source>解除鎖定</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>稍後提醒</source>
            <translation>Remind me later</translation>
        </message>
        <message>
            <source>代理人：%1</source>
            <translation>Deputy: %1</translation>
        </message>
    </context>
    <context>
        <name>DeskCard</name>
        <message>
            <source>輸入或掃描號碼，或從名單選一位</source>
            <translation>Type or scan a number, or choose one from the list</translation>
        </message>
        <message>
            <source>已 %1</source>
            <translation>%1 so far</translation>
        </message>
        <message>
            <source>%1 取號</source>
            <translation>taken at %1</translation>
        </message>
    </context>
    <context>
        <name>DeskList</name>
        <message>
            <source>等候</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>過號</source>
            <translation>Missed</translation>
        </message>
        <message>
            <source>稍後再辦</source>
            <translation>Parked</translation>
        </message>
        <message>
            <source>目前沒有</source>
            <translation>Nobody now</translation>
        </message>
        <message>
            <source>名單</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>等候名單</source>
            <translation>Who is waiting</translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>目前沒有櫃台能辦</source>
            <translation>No counter can now</translation>
        </message>
        <message>
            <source>%1 等著</source>
            <translation>%1 is free</translation>
        </message>
        <message>
            <source>接著是 %1</source>
            <translation>Next: %1</translation>
        </message>
        <message>
            <source>服務台</source>
            <translation>Service desk</translation>
        </message>
        <message>
            <source>號碼或掃描 QR，按 Enter</source>
            <translation>Number, or scan the code; then Enter</translation>
        </message>
        <message>
            <source>號碼或 QR</source>
            <translation>Number or code</translation>
        </message>
    </context>
    <context>
        <name>DeviceStrip</name>
        <message>
            <source>%1：%2（%3 起）</source>
            <translation>%1: %2 (since %3)</translation>
        </message>
        <message>
            <source>還有 %1 台</source>
            <translation>%1 more</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>今日已辦 %1 件</source>
            <translation>%1 served today</translation>
        </message>
        <message>
            <source>縮成小列</source>
            <translation>Shrink to bar</translation>
        </message>
        <message>
            <source>鎖定</source>
            <translation>Lock</translation>
        </message>
    </context>
    <context>
        <name>NumberSheet</name>
        <message>
            <source>愛心（項目到櫃台再說）</source>
            <translation>Priority, says at counter</translation>
        </message>
        <message>
            <source>辦理項目</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>身分</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Ordinary</translation>
        </message>
        <message>
            <source>愛心</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>語言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>需要（可複選）</source>
            <translation>Needs (any number)</translation>
        </message>
        <message>
            <source>聽障</source>
            <translation>Deaf</translation>
        </message>
        <message>
            <source>視障</source>
            <translation>Blind</translation>
        </message>
        <message>
            <source>輪椅</source>
            <translation>Wheelchair</translation>
        </message>
        <message>
            <source>請放慢</source>
            <translation>Slowly</translation>
        </message>
    </context>
    <context>
        <name>HelpWords</name>
        <message>
            <source>您正前往%1，也可在這裡代為取號</source>
            <translation>%1: you are on your way; the number can be given from here</translation>
        </message>
        <message>
            <source>%1等候協助已 %2 分鐘，還沒有人過去</source>
            <translation>%1: waiting for help for %2 min, nobody is coming yet</translation>
        </message>
        <message>
            <source>%1有民眾需要協助（%2 起）</source>
            <translation>%1: a visitor needs help (since %2)</translation>
        </message>
    </context>
    <context>
        <name>HelpStrip</name>
        <message>
            <source>還有 %1 處</source>
            <translation>and %1 more</translation>
        </message>
        <message>
            <source>%1 起</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>民眾求助</source>
            <translation>Calls for help</translation>
        </message>
    </context>
    <context>
        <name>MessageLine</name>
        <message>
            <source>復原：%1</source>
            <translation>Undo: %1</translation>
        </message>
        <message>
            <source>剩 %1 秒</source>
            <translation>%1 s left</translation>
        </message>
    </context>
    <context>
        <name>OwnCaseStrip</name>
        <message>
            <source>這位民眾的請教</source>
            <translation>Question about this visitor</translation>
        </message>
    </context>
    <context>
        <name>PlaceSheet</name>
        <message>
            <source>輪椅不便</source>
            <translation>No room for a wheelchair</translation>
        </message>
        <message>
            <source>%1 回來</source>
            <translation>back at %1</translation>
        </message>
        <message>
            <source>辦理項目</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>櫃台</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>備註（接手的同仁會看到）</source>
            <translation>Note for the colleague who takes over</translation>
        </message>
        <message>
            <source>項目不變</source>
            <translation>Same service</translation>
        </message>
        <message>
            <source>不限</source>
            <translation>Any</translation>
        </message>
        <message>
            <source>本櫃</source>
            <translation>Here</translation>
        </message>
        <message>
            <source>不辦此項</source>
            <translation>not this service</translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>其他原因（自行填寫）</source>
            <translation>Another reason, in your own words</translation>
        </message>
        <message>
            <source>回去補件</source>
            <translation>Fetching papers</translation>
        </message>
        <message>
            <source>填寫書表</source>
            <translation>Filling in a form</translation>
        </message>
        <message>
            <source>等候查證</source>
            <translation>Being checked</translation>
        </message>
        <message>
            <source>暫時離開</source>
            <translation>Away for a moment</translation>
        </message>
        <message>
            <source>午休</source>
            <translation>Lunch</translation>
        </message>
        <message>
            <source>休息</source>
            <translation>Short break</translation>
        </message>
        <message>
            <source>開會</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>支援其他工作</source>
            <translation>Helping elsewhere</translation>
        </message>
        <message>
            <source>民眾已回到櫃台</source>
            <translation>Is back at the counter</translation>
        </message>
        <message>
            <source>行動不便</source>
            <translation>Has trouble walking</translation>
        </message>
        <message>
            <source>等候過久</source>
            <translation>Waited too long</translation>
        </message>
        <message>
            <source>主管指示</source>
            <translation>Supervisor's wish</translation>
        </message>
        <message>
            <source>預計恢復</source>
            <translation>Back in</translation>
        </message>
        <message>
            <source>預計回來</source>
            <translation>Comes back in</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>未定</source>
            <translation>Not said</translation>
        </message>
        <message>
            <source>手上有案件</source>
            <translation>In the middle of a case</translation>
        </message>
        <message>
            <source>正在開會</source>
            <translation>In a meeting</translation>
        </message>
        <message>
            <source>不在座位</source>
            <translation>Away from my desk</translation>
        </message>
        <message>
            <source>身體不適</source>
            <translation>Not feeling well</translation>
        </message>
    </context>
    <context>
        <name>ServiceSheet</name>
        <message>
            <source>辦理項目</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Ordinary</translation>
        </message>
        <message>
            <source>愛心</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>身分</source>
            <translation>Class</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>%1 使用中</source>
            <translation>%1 is here</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>請輸入密碼</source>
            <translation>Enter your PIN</translation>
        </message>
        <message>
            <source>密碼</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>工作位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>移到 %1，並從 %2登出</source>
            <translation>Move to %1 and sign out at %2</translation>
        </message>
        <message>
            <source>移到 %1，%2 一起過去</source>
            <translation>Move to %1 with %2</translation>
        </message>
    </context>
    <context>
        <name>StandByWords</name>
        <message>
            <source>讀取中</source>
            <translation>Loading</translation>
        </message>
        <message>
            <source>待命中</source>
            <translation>Standing by</translation>
        </message>
        <message>
            <source>請支援 %1</source>
            <translation>Please open %1</translation>
        </message>
        <message>
            <source>請前往 %1</source>
            <translation>On your way to %1</translation>
        </message>
        <message>
            <source>%1 服務中</source>
            <translation>At %1</translation>
        </message>
        <message>
            <source>可以回座了</source>
            <translation>You may go back</translation>
        </message>
        <message>
            <source>待命已結束</source>
            <translation>Stand-by has ended</translation>
        </message>
        <message>
            <source>剩 %1 秒</source>
            <translation>%1 s left</translation>
        </message>
        <message>
            <source>大廳 %1 人等候，每個櫃台約有 %2 分鐘的工作</source>
            <translation>%1 people wait, about %2 minutes of work for each counter</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>大廳人多</source>
            <translation>The hall is full</translation>
        </message>
        <message>
            <source>大廳如常</source>
            <translation>The hall is as usual</translation>
        </message>
        <message>
            <source>大廳清閒</source>
            <translation>The hall is quiet</translation>
        </message>
        <message>
            <source>%1 人等候</source>
            <translation>%1 waiting</translation>
        </message>
        <message>
            <source>沒有其他人待命</source>
            <translation>Nobody else stands by</translation>
        </message>
        <message>
            <source>一起待命：%1</source>
            <translation>Also standing by: %1</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>在那個櫃台的電腦登入，就算到了</source>
            <translation>Signing in at that counter's own computer is arriving, too</translation>
        </message>
    </context>
    <context>
        <name>TicketCard</name>
        <message>
            <source>按「開始服務」後才會叫號到這裡</source>
            <translation>Nobody is called here until you press Open</translation>
        </message>
        <message>
            <source>一有可辦的號碼，就會叫到這個櫃台</source>
            <translation>The next number you can serve comes here by itself</translation>
        </message>
        <message>
            <source>這是最後一個空櫃台，留給下一位愛心民眾；一般號等太久時也會叫來</source>
            <translation>The last free counter waits for the next priority visitor; an ordinary one who waits too long comes as well</translation>
        </message>
        <message>
            <source>下一位是 %1　%2（%3）</source>
            <translation>Next is %1 · %2 (%3)</translation>
        </message>
        <message>
            <source>預計 %1 恢復</source>
            <translation>back at %1</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>顯示待命視窗</source>
            <translation>Show the stand-by window</translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message>
            <source>等候</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>稍後再辦</source>
            <translation>Parked</translation>
        </message>
        <message>
            <source>過號</source>
            <translation>Missed</translation>
        </message>
        <message>
            <source>找不到這個號碼</source>
            <translation>No such number</translation>
        </message>
        <message>
            <source>目前沒有</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>找號碼或項目</source>
            <translation>Number or service</translation>
        </message>
        <message>
            <source>本櫃可辦</source>
            <translation>For me</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>愛心</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>預約</source>
            <translation>Booked</translation>
        </message>
        <message>
            <source>只看</source>
            <translation>Show only</translation>
        </message>
        <message>
            <source>等候名單</source>
            <translation>Queue</translation>
        </message>
        <message>
            <source>名單</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>最久預計等 %1</source>
            <translation>Longest wait expected: %1</translation>
        </message>
    </context>
    <context>
        <name>WaitingRows</name>
        <message>
            <source>%1 回來</source>
            <translation>back %1</translation>
        </message>
        <message>
            <source>稍後再辦</source>
            <translation>Parked</translation>
        </message>
        <message>
            <source>過號</source>
            <translation>Missed</translation>
        </message>
        <message>
            <source>他櫃辦理</source>
            <translation>other counters</translation>
        </message>
        <message>
            <source>即將叫號</source>
            <translation>soon</translation>
        </message>
        <message>
            <source>預計 %1</source>
            <translation>due %1</translation>
        </message>
    </context>
    <context>
        <name>_Visitor</name>
        <message>
            <source>辦理時間</source>
            <translation>serving</translation>
        </message>
        <message>
            <source>叫號至今</source>
            <translation>since the call</translation>
        </message>
        <message>
            <source>等候</source>
            <translation>waited</translation>
        </message>
        <message>
            <source>叫號原因：%1</source>
            <translation>Why: %1</translation>
        </message>
        <message>
            <source>備註：%1</source>
            <translation>Note: %1</translation>
        </message>
        <message>
            <source>%1（第 %2 次）</source>
            <translation>%1 (call no. %2)</translation>
        </message>
    </context>
    <context>
        <name>ReceiptSheet</name>
        <message>
            <source>待辦什麼</source>
            <translation>What is pending</translation>
        </message>
        <message>
            <source>說明（會印在紙上，不要寫姓名、證號）</source>
            <translation>In your own words (printed: no names, no ID numbers)</translation>
        </message>
        <message>
            <source>何時回來</source>
            <translation>When to come back</translation>
        </message>
        <message>
            <source>補齊文件</source>
            <translation>Missing papers</translation>
        </message>
        <message>
            <source>查證審核</source>
            <translation>Being checked</translation>
        </message>
        <message>
            <source>製作證件</source>
            <translation>Document being made</translation>
        </message>
        <message>
            <source>其他機關回覆</source>
            <translation>Another office&apos;s answer</translation>
        </message>
        <message>
            <source>另行通知</source>
            <translation>Will be told</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>週一</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>週二</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>週三</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>週四</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>週五</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>週六</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>週日</source>
            <translation>Sun</translation>
        </message>
    </context>
    <context>
        <name>PinEntry</name>
        <message>
            <source>請輸入密碼</source>
            <translation>Enter your PIN</translation>
        </message>
        <message>
            <source>密碼</source>
            <translation>PIN</translation>
        </message>
    </context>
    <context>
        <name>LockSigns</name>
        <message>
            <source>等候 %1 位</source>
            <translation>%1 waiting</translation>
        </message>
    </context>
</TS>
