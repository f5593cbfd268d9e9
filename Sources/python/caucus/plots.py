"""Net stance as pictures; needs matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from caucus import _tables
from caucus.errors import UsageError
from caucus.statistics import estimate

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def _axes(ax: Axes | None, size: tuple[float, float]) -> Any:
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt
    except ImportError as problem:
        raise ImportError("plots need matplotlib: pip install matplotlib") from problem
    return plt.subplots(figsize=size, layout="constrained")[1]


def _frame(data: _tables.Frame, needed: list[str], hint: str) -> pd.DataFrame:
    frame = data if isinstance(data, pd.DataFrame) else _tables.table(data).to_pandas()
    missing = [name for name in needed if name not in frame.columns]
    if missing:
        raise UsageError(f"found no column {missing[0]}; expected {hint}", 64)
    return frame


def plot_speakers(speakers: _tables.Frame, *, ax: Axes | None = None, most: int = 20, least_quotes: int = 1) -> Axes:
    """Draw the net stance of speakers with their intervals.

    Parameters
    ----------
    speakers : DataFrame
        The table of that name: speaker, n_quotes, net, net_low, net_high.
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    most : int, default 20
        So many speakers at most, the most quoted.
    least_quotes : int, default 1
        Speakers with fewer counted quotations are left out.

    Returns
    -------
    matplotlib.axes.Axes
        Net stance from −1, against, to 1, in favor; hollow where no interval could be estimated.

    Raises
    ------
    ImportError
        Where matplotlib is missing.
    UsageError
        Where it is another table, or nobody is left.
    """
    frame = _frame(speakers, ["speaker", "n_quotes", "net", "net_low", "net_high"], "the table speakers")
    shown = frame[(frame["n_quotes"] >= least_quotes) & frame["net"].notna()]
    shown = shown.nlargest(most, "n_quotes", keep="first").sort_values("net", kind="stable")
    if shown.empty:
        raise UsageError(f"found no speaker with {least_quotes} counted quotations", 64)
    axes = _axes(ax, (7, 1.2 + 0.3 * len(shown)))
    places = np.arange(len(shown))
    sure = shown["net_low"].notna().to_numpy()
    axes.axvline(0, color="0.7", linewidth=1, zorder=0)
    axes.hlines(places[sure], shown["net_low"][sure], shown["net_high"][sure], color="0.45", linewidth=1.5)
    axes.scatter(shown["net"][sure], places[sure], color="black", zorder=3)
    axes.scatter(shown["net"][~sure], places[~sure], facecolors="white", edgecolors="black", zorder=3)
    names = [f"{name} ({count})" for name, count in zip(shown["speaker"], shown["n_quotes"], strict=True)]
    axes.set_yticks(places, names)
    axes.set_xlim(-1.05, 1.05)
    axes.set_xlabel("net stance: −1 against, +1 in favor")
    found: Axes = axes
    return found


def plot_timeline(data: _tables.Frame, *, by: str = "month", ax: Axes | None = None) -> Axes:
    """Draw net stance over time, with its interval.

    Parameters
    ----------
    data : DataFrame
        Quotations, or what ``estimate(quotations, by="month")`` gives, of one leader.
    by : {"month", "week"}
        The steps, where quotations are given.
    ax : matplotlib.axes.Axes, optional
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        A gap where a step has no counted quotation.

    Raises
    ------
    ImportError
        Where matplotlib is missing.
    UsageError
        Where it is another table, no quotation has a date, or there are several leaders.
    """
    frame = data if isinstance(data, pd.DataFrame) else _tables.table(data).to_pandas()
    if "net_low" not in frame.columns or "part" not in frame.columns:
        frame = estimate(frame, by=by)
    frame = _frame(frame, ["target", "part", "net", "net_low", "net_high"], "quotations, or estimates by month or week")
    if frame.empty:
        raise UsageError("found no counted quotation with a date of publication", 64)
    if frame["target"].nunique() > 1:
        raise UsageError(f"found {frame['target'].nunique()} leaders, expected one", 64)
    axes = _axes(ax, (8, 3))
    places = np.arange(len(frame))
    axes.axhline(0, color="0.7", linewidth=1, zorder=0)
    axes.vlines(places, frame["net_low"], frame["net_high"], color="0.6", linewidth=4)
    axes.plot(places, frame["net"], marker="o", color="black")
    every = max(1, len(frame) // 12)
    axes.set_xticks(places[::every], frame["part"].iloc[::every], rotation=45, ha="right")
    axes.set_ylim(-1.05, 1.05)
    axes.set_ylabel("net stance")
    axes.set_title(str(frame["target"].iloc[0]))
    found: Axes = axes
    return found
