"""Progress by tqdm, where it is installed."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown(total: int | None, what: str, progress: bool | None) -> Iterator[Callable[[int], None] | None]:
    """Show a bar that counts documents.

    Parameters
    ----------
    total : int or None
        How many there are, or `None` where nobody knows.
    what : str
        What is done.
    progress : bool or None
        Whether to show it; `None` shows it on a terminal.

    Yields
    ------
    callable or None
        Takes how many are done.
    """
    if progress is False:
        yield None
        return
    try:
        with warnings.catch_warnings():
            # Without ipywidgets a notebook shows the bar as text, which is no news.
            warnings.simplefilter("ignore")
            from tqdm.auto import tqdm
    except ImportError:
        yield None
        return
    with tqdm(total=total, desc=what, unit="document", disable=None if progress is None else False) as bar:
        yield lambda done: _set(bar, done)


def _set(bar: object, done: int) -> None:
    bar.update(done - bar.n)  # type: ignore[attr-defined]
