<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ContactsField</name>
    <message numerus="yes">
        <source>%n ways fit at most; remove one first.</source>
        <translation>
            <numerusform>%n way fits at most; remove it first.</numerusform>
            <numerusform>%n ways fit at most; remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestCard</name>
    <message numerus="yes">
        <source>%n other post(s) in the stream.</source>
        <translation>
            <numerusform>%n other post in the stream.</numerusform>
            <numerusform>%n other posts in the stream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) an answer from you.</source>
        <translation>
            <numerusform>%n needs an answer from you.</numerusform>
            <numerusform>%n need an answer from you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message numerus="yes">
        <source>%n status(es)</source>
        <translation>
            <numerusform>%n status</numerusform>
            <numerusform>%n statuses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message numerus="yes">
        <source>Followers of {topics}: {names} and %n more</source>
        <translation>
            <numerusform>Followers of {topics}: {names} and %n more</numerusform>
            <numerusform>Followers of {topics}: {names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RingCounter</name>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>characters</comment>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>characters</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln live</source>
        <translation>
            <numerusform>%Ln live</numerusform>
            <numerusform>%Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln last known</source>
        <translation>
            <numerusform>%Ln last known</numerusform>
            <numerusform>%Ln last known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last update %n s ago</source>
        <translation>
            <numerusform>Last update %n s ago</numerusform>
            <numerusform>Last update %n s ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextBox</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message numerus="yes">
        <source>with {name} and %n other(s)</source>
        <translation>
            <numerusform>with {name} and one other</numerusform>
            <numerusform>with {name} and %n others</numerusform>
        </translation>
    </message>
</context>
</TS>
