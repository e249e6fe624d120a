<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_TW">
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>這些錄得不好，請先聽過：{clips}</source>
        <translation>These were not recorded well; listen to them first: {clips}</translation>
    </message>
    <message>
        <source>還沒有任何一句叫號能整句唸出來，不能核可。</source>
        <translation>No call can be said whole yet: it cannot be approved.</translation>
    </message>
    <message numerus="yes">
        <source>還有 %n 句沒錄，核可後這些叫號仍不會用這個語言唸：{calls}</source>
        <translation>
            <numerusform>%n clip is not recorded. Once approved, such calls are still not spoken in this language: {calls}</numerusform>
            <numerusform>%n clips are not recorded. Once approved, such calls are still not spoken in this language: {calls}</numerusform>
        </translation>
    </message>
    <message>
        <source>本機關的每個號碼、每個櫃台都唸得出來。</source>
        <translation>Every number and counter of this office can be said.</translation>
    </message>
    <message>
        <source>每一句都錄好了。</source>
        <translation>Every clip is recorded.</translation>
    </message>
    <message>
        <source>核可這份錄音</source>
        <translation>Approve this recording</translation>
    </message>
    <message>
        <source>授權方式</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>錄音的人（只記身分，不記姓名）</source>
        <translation>Who spoke (as a role, not by name)</translation>
    </message>
    <message>
        <source>核可的人（會記下姓名和今天日期）</source>
        <translation>Who approves (name and today&apos;s date are kept)</translation>
    </message>
    <message>
        <source>我聽過了，核可</source>
        <translation>I have listened: approve</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>請選擇</source>
        <translation>Please choose</translation>
    </message>
</context>
<context>
    <name>Booth</name>
    <message>
        <source>沒有麥克風</source>
        <translation>No microphone</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>錄音</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>不聽了</source>
        <translation>Stop listening</translation>
    </message>
    <message>
        <source>聽這句</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>下一句</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>聽整句叫號</source>
        <translation>Listen to the whole call</translation>
    </message>
    <message>
        <source>號碼</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>櫃台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>麥克風</source>
        <translation>Microphone</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>太小聲</source>
        <translation>Too quiet</translation>
    </message>
    <message>
        <source>剛好</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>太大聲</source>
        <translation>Too loud</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>例：{number} 號到 {counter} 號櫃台</source>
        <translation>Heard in: number {number}, counter {counter}</translation>
    </message>
    <message>
        <source>正在錄音 {seconds} 秒，請說</source>
        <translation>Recording, {seconds} s: please speak</translation>
    </message>
    <message>
        <source>正在修剪、調整音量…</source>
        <translation>Trimming and levelling…</translation>
    </message>
    <message>
        <source>還沒錄</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>已錄：{verdict}</source>
        <translation>Recorded: {verdict}</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>要說的話</source>
        <translation>What to say</translation>
    </message>
    <message>
        <source>錄音</source>
        <translation>Recording</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>本機關要用的 {needed} 句，已錄 {recorded} 句</source>
        <translation>{recorded} of {needed} clips that this office needs are recorded</translation>
    </message>
    <message>
        <source>{who} 於 {day} 核可；看板下次啟動時開始使用</source>
        <translation>Approved by {who} on {day}; displays speak it from their next start</translation>
    </message>
    <message>
        <source>尚未核可，大廳不會播放</source>
        <translation>Not approved yet: the hall does not speak it</translation>
    </message>
    <message>
        <source>還沒有錄音</source>
        <translation>Nothing is recorded yet</translation>
    </message>
    <message>
        <source>錄音室：{language}</source>
        <translation>Recording room: {language}</translation>
    </message>
    <message>
        <source>核可</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>匯出 .zip</source>
        <translation>Export .zip</translation>
    </message>
    <message>
        <source>匯入 .zip</source>
        <translation>Import .zip</translation>
    </message>
</context>
</TS>
