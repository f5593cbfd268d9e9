"""Who is quoted about a political leader in news articles, where each speaker stands, how sure, and which words show it.

The tables and numbers are those of the command ``caucus``: see `extract`, `score`, `report`, `Store`, `estimate` and `agreement`; for
scikit-learn `StanceClassifier` and `QuoteVectorizer`; for Spark `caucus.spark`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caucus._version import __version__
from caucus.documents import extract, read
from caucus.errors import CaucusError, DataError, InputError, UsageError
from caucus.plots import plot_speakers, plot_timeline
from caucus.statistics import Agreement, agreement, estimate
from caucus.stores import Report, Store, load, report, score

if TYPE_CHECKING:
    from caucus.learn import QuoteVectorizer, StanceClassifier

__all__ = [
    "Agreement",
    "CaucusError",
    "DataError",
    "InputError",
    "QuoteVectorizer",
    "Report",
    "StanceClassifier",
    "Store",
    "UsageError",
    "__version__",
    "agreement",
    "estimate",
    "extract",
    "load",
    "plot_speakers",
    "plot_timeline",
    "read",
    "report",
    "score",
]


def __getattr__(name: str) -> Any:
    """Import what needs scikit-learn where it is asked for."""
    if name in ("StanceClassifier", "QuoteVectorizer"):
        from caucus import learn

        return getattr(learn, name)
    raise AttributeError(f"module 'caucus' has no attribute {name!r}")
