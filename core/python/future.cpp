// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/future.h"

#include "core/python/asyncio.h"

#include <new>

namespace Playground::Future {

namespace {

PyTypeObject *futureType = nullptr;
Py_ssize_t extraOffset = 0;
quint32 futureCount = 0;

PyObject *newFuture(PyTypeObject *subtype, PyObject *arguments, PyObject *keywords)
{
    PyObject *self = Asyncio::parts().baseFuture->tp_new(subtype, arguments, keywords);
    if (self)
        new (&extra(self)) Extra{++futureCount, Trace::WaitKind::Future, Trace::TaskId::None, Trace::Open};
    return self;
}

void deallocateFuture(PyObject *self)
{
    if (PyObject_CallFinalizerFromDealloc(self) == 0)
        deallocate(self);
}

Py_hash_t hash(PyObject *self)
{
    return Py_hash_t(extra(self).number);
}

int traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return Asyncio::parts().baseFuture->tp_traverse(self, visit, arg);
}

int clear(PyObject *self)
{
    return Asyncio::parts().baseFuture->tp_clear(self);
}

} // namespace

PyTypeObject *makeType()
{
    PyTypeObject *base = Asyncio::parts().baseFuture;
    extraOffset = alignedFor<Extra>(base->tp_basicsize);
    PyType_Slot typeSlots[] = {
        {Py_tp_doc, const_cast<char *>(base->tp_doc)},
        {Py_tp_new, slot(newFuture)},
        {Py_tp_dealloc, slot(deallocateFuture)},
        {Py_tp_finalize, slot(base->tp_finalize)},
        {Py_tp_traverse, slot(traverse)},
        {Py_tp_clear, slot(clear)},
        {Py_tp_hash, slot(hash)},
        {Py_tp_richcompare, slot(base->tp_richcompare)},
        {0, nullptr},
    };
    PyType_Spec spec{"_asyncio.Future", int(extraOffset + Py_ssize_t(sizeof(Extra))), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, typeSlots};
    futureType = reinterpret_cast<PyTypeObject *>(
        PyType_FromSpecWithBases(&spec, py::make_tuple(py::handle(reinterpret_cast<PyObject *>(base))).ptr()));
    if (!futureType)
        throw py::error_already_set();
    return futureType;
}

PyTypeObject *type()
{
    return futureType;
}

bool check(PyObject *object)
{
    return PyObject_TypeCheck(object, futureType);
}

Extra &extra(PyObject *future)
{
    return *reinterpret_cast<Extra *>(reinterpret_cast<char *>(future) + extraOffset);
}

void deallocate(PyObject *self)
{
    PyTypeObject *ownType = Py_TYPE(self);
    PyTypeObject *base = Asyncio::parts().baseFuture;
    base->tp_dealloc(self);
    // A static base type (CPython 3.11) leaves the reference to the instance's type to us.
    if (!(base->tp_flags & Py_TPFLAGS_HEAPTYPE))
        Py_DECREF(ownType);
}

} // namespace Playground::Future
