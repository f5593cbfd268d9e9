"""The pictures show what the tables say."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest

import caucus

mpl.use("agg")


def test_speakers_are_drawn_at_their_net_stance(store: Path) -> None:
    speakers = caucus.Store(store).speakers()
    axes = caucus.plot_speakers(speakers, most=5)
    shown = speakers.nlargest(5, "n_quotes", keep="first").sort_values("net", kind="stable")
    assert [text.get_text() for text in axes.get_yticklabels()] == [
        f"{name} ({count})" for name, count in zip(shown["speaker"], shown["n_quotes"], strict=True)
    ]
    drawn = np.sort(np.concatenate([np.asarray(dots.get_offsets())[:, 0] for dots in axes.collections[1:]]))
    assert np.allclose(drawn, shown["net"])
    with pytest.raises(caucus.UsageError, match="found no column net"):
        caucus.plot_speakers(speakers.drop(columns="net"))
    with pytest.raises(caucus.UsageError, match="found no speaker"):
        caucus.plot_speakers(speakers, least_quotes=1000)


def test_a_timeline_has_a_gap_where_nothing_counts(store: Path) -> None:
    quotations = caucus.Store(store).quotations()
    months = caucus.estimate(quotations, by="month")
    axes = caucus.plot_timeline(quotations)
    drawn = np.asarray(axes.lines[1].get_ydata(), dtype=float)
    assert np.allclose(drawn, months["net"].to_numpy(), equal_nan=True)
    assert axes.get_title() == "Helen Marwick"
    with pytest.raises(caucus.UsageError, match="2 leaders"):
        caucus.plot_timeline(months.assign(target=["A"] * (len(months) - 1) + ["B"]))
