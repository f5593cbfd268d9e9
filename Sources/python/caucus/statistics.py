"""Shares that hold, and how far people agree."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa

from caucus import _native, _tables
from caucus.errors import UsageError
from caucus.stores import Unit


def estimate(
    quotations: _tables.Frame,
    labels: _tables.Frame | None = None,
    *,
    by: str | None = None,
    level: float = 0.95,
    unit: Unit = "quotation",
    seed: int = 1,
) -> pd.DataFrame:
    """Estimate the shares of the three stances, with their intervals.

    The numbers are those of ``caucus report``: clustered by story, corrected by hand labels wherever at least ten quotations of five
    articles are labeled, and the headline else by what judged quotations about other leaders tell. They start from the tables'
    probabilities, which have six digits.

    Parameters
    ----------
    quotations : DataFrame, polars.DataFrame, pyarrow.Table or sequence of mappings
        What `score` gives: at least quote_id, status, p_against, p_neutral and p_favor; target, speaker_id, doc_id, duplicate_of, outlet
        and published where they are.
    labels : DataFrame, optional
        Hand labels of quotations drawn with known probabilities: quote_id, label, sampling_probability, and annotator.
    by : str, optional
        A row each "speaker", "outlet", "month", "week", or value of a column; all together where it is not given.
    level : float, default 0.95
        The coverage of the intervals, above 0.5 and below 1.
    unit : {"quotation", "document", "speaker"}
        What shares are shares of.
    seed : int, default 1
        The seed of the bootstrap.

    Returns
    -------
    DataFrame of shape (leaders × parts, 19)
        target, part, name, n_quotes, n_documents, share_against, share_neutral and share_favor (0 to 1) and net (−1 to 1), each with _low
        and _high (missing where not estimable), level, method, unit and run.

    Raises
    ------
    UsageError, DataError
        Where an argument means nothing, or a row cannot be counted.

    Examples
    --------
    >>> import caucus
    >>> rows = [{"quote_id": f"d{i}:0-9", "status": "counted", "p_against": 0.7, "p_neutral": 0.2, "p_favor": 0.1,
    ...          "speaker_id": "ruth-okello"} for i in range(3)]
    >>> caucus.estimate(rows)[["n_quotes", "share_against"]].values.tolist()
    [[3.0, 0.7]]
    """
    batch = _native.call(
        "estimate",
        _tables.table(quotations, "quotations"),
        None if labels is None else _tables.table(labels, "labels"),
        options={"by": by, "level": level, "unit": unit, "seed": seed},
    )
    frame: pd.DataFrame = batch.to_pandas()
    return frame


@dataclass(frozen=True)
class Agreement:
    """How far people who labeled the same things agree.

    Attributes
    ----------
    alpha : float
        Krippendorff's α: 1 for perfect agreement, 0 for chance.
    low, high : float or None
        Its interval by a bootstrap over units; `None` where it cannot be estimated.
    level : float
        The coverage of the interval.
    scale : str
        nominal or ordinal.
    n_units : int
        How many things have two labels or more.
    n_annotators : int or None
        How many people labeled; `None` where nobody is named.
    """

    alpha: float
    low: float | None
    high: float | None
    level: float
    scale: str
    n_units: int
    n_annotators: int | None


def agreement(
    labels: _tables.Frame,
    *,
    unit: str = "quote_id",
    label: str = "label",
    annotator: str = "annotator",
    scale: Literal["nominal", "ordinal"] = "nominal",
    order: Sequence[str] | None = None,
    level: float = 0.95,
    seed: int = 1,
) -> Agreement:
    """Tell how far people agree who labeled the same things (Krippendorff's α).

    Parameters
    ----------
    labels : DataFrame, polars.DataFrame, pyarrow.Table or sequence of mappings; or array-like of shape (units, annotators)
        A row a label, with the columns `unit`, `label` and, where people are named, `annotator`; or what each person (column) said of each
        unit (row), `None` or NaN where one did not see it.
    unit, label, annotator : str
        The names of these columns.
    scale : {"nominal", "ordinal"}
        Whether the order of labels matters.
    order : sequence of str, optional
        The labels in order; sorted where it is not given.
    level : float, default 0.95
        The coverage of the interval, above 0.5 and below 1.
    seed : int, default 1
        The seed of the bootstrap of 1,000 draws.

    Returns
    -------
    Agreement

    Raises
    ------
    DataError
        Where no unit has two labels.
    UsageError
        Where a column is missing.

    Examples
    --------
    >>> import caucus
    >>> said = [["favor", "favor"], ["against", "against"], ["neutral", "favor"], ["neutral", "neutral"]]
    >>> round(caucus.agreement(said).alpha, 3)
    0.667
    """
    given = _long(labels, unit, label, annotator)
    batch = _native.call(
        "agreement",
        given,
        options={
            "scale": scale,
            "order": None if order is None else json.dumps(list(order), ensure_ascii=False),
            "level": level,
            "seed": seed,
        },
    )
    return Agreement(**batch.to_pylist()[0])


def _long(labels: _tables.Frame, unit: str, label: str, annotator: str) -> pa.Table:
    """Give one row a label."""
    if isinstance(labels, np.ndarray) or (
        isinstance(labels, (list, tuple)) and labels and isinstance(labels[0], (list, tuple, np.ndarray))
    ):
        rows = [
            {"unit": f"{i:09}", "label": str(said), "annotator": str(k)}
            for i, row in enumerate(labels)
            for k, said in enumerate(row)
            if said is not None and said == said
        ]
        return _tables.table(rows or [{"unit": None, "label": None, "annotator": None}], "labels")
    table = _tables.table(labels, "labels")
    for name in (unit, label):
        if name not in table.column_names:
            raise UsageError(f"found no column {name}, only {', '.join(table.column_names)}", 64)
    columns = {"unit": table[unit], "label": table[label]}
    if annotator in table.column_names:
        columns["annotator"] = table[annotator]
    return pa.table(columns)
