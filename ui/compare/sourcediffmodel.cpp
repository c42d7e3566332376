// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sourcediffmodel.h"

#include "ui/theme/appearance.h"

#include <QBrush>
#include <QFont>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int Context = 2; // lines around a change
constexpr float TintPart = 0.12F;

/// The colour, so faint that words can stand on it.
QColor tint(QColor color)
{
    color.setAlphaF(TintPart);
    return color;
}

/// Each line of both texts, with those replaced beside those that took their place.
std::vector<DiffRow> pairedRows(const std::vector<DiffLine> &lines)
{
    std::vector<DiffRow> rows;
    for (std::size_t i = 0; i < lines.size();) {
        if (!lines[i].isRemoved() && !lines[i].isAdded()) {
            rows.push_back({lines[i].before, lines[i].after, false, 0});
            ++i;
            continue;
        }
        std::vector<int> removed;
        std::vector<int> added;
        for (; i < lines.size() && (lines[i].isRemoved() || lines[i].isAdded()); ++i)
            (lines[i].isRemoved() ? removed : added).push_back(lines[i].isRemoved() ? lines[i].before : lines[i].after);
        for (std::size_t k = 0; k < std::max(removed.size(), added.size()); ++k)
            rows.push_back({k < removed.size() ? removed[k] : 0, k < added.size() ? added[k] : 0, true, 0});
    }
    return rows;
}

} // namespace

std::vector<DiffRow> diffRows(const std::vector<DiffLine> &lines, int context)
{
    const std::vector<DiffRow> all = pairedRows(lines);
    const auto count = int(all.size());
    std::vector<bool> isKept(all.size());
    for (int row = 0; row < count; ++row) {
        if (!all[std::size_t(row)].isChanged)
            continue;
        for (int near = std::max(0, row - context); near <= std::min(count - 1, row + context); ++near)
            isKept[std::size_t(near)] = true;
    }
    std::vector<DiffRow> rows;
    for (std::size_t row = 0; row < all.size();) {
        std::size_t end = row;
        while (end < all.size() && !isKept[end])
            ++end;
        if (end - row > 1)
            rows.push_back({all[row].before, all[row].after, false, int(end - row)});
        else if (end - row == 1)
            rows.push_back(all[row]);
        for (row = end; row < all.size() && isKept[row]; ++row)
            rows.push_back(all[row]);
    }
    return rows;
}

SourceDiffModel::SourceDiffModel(Appearance *appearance, QObject *parent)
    : QAbstractTableModel(parent)
    , m_appearance(appearance)
{
}

void SourceDiffModel::setDifference(const SourceDifference &difference)
{
    beginResetModel();
    m_difference = difference;
    m_rows = diffRows(difference.lines, Context);
    endResetModel();
}

void SourceDiffModel::unfold(int row)
{
    const DiffRow fold = m_rows[std::size_t(row)];
    if (fold.folded == 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    beginInsertRows({}, row, row + fold.folded - 1);
    std::vector<DiffRow> lines;
    for (int i = 0; i < fold.folded; ++i)
        lines.push_back({fold.before + i, fold.after + i, false, 0});
    m_rows.insert(m_rows.begin() + row, lines.begin(), lines.end());
    endInsertRows();
}

void SourceDiffModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int SourceDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SourceDiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant SourceDiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DiffRow &row = m_rows[std::size_t(index.row())];
    const bool isBefore = index.column() < AfterNumber;
    const bool isNumber = index.column() == BeforeNumber || index.column() == AfterNumber;
    const int line = isBefore ? row.before : row.after;
    if (row.folded > 0) {
        if (role == Qt::DisplayRole && isNumber)
            return u"⋯"_s;
        if (role == Qt::TextAlignmentRole)
            return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (role == Qt::DisplayRole && isBefore)
            return u"   "_s + tr("%n line(s) the same", nullptr, row.folded);
        if (role == Qt::ForegroundRole)
            return m_appearance->color(ColorRole::Muted);
        if (role == Qt::ToolTipRole)
            return tr("Show these lines");
        return role == Qt::BackgroundRole ? QVariant(QBrush(m_appearance->color(ColorRole::Background))) : QVariant();
    }
    const QString text =
        line > 0 && !isNumber ? (isBefore ? m_difference.before : m_difference.after)[line - 1] : QString();
    switch (role) {
    case Qt::DisplayRole:
        if (line == 0)
            return {};
        if (isNumber)
            return QString::number(line);
        return (row.isChanged ? (isBefore ? u"− "_s : u"+ "_s) : u"  "_s) + QString(text).replace(u'\t', u"    "_s);
    case Qt::ToolTipRole:
        return text.trimmed().isEmpty() ? QVariant() : QVariant(text);
    case Qt::FontRole:
        return m_appearance->font(TextRole::SmallCode);
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (isNumber)
            return m_appearance->color(ColorRole::Muted);
        if (row.isChanged)
            return m_appearance->color(isBefore ? ColorRole::Failed : ColorRole::Done);
        return {};
    case Qt::BackgroundRole:
        if (row.isChanged && line > 0)
            return QBrush(tint(m_appearance->color(isBefore ? ColorRole::Failed : ColorRole::Done)));
        return {};
    default:
        return {};
    }
}

} // namespace Playground
