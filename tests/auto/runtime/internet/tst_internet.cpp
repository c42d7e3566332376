// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class TestInternet : public QObject { Q_OBJECT };
QTEST_GUILESS_MAIN(TestInternet)
#include "tst_internet.moc"
