// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/example.h"
#include "ui/explanation/explanationtext.h"
#include "ui/explanation/stateswatch.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<TextBlock> blocksOf(const ExplanationText &text)
{
    QList<TextBlock> all = text.introduction;
    for (const TextSection &section : text.sections)
        all += section.blocks;
    return all;
}

QList<InlineText> linksOf(const ExplanationText &text)
{
    QList<InlineText> links;
    const QList<TextBlock> blocks = blocksOf(text);
    for (const TextBlock &block : blocks) {
        for (const InlineText &part : block.inlines) {
            if (!part.link.isEmpty())
                links.append(part);
        }
    }
    return links;
}

/// How the text of a block is put together, whatever it says.
QString shapeOf(const TextBlock &block)
{
    QString shape = QString::number(int(block.kind)) + block.code;
    for (const ExperimentOffer &offer : block.offers)
        shape += u" experiment %1"_s.arg(offer.experiment);
    return shape;
}

QStringList shapeOf(const QList<TextBlock> &blocks)
{
    QStringList shapes;
    for (const TextBlock &block : blocks)
        shapes += shapeOf(block);
    return shapes;
}

QString trimmedText(const QString &text)
{
    return text.trimmed();
}

} // namespace

/// Markdown as it is read, and what the explanations of the examples lead to.
class ExplanationTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTitleParagraphsAndSections();
    void readsCodeWithItsEmptyLines();
    void takesOffersOffTheEndOfAParagraph();
    void knowsWhereLinksLead_data();
    void knowsWhereLinksLead();
    void tellsWholeProgramsFromPieces();
    void readsWhatIsNoExplanationToo();
    void everyExperimentHasItsButton_data() { rows(); }
    void everyExperimentHasItsButton();
    void everyLinkLeadsSomewhere_data() { rows(); }
    void everyLinkLeadsSomewhere();
    void cppIsQuotedFromTheProgram_data() { rows(); }
    void cppIsQuotedFromTheProgram();
    void thePartnerIsLinked_data() { rows(); }
    void thePartnerIsLinked();
    void bothLanguagesStandSideBySide_data();
    void bothLanguagesStandSideBySide();

private:
    void rows() const;
    ExplanationText read(const Example &example, const QString &language) const
    {
        return parseExplanation(textOf(example.explanation(language)));
    }

    ExampleList m_list;
};

void ExplanationTextsTest::initTestCase()
{
    m_list = readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s);
    QCOMPARE(m_list.problems, QStringList());
    QVERIFY(m_list.examples.size() >= 10);
}

void ExplanationTextsTest::rows() const
{
    QTest::addColumn<Example>("example");
    QTest::addColumn<QString>("language");
    for (const Example &example : m_list.examples) {
        for (const QString &language : {u"zh_CN"_s, u"en"_s})
            QTest::addRow("%s %s", qPrintable(example.id), qPrintable(language)) << example << language;
    }
}

void ExplanationTextsTest::readsTitleParagraphsAndSections()
{
    const ExplanationText text = parseExplanation(
        u"# Ten `tasks`\n\nIt takes **3 s**, see\nwww.python.org.\n\n- one\n- two\n\n## Try this\n\nGo.\n"_s);
    QCOMPARE(plainText(text.title), u"Ten tasks"_s);
    QVERIFY(text.title.last().isCode);
    QCOMPARE(text.introduction.size(), 3);
    QCOMPARE(plainText(text.introduction[0].inlines), u"It takes 3 s, see www.python.org."_s);
    QVERIFY(text.introduction[0].inlines[1].isStrong);
    QCOMPARE(text.introduction[2].kind, TextBlock::Kind::Bullet);
    QCOMPARE(text.sections.size(), 1);
    QCOMPARE(plainText(text.sections[0].title), u"Try this"_s);
    QCOMPARE(plainText(text.sections[0].blocks[0].inlines), u"Go."_s);
}

void ExplanationTextsTest::readsCodeWithItsEmptyLines()
{
    const ExplanationText text =
        parseExplanation(u"# T\n\n```python\nimport a\n\n    b()\n```\n\n```cpp\nc();\n```\n"_s);
    QCOMPARE(text.introduction.size(), 2);
    QCOMPARE(text.introduction[0].code, u"import a\n\n    b()"_s);
    QCOMPARE(text.introduction[0].codeLanguage, u"python"_s);
    QCOMPARE(text.introduction[1].code, u"c();"_s);
}

void ExplanationTextsTest::takesOffersOffTheEndOfAParagraph()
{
    const ExplanationText text =
        parseExplanation(u"# T\n\nChange `2`. [Try it](experiment:1) [Or this](experiment:2)\n"_s);
    const TextBlock &block = text.introduction.at(0);
    QCOMPARE(plainText(block.inlines), u"Change 2."_s);
    QCOMPARE(block.offers, (QList<ExperimentOffer>{{1, u"Try it"_s}, {2, u"Or this"_s}}));
}

void ExplanationTextsTest::knowsWhereLinksLead_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<std::optional<LinkTarget>>("target");
    using Kind = LinkTarget::Kind;
    using Target = std::optional<LinkTarget>;
    QTest::newRow("line") << u"line:12"_s << Target(LinkTarget{Kind::Line, {}, 12});
    QTest::newRow("line of a run") << u"ran:12"_s << Target(LinkTarget{Kind::RunLine, {}, 12});
    QTest::newRow("experiment") << u"experiment:1"_s << Target(LinkTarget{Kind::Experiment, {}, 1});
    QTest::newRow("example") << u"example:create_task"_s << Target(LinkTarget{Kind::Example, u"create_task"_s, 0});
    QTest::newRow("web") << u"https://www.python.org/"_s
                         << Target(LinkTarget{Kind::Web, u"https://www.python.org/"_s, 0});
    QTest::newRow("no line") << u"line:0"_s << Target();
    QTest::newRow("no number") << u"line:x"_s << Target();
    QTest::newRow("a file") << u"file:///etc/passwd"_s << Target();
    QTest::newRow("a program") << u"javascript:alert(1)"_s << Target();
    QTest::newRow("nothing") << QString() << Target();
    QTest::newRow("only a scheme") << u"example:"_s << Target();
}

void ExplanationTextsTest::knowsWhereLinksLead()
{
    QFETCH(QString, link);
    QFETCH(std::optional<LinkTarget>, target);
    QVERIFY(linkTarget(link) == target);
}

void ExplanationTextsTest::tellsWholeProgramsFromPieces()
{
    TextBlock block;
    block.kind = TextBlock::Kind::Code;
    block.codeLanguage = u"python"_s;
    block.code = u"await dog"_s;
    QVERIFY(!isWholeProgram(block));
    block.code = u"import asyncio\nasyncio.run(main())"_s;
    QVERIFY(isWholeProgram(block));
    block.codeLanguage = u"cpp"_s;
    QVERIFY(!isWholeProgram(block));
    block.code = u"int main(int argc, char *argv[])\n{\n}"_s;
    QVERIFY(isWholeProgram(block));
}

void ExplanationTextsTest::readsWhatIsNoExplanationToo()
{
    QCOMPARE(parseExplanation({}), ExplanationText());
    const ExplanationText text = parseExplanation(u"<b>x</b> & [a](b\n\n| t |\n"_s);
    QVERIFY(text.title.isEmpty());
    QVERIFY(!text.introduction.isEmpty());
}

void ExplanationTextsTest::everyExperimentHasItsButton()
{
    QFETCH(Example, example);
    QFETCH(QString, language);
    QList<int> offered;
    const QList<TextBlock> blocks = blocksOf(read(example, language));
    for (const TextBlock &block : blocks) {
        for (const ExperimentOffer &offer : block.offers) {
            offered.append(offer.experiment);
            QVERIFY(!offer.text.isEmpty());
        }
    }
    std::sort(offered.begin(), offered.end());
    QList<int> expected;
    for (int i = 1; i <= example.experiments.size(); ++i)
        expected.append(i);
    QCOMPARE(offered, expected);

    for (const QString &programLanguage : example.languages) {
        const QString program = textOf(example.scenario(programLanguage));
        const QList<ProgramChange> &experiments = example.experimentsIn(programLanguage);
        QCOMPARE(experiments.size(), expected.size());
        for (const ProgramChange &experiment : experiments) {
            const std::optional<QString> changed = applied(experiment, program);
            QVERIFY(changed);
            QVERIFY(*changed != program);
        }
    }
}

void ExplanationTextsTest::everyLinkLeadsSomewhere()
{
    QFETCH(Example, example);
    QFETCH(QString, language);
    const ExplanationText text = read(example, language);
    const QStringList lines = textOf(example.scenario(u"python")).split(u'\n');
    const QList<InlineText> links = linksOf(text);
    for (const InlineText &link : links) {
        const std::optional<LinkTarget> target = linkTarget(link.link);
        QVERIFY2(target, qPrintable(link.link));
        switch (target->kind) {
        case LinkTarget::Kind::Web:
            break;
        case LinkTarget::Kind::Example:
            QVERIFY2(std::any_of(m_list.examples.begin(), m_list.examples.end(),
                                 [&](const Example &other) { return other.id == target->address; }),
                     qPrintable(link.link));
            QVERIFY(target->address != example.id);
            break;
        case LinkTarget::Kind::Experiment:
            QFAIL("an experiment's link is its button only at the end of a paragraph");
            break;
        case LinkTarget::Kind::Line: {
            const QString line = lines.value(target->number - 1);
            QVERIFY2(!line.trimmed().isEmpty(), qPrintable(link.link));
            if (link.isCode)
                QVERIFY2(line.contains(link.text), qPrintable(link.text + u" is not on the line "_s + line));
            QVERIFY2(std::any_of(example.twins.begin(), example.twins.end(),
                                 [&](const TwinLine &twin) { return twin.python == target->number; }),
                     "not known where it leads in the C++ program");
            break;
        }
        case LinkTarget::Kind::RunLine:
            QFAIL("an explanation knows of no run");
            break;
        }
    }
    const QList<TextBlock> blocks = blocksOf(text);
    for (const TextBlock &block : blocks) {
        for (const InlineText &part : block.inlines)
            QVERIFY(part.picture.isEmpty() || isStateName(part.picture.section(u':', 1)));
    }
}

/// The programs are compiled and run by a test of theirs; what is quoted line by line compiles, too.
void ExplanationTextsTest::cppIsQuotedFromTheProgram()
{
    QFETCH(Example, example);
    QFETCH(QString, language);
    QStringList program = textOf(example.folder + u"/scenario.cpp"_s).split(u'\n');
    std::transform(program.begin(), program.end(), program.begin(), &trimmedText);
    const QList<TextBlock> blocks = blocksOf(read(example, language));
    qsizetype quoted = 0;
    for (const TextBlock &block : blocks) {
        if (block.codeLanguage != u"cpp")
            continue;
        const QStringList lines = block.code.split(u'\n');
        for (const QString &line : lines) {
            QVERIFY2(program.contains(line.trimmed()), qPrintable(line));
            ++quoted;
        }
    }
    QVERIFY(quoted > 0);
}

void ExplanationTextsTest::thePartnerIsLinked()
{
    QFETCH(Example, example);
    QFETCH(QString, language);
    QVERIFY2(example.partner.isEmpty() != (example.partnerExperiment == 0), "one thing to compare it with, not two");
    QVERIFY(example.partnerExperiment >= 0 && example.partnerExperiment <= example.experiments.size());
    if (example.partner.isEmpty())
        return; // its experiments have their buttons
    const QList<InlineText> links = linksOf(read(example, language));
    QVERIFY(std::any_of(links.begin(), links.end(),
                        [&](const InlineText &link) { return link.link == u"example:"_s + example.partner; }));
}

void ExplanationTextsTest::bothLanguagesStandSideBySide_data()
{
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    for (const Example &example : m_list.examples)
        QTest::newRow(qPrintable(example.id)) << example.explanation(u"zh_CN") << example.explanation(u"en");
    QTest::newRow("own program") << u":/explanation/own.zh_CN.md"_s << u":/explanation/own.en.md"_s;
}

void ExplanationTextsTest::bothLanguagesStandSideBySide()
{
    QFETCH(QString, chinese);
    QFETCH(QString, english);
    const ExplanationText zh = parseExplanation(textOf(chinese));
    const ExplanationText en = parseExplanation(textOf(english));
    QVERIFY(!zh.title.isEmpty() && !en.title.isEmpty());
    QCOMPARE(shapeOf(zh.introduction), shapeOf(en.introduction));
    QCOMPARE(zh.sections.size(), en.sections.size());
    for (qsizetype i = 0; i < zh.sections.size(); ++i)
        QCOMPARE(shapeOf(zh.sections[i].blocks), shapeOf(en.sections[i].blocks));
}

QTEST_MAIN(ExplanationTextsTest)
#include "tst_explanationtexts.moc"
