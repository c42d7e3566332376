<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddressSanitizer</name>
    <message numerus="yes">
        <source>%n byte(s) that line %1 allocated were never freed (memory leak).</source>
        <extracomment>%1 is the number of a line</extracomment>
        <translation>
            <numerusform>%n byte that line %1 allocated was never freed (memory leak).</numerusform>
            <numerusform>%n bytes that line %1 allocated were never freed (memory leak).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BuildWords</name>
    <message numerus="yes">
        <source>The compiler has found %n error(s).</source>
        <translation>
            <numerusform>The compiler has found %n error.</numerusform>
            <numerusform>The compiler has found %n errors.</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n task(s) done</source>
        <translation>
            <numerusform>%n task done</numerusform>
            <numerusform>%n tasks done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartTip</name>
    <message numerus="yes">
        <source>%n stretch(es)</source>
        <extracomment>So many stretches of a task&apos;s life, running or waiting, are drawn as one</extracomment>
        <translation>
            <numerusform>%n stretch</numerusform>
            <numerusform>%n stretches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n more below in the table</source>
        <translation>
            <numerusform>%n more below in the table</numerusform>
            <numerusform>%n more below in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message numerus="yes">
        <source>… and %n more task(s)</source>
        <translation>
            <numerusform>… and %n more task</numerusform>
            <numerusform>… and %n more tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorLines</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of tasks</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waited %n time(s), %1 in all</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>
            <numerusform>Waited %n time, %1 in all</numerusform>
            <numerusform>Waited %n times, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::ChartFilterBar</name>
    <message numerus="yes">
        <source>%n task(s) hidden</source>
        <translation>
            <numerusform>%n task hidden</numerusform>
            <numerusform>%n tasks hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::ExportDialog</name>
    <message numerus="yes">
        <source>%n task(s) have no room on %1 pages.</source>
        <translation>
            <numerusform>%n task has no room on %1 pages.</numerusform>
            <numerusform>%n tasks have no room on %1 pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have no room. A PDF of a fixed size has pages for them.</source>
        <translation>
            <numerusform>%n task has no room. A PDF of a fixed size has pages for it.</numerusform>
            <numerusform>%n tasks have no room. A PDF of a fixed size has pages for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have no room. A PDF has further pages for them.</source>
        <translation>
            <numerusform>%n task has no room. A PDF has a further page for it.</numerusform>
            <numerusform>%n tasks have no room. A PDF has further pages for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::MendingOffers</name>
    <message numerus="yes">
        <source>%n no-break space(s) became ordinary</source>
        <translation>
            <numerusform>%n no-break space became an ordinary one</numerusform>
            <numerusform>%n no-break spaces became ordinary ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full-width space(s) became ordinary</source>
        <translation>
            <numerusform>%n full-width space became an ordinary one</numerusform>
            <numerusform>%n full-width spaces became ordinary ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) are gone</source>
        <translation>
            <numerusform>%n invisible character is gone</numerusform>
            <numerusform>%n invisible characters are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full-width punctuation mark(s) in the code</source>
        <translation>
            <numerusform>%n full-width punctuation mark in the code</numerusform>
            <numerusform>%n full-width punctuation marks in the code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::MomentWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::OutputPanel</name>
    <message numerus="yes">
        <source>%n more task(s)</source>
        <translation>
            <numerusform>%n more task</numerusform>
            <numerusform>%n more tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::SourceDiffModel</name>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n line the same</numerusform>
            <numerusform>%n lines the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playground::TaskHeading</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSession</name>
    <message numerus="yes">
        <source>The program started more than %n process(es), which is the limit of a run, and was ended.</source>
        <translation>
            <numerusform>The program started more than %n process, which is the limit of a run, and was ended.</numerusform>
            <numerusform>The program started more than %n processes, which is the limit of a run, and was ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tasks to keep all: %n of them count in the figures, but are not shown.</source>
        <translation>
            <numerusform>There were too many tasks to keep all: %n of them counts in the figures, but is not shown.</numerusform>
            <numerusform>There were too many tasks to keep all: %n of them count in the figures, but are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too much happened to keep all of it: %n stretches of time count in the figures, but are not shown.</source>
        <translation>
            <numerusform>Too much happened to keep all of it: %n stretch of time counts in the figures, but is not shown.</numerusform>
            <numerusform>Too much happened to keep all of it: %n stretches of time count in the figures, but are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of the run could not be ended.</source>
        <translation>
            <numerusform>%n process of the run could not be ended.</numerusform>
            <numerusform>%n processes of the run could not be ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioFile</name>
    <message numerus="yes">
        <source>%n no-break space(s)</source>
        <translation>
            <numerusform>%n no-break space</numerusform>
            <numerusform>%n no-break spaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full-width space(s)</source>
        <translation>
            <numerusform>%n full-width space</numerusform>
            <numerusform>%n full-width spaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s)</source>
        <translation>
            <numerusform>%n invisible character</numerusform>
            <numerusform>%n invisible characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskSteps</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
