<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>limit of %n process(es) reached</source>
        <translation>
            <numerusform>limit of %n process reached</numerusform>
            <numerusform>limit of %n processes reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %1 more task(s)</source>
        <extracomment>%1 is the number, with separators between thousands</extracomment>
        <translation>
            <numerusform>… and %1 more task</numerusform>
            <numerusform>… and %1 more tasks</numerusform>
        </translation>
    </message>
</context>
</TS>
