// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/fetch.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>

namespace Playground {

namespace {

QNetworkAccessManager &managerOfThread()
{
    thread_local QPointer<QNetworkAccessManager> manager;
    if (!manager) {
        manager = new QNetworkAccessManager;
        // The application's end comes after everything that awaits, and before the end of Qt.
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            manager->setParent(QCoreApplication::instance());
        else
            QObject::connect(QThread::currentThread(), &QThread::finished, manager, &QObject::deleteLater);
    }
    return *manager;
}

} // namespace

QByteArray Response::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

FetchAwaiter::FetchAwaiter(const QUrl &url)
    : Suspension(Trace::WaitKind::Network)
    , m_url(url)
{
}

FetchAwaiter::~FetchAwaiter()
{
    if (m_reply)
        m_reply->deleteLater();
}

void FetchAwaiter::begin()
{
    m_reply = managerOfThread().get(QNetworkRequest(m_url));
    QObject::connect(m_reply, &QNetworkReply::finished, m_reply, [this] { wake(); });
}

void FetchAwaiter::abandon() noexcept
{
    m_reply->disconnect();
    m_reply->abort();
}

Response FetchAwaiter::await_resume()
{
    throwIfCancelled();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // An answer of status 404 is an error to Qt, but none for us; one that breaks off is.
    const bool isCutOff = status < 400 && m_reply->error() != QNetworkReply::NoError;
    if (status == 0 || isCutOff)
        throw NetworkError(m_url.toString().toStdString() + ": " + m_reply->errorString().toStdString());
    return {status, m_reply->url(), m_reply->rawHeaderPairs(), m_reply->readAll()};
}

Fetch fetch(const QUrl &url)
{
    return Fetch(url);
}

Fetch fetch(const QString &url)
{
    return Fetch(QUrl(url));
}

Fetch fetch(const char *url)
{
    return Fetch(QUrl(QString::fromUtf8(url)));
}

} // namespace Playground
