# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The selector that the hosted interpreter's event loops wait with: in the Qt event loop, on the scenario's clock."""

import _playground
import selectors
from collections.abc import Mapping
from select import EPOLLIN, EPOLLOUT


def _descriptor_of(fileobj):
    """The descriptor of a file object or of a number, as the selectors module takes them."""
    try:
        descriptor = fileobj if isinstance(fileobj, int) else int(fileobj.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor


def _epoll_events(events):
    return (EPOLLIN if events & selectors.EVENT_READ else 0) | (EPOLLOUT if events & selectors.EVENT_WRITE else 0)


class _Keys(Mapping):
    """The registered file objects, as get_map() shows them."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys[self._selector._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def __iter__(self):
        return iter(self._selector._keys)


class QtSelector(selectors.BaseSelector):
    """selectors.BaseSelector's interface and behaviour (Python's documentation of `selectors`)."""

    def __init__(self):
        self._poller = _playground.Poller()
        self._keys = {}
        self._map = _Keys(self)

    def _lookup(self, fileobj):
        try:
            return _descriptor_of(fileobj)
        except ValueError:
            # The file may have been closed after it was registered.
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(selectors.EVENT_READ | selectors.EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = selectors.SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._poller.add(key.fd, _epoll_events(events))
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            key = self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        self._poller.remove(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            try:
                self._poller.modify(key.fd, _epoll_events(events))
            except OSError:
                self.unregister(fileobj)
                raise
        key = key._replace(events=events, data=data)
        self._keys[key.fd] = key
        return key

    def select(self, timeout=None):
        ready = []
        for descriptor, events in self._poller.select(timeout):
            key = self._keys.get(descriptor)
            if key:
                # As the standard one: an error or a hang-up is readable and writable.
                mask = (selectors.EVENT_WRITE if events & ~EPOLLIN else 0) | (selectors.EVENT_READ if events & ~EPOLLOUT else 0)
                ready.append((key, mask & key.events))
        return ready

    def close(self):
        self._keys.clear()
        self._map = None
        self._poller = None

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        return mapping[fileobj]

    def get_map(self):
        return self._map

    def fileno(self):
        return self._poller.fileno()


def install():
    """Every loop that is not given a selector of its own waits with ours; off the world's clock, the others do too, since
    a wait of theirs would last as long as in the world."""
    selectors.DefaultSelector = selectors.EpollSelector = QtSelector
    if not _playground.follows_the_world():
        selectors.SelectSelector = selectors.PollSelector = QtSelector
