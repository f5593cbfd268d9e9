"""What users have as tables of texts: lists, pandas, polars and pyarrow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from caucus.errors import UsageError

#: A table: a pandas or polars data frame, a pyarrow table or record batch, or a sequence of mappings.
Frame = Any
#: Documents: a table with a column of texts, or texts alone.
Documents = Any


def table(data: Frame, what: str = "a table") -> pa.Table:
    """Give a table whose columns are texts.

    Parameters
    ----------
    data : DataFrame, pyarrow.Table, pyarrow.RecordBatch or sequence of mappings
        The table.
    what : str
        What messages call it.

    Returns
    -------
    pyarrow.Table
        The same rows, every column as text; missing values stay missing.

    Raises
    ------
    UsageError
        Where it is no table.
    """
    if isinstance(data, pa.Table):
        found = data
    elif isinstance(data, pa.RecordBatch):
        found = pa.Table.from_batches([data])
    elif isinstance(data, pd.DataFrame):
        found = _of_pandas(data)
    elif hasattr(data, "to_arrow"):
        found = data.to_arrow()
    elif isinstance(data, Sequence) and all(isinstance(row, Mapping) for row in data):
        found = pa.Table.from_pylist([dict(row) for row in data])
    else:
        raise UsageError(f"found {type(data).__name__} for {what}; expected a pandas or polars data frame, a pyarrow table or mappings", 64)
    return pa.table({str(name): _texts(column) for name, column in zip(found.column_names, found.columns, strict=True)})


def _of_pandas(frame: pd.DataFrame) -> pa.Table:
    columns = {}
    for i, name in enumerate(frame.columns):
        values = frame.iloc[:, i]
        try:
            columns[str(name)] = pa.array(values, from_pandas=True)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            # A column of several kinds of values.
            columns[str(name)] = pa.array([None if _is_missing(value) else str(value) for value in values], pa.large_string())
    return pa.table(columns)


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value) or value is pd.NA


def _texts(values: pa.ChunkedArray | pa.Array) -> pa.ChunkedArray | pa.Array:
    kind = values.type
    if pa.types.is_dictionary(kind):
        return _texts(values.cast(kind.value_type))
    if pa.types.is_nested(kind):
        spelled = [None if v is None else json.dumps(v, ensure_ascii=False, default=str) for v in values.to_pylist()]
        return pa.array(spelled, pa.large_string())
    if pa.types.is_timestamp(kind):
        seconds = values.cast(pa.timestamp("s", tz=kind.tz), safe=False)
        days = pc.all(pc.equal(seconds, pc.floor_temporal(seconds, unit="day"))).as_py()
        return pc.strftime(seconds, format="%Y-%m-%d" if days is not False else "%Y-%m-%dT%H:%M:%S").cast(pa.large_string())
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return values
    return values.cast(pa.large_string())


def documents(data: Documents) -> pa.Table:
    """Give a table of documents: one with a column of texts, or texts alone, whose ids are then their positions from 0.

    Parameters
    ----------
    data : DataFrame, Series, pyarrow.Table, sequence of str or of mappings
        The documents.

    Returns
    -------
    pyarrow.Table
        With the columns text and id, where no other names it.

    Raises
    ------
    UsageError
        Where it holds neither.
    """
    if isinstance(data, str):
        raise UsageError("found one text; expected several, such as [text]", 64)
    texts = text_sequence(data)
    if texts is None:
        return table(data, "documents")
    return pa.table(
        {
            "id": pa.array([str(i) for i in range(len(texts))], pa.large_string()),
            "text": pa.array(texts, pa.large_string()),
        }
    )


def text_sequence(data: object) -> list[str | None] | None:
    """Give texts as a list, or `None` where the data is a table.

    Parameters
    ----------
    data : object
        Texts in a list, Series or array of one dimension, or a table.

    Returns
    -------
    list of str or None, or None
        The texts.
    """
    if isinstance(data, pd.Series):
        return _strings(data.tolist())
    if isinstance(data, np.ndarray):
        return _strings(data.tolist()) if data.ndim == 1 else None
    if isinstance(data, (pa.Array, pa.ChunkedArray)):
        return _strings(data.to_pylist())
    if isinstance(data, (list, tuple)):
        return None if data and isinstance(data[0], Mapping) else _strings(data)
    if type(data).__module__.startswith("polars") and type(data).__name__ == "Series":
        return _strings(list(data))  # type: ignore[call-overload]
    return None


def _strings(values: Iterable[object]) -> list[str | None]:
    found: list[str | None] = []
    for i, value in enumerate(values):
        if _is_missing(value):
            found.append(None)
        elif isinstance(value, str):
            found.append(value)
        else:
            raise UsageError(f"text {i} is {type(value).__name__}; expected str", 64)
    return found


def targets(target: object) -> str:
    """Spell leaders as the library reads them.

    Parameters
    ----------
    target : str, mapping or sequence of these
        A name, or a mapping with name, and aliases, pronoun and roles where they are known.

    Returns
    -------
    str
        JSON.

    Raises
    ------
    UsageError
        Where it names no leader.
    """
    several = [target] if isinstance(target, (str, Mapping)) else target
    if not isinstance(several, Iterable):
        raise UsageError(f"found {type(target).__name__} for a target; expected a name, a mapping or several", 64)
    named = [{"name": one} if isinstance(one, str) else dict(one) for one in several]
    if not named:
        raise UsageError("found no target, expected at least one", 64)
    return json.dumps({"targets": named}, ensure_ascii=False)


def aliases(names: Mapping[str, Sequence[str]] | None) -> str | None:
    """Spell joined speakers as the library reads them.

    Parameters
    ----------
    names : mapping of str to sequence of str, or None
        The primary name of a speaker, and other names.

    Returns
    -------
    str or None
        JSON.
    """
    if not names:
        return None
    lists = [[primary, *([others] if isinstance(others, str) else others)] for primary, others in names.items()]
    return json.dumps(lists, ensure_ascii=False)
