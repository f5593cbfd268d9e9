"""The library, by ctypes: tables in, Arrow out. A call runs without the GIL, and Ctrl-C ends it."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_void_p
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pyarrow as pa

from caucus.errors import CaucusError, error

Option = str | bytes | int | float | bool | None


class _Column(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p),
        ("bytes", c_void_p),
        ("byte_count", c_int64),
        ("offsets", c_void_p),
        ("validity", c_void_p),
    ]


class _Table(ctypes.Structure):
    _fields_ = [("row_count", c_int64), ("column_count", c_int64), ("columns", POINTER(_Column))]


class _Work(ctypes.Structure):
    _fields_ = [("jobs", c_int32), ("cancel", POINTER(c_int32)), ("done", POINTER(c_int64))]


class _Rows(ctypes.Structure):
    _fields_ = [
        ("row_count", c_int64),
        ("column_count", c_int64),
        ("value_count", c_int64),
        ("starts", c_void_p),
        ("indices", c_void_p),
        ("values", c_void_p),
    ]


# The arguments of each function before the three that all have: schema, array, message.
_TAKES: dict[str, list[Any]] = {
    "caucus_contents": [],
    "caucus_read": [POINTER(_Table), POINTER(_Work)],
    "caucus_extract": [POINTER(_Table), POINTER(_Table), POINTER(_Work)],
    "caucus_score": [POINTER(_Table), POINTER(_Table), POINTER(_Work)],
    "caucus_store": [POINTER(_Table)],
    "caucus_report": [POINTER(_Table), POINTER(_Table)],
    "caucus_estimate": [POINTER(_Table), POINTER(_Table), POINTER(_Table)],
    "caucus_identities": [POINTER(_Table), POINTER(_Table)],
    "caucus_links": [POINTER(_Table)],
    "caucus_copies": [POINTER(_Table)],
    "caucus_agreement": [POINTER(_Table), POINTER(_Table)],
    "caucus_fit": [POINTER(_Table), POINTER(_Table), POINTER(_Work)],
    "caucus_predict": [POINTER(_Table), POINTER(_Table)],
    "caucus_explain": [POINTER(_Table), POINTER(_Table)],
    "caucus_regress": [POINTER(_Rows), c_void_p, c_void_p, POINTER(_Table)],
    "caucus_vectorizer": [POINTER(_Table), POINTER(_Table), POINTER(_Work)],
    "caucus_vectorize": [POINTER(_Table), POINTER(_Table)],
    "caucus_feature_names": [POINTER(_Table)],
}


def library_path() -> Path:
    """Find the library: that of ``CAUCUS_LIBRARY``, of the wheel, or of the checkout that this file lies in."""
    name = "libCaucusC.so"
    own = Path(__file__).resolve().parent
    given = os.environ.get("CAUCUS_LIBRARY")
    places = [Path(given)] if given else [own / "_lib" / name]
    if not given:
        places += [up / ".build" / "release" / name for up in own.parents if (up / "Package.swift").is_file()]
    for place in places:
        if place.is_file():
            return place
    raise ImportError(
        f"{places[0]}: no such file; expected the library of a wheel, one that CAUCUS_LIBRARY names, or in a checkout "
        "that of `swift build -c release --product CaucusC`"
    )


@cache
def library() -> ctypes.CDLL:
    """Load the library, once."""
    loaded = ctypes.CDLL(str(library_path()))
    for name, arguments in _TAKES.items():
        function = getattr(loaded, name)
        function.argtypes = [*arguments, c_void_p, c_void_p, POINTER(c_void_p)]
        function.restype = c_int32
    loaded.caucus_version.restype = c_void_p
    loaded.caucus_free.argtypes = [c_void_p]
    loaded.caucus_free.restype = None
    return loaded


def version() -> str:
    """Tell the version of the library."""
    pointer = library().caucus_version()
    return _taken(pointer)


def _taken(pointer: int | None) -> str:
    """Copy a text of the library's and give it back."""
    if not pointer:
        return ""
    text = ctypes.string_at(pointer).decode("utf-8", "replace")
    library().caucus_free(pointer)
    return text


class _Input:
    """A table as the library reads it; the buffers live as long as this does."""

    def __init__(self, table: pa.Table) -> None:
        self._kept: list[Any] = []
        columns = (_Column * max(table.num_columns, 1))()
        for i, (name, values) in enumerate(zip(table.column_names, table.columns, strict=True)):
            self._fill(columns[i], name, values)
        self._kept.append(columns)
        self.table = _Table(table.num_rows, table.num_columns, columns)

    def _fill(self, column: _Column, name: str, values: pa.ChunkedArray) -> None:
        wanted = pa.large_binary() if pa.types.is_binary(values.type) or pa.types.is_large_binary(values.type) else (pa.large_string())
        array = pa.concat_arrays(values.cast(wanted).chunks) if values.num_chunks else pa.array([], wanted)
        if array.offset:
            # The bits of a slice begin inside a byte; what is joined begins anew.
            array = pa.concat_arrays([array, pa.array([], wanted)])
        validity, offsets, data = array.buffers()
        if offsets is None:
            offsets = pa.py_buffer(bytes(8))
        encoded = name.encode()
        self._kept += [array, encoded, validity, offsets, data]
        column.name = encoded
        column.bytes = data.address if data is not None and data.size else None
        column.byte_count = data.size if data is not None else 0
        column.offsets = offsets.address
        column.validity = validity.address if validity is not None and array.null_count else None


def _options(options: Mapping[str, Option]) -> pa.Table:
    """Make a table of one row of the options that are given."""
    given = {name: value for name, value in options.items() if value is not None}
    return (
        pa.table({name: pa.array([_spelled(value)]) for name, value in given.items()})
        if given
        else pa.table({"": pa.array([""])}).select([])
    )


def _spelled(value: Option) -> str | bytes:
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, (str, bytes)) else repr(value)


def call(
    name: str,
    *tables: pa.Table | None,
    options: Mapping[str, Option] | None = None,
    jobs: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> pa.RecordBatch:
    """Call a function of the library.

    Parameters
    ----------
    name : str
        The function, without ``caucus_``.
    *tables : pyarrow.Table or None
        Its tables, before the options.
    options : mapping of str, optional
        Its options; `None` stands for one that is not given.
    jobs : int, optional
        How many cores, for a function that takes work: 0 for all.
    progress : callable, optional
        Is given the number of documents done, ten times a second.

    Returns
    -------
    pyarrow.RecordBatch
        The result.

    Raises
    ------
    CaucusError
        Where the call failed.
    KeyboardInterrupt
        Where Ctrl-C ended it.
    """
    kept = [None if table is None else _Input(table) for table in tables]
    arguments: list[Any] = [None if table is None else byref(table.table) for table in kept]
    given = _options(options or {})
    own = _Input(given) if given.num_columns else None
    if name not in ("contents", "links", "copies"):
        arguments.append(None if own is None else byref(own.table))
    cancel, done = c_int32(0), c_int64(0)
    if jobs is not None:
        arguments.append(byref(_Work(jobs, ctypes.pointer(cancel), ctypes.pointer(done))))
    return _run(name, arguments, cancel, done, progress, is_watched=jobs is not None)


def regress(
    starts: np.ndarray[Any, Any],
    indices: np.ndarray[Any, Any],
    values: np.ndarray[Any, Any],
    columns: int,
    classes: np.ndarray[Any, Any],
    weights: np.ndarray[Any, Any] | None,
    options: Mapping[str, Option],
) -> pa.RecordBatch:
    """Fit a logistic regression to rows of numbers (CSR).

    Parameters
    ----------
    starts, indices, values : ndarray of int64, int32 and float64
        The rows, of shape (rows + 1,), (values,) and (values,).
    columns : int
        How many columns the rows have.
    classes : ndarray of int64 of shape (rows,)
        The class of each row, from 0.
    weights : ndarray of float64 of shape (rows,), optional
        What each row counts.
    options : mapping
        ``class_count``, ``c``, ``dense``, ``gap``, ``iterations``.

    Returns
    -------
    pyarrow.RecordBatch
        A row with weights, intercepts, iterations and converged.
    """
    rows = _Rows(len(starts) - 1, columns, len(values), starts.ctypes.data, indices.ctypes.data, values.ctypes.data)
    own = _Input(_options(options))
    arguments = [
        byref(rows),
        classes.ctypes.data,
        None if weights is None else weights.ctypes.data,
        byref(own.table),
    ]
    return _run("regress", arguments, c_int32(0), c_int64(0), None, is_watched=False)


def _run(
    name: str,
    arguments: list[Any],
    cancel: c_int32,
    done: c_int64,
    progress: Callable[[int], None] | None,
    *,
    is_watched: bool,
) -> pa.RecordBatch:
    function = getattr(library(), "caucus_" + name)
    schema, array, message = (ctypes.c_char * 72)(), (ctypes.c_char * 80)(), c_void_p()
    arguments = [*arguments, ctypes.addressof(schema), ctypes.addressof(array), byref(message)]
    if is_watched and threading.current_thread() is threading.main_thread():
        code = _watched(lambda: int(function(*arguments)), cancel, done, progress)
    else:
        code = int(function(*arguments))
    text = _taken(message.value)
    if code:
        raise error(code, text)
    if progress is not None:
        progress(done.value)
    try:
        return pa.RecordBatch._import_from_c(ctypes.addressof(array), ctypes.addressof(schema))
    except pa.ArrowInvalid as problem:
        raise CaucusError(f"the result is no Arrow table: {problem}") from problem


def _watched(work: Callable[[], int], cancel: c_int32, done: c_int64, progress: Callable[[int], None] | None) -> int:
    """Run a call on another thread, so that this one takes Ctrl-C, and waits for the call to end all the same."""
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(work()), name="caucus", daemon=True)
    problems: list[BaseException] = []
    with _kept_interrupts(cancel, problems):
        thread.start()
        while thread.is_alive():
            try:
                thread.join(0.1)
                if progress is not None and thread.is_alive():
                    progress(done.value)
            except BaseException as raised:
                # The buffers of the call must stay: it ends soon after it sees the flag.
                problems.append(raised)
                cancel.value = 1
    if problems:
        raise problems[0]
    return codes[0]


@contextmanager
def _kept_interrupts(cancel: c_int32, problems: list[BaseException]) -> Iterator[None]:
    """Keep what the handler of Ctrl-C raises, and end the call, so that it comes through wherever this thread is."""
    handler = signal.getsignal(signal.SIGINT)
    if not callable(handler):
        yield
        return

    def keep(number: int, frame: FrameType | None) -> None:
        try:
            handler(number, frame)
        except BaseException as raised:
            problems.append(raised)
            cancel.value = 1

    signal.signal(signal.SIGINT, keep)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
