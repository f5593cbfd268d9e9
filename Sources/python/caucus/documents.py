"""Documents in, quotations out."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from caucus import _native, _progress, _tables

#: Paths of files or directories.
Paths = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


def extract(
    texts: _tables.Documents,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    jobs: int = 0,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Find the quotations of documents, and who says them.

    Parameters
    ----------
    texts : sequence of str, Series, DataFrame, polars.DataFrame, pyarrow.Table or sequence of mappings
        The documents: texts, whose ids are then their positions from 0, or a table with the columns text and id (and title, source,
        published, url). Columns may have other usual names, as for the command.
    aliases : mapping of str to sequence of str, optional
        Speakers with several names: the primary name and the others.
    jobs : int, default 0
        How many cores, 0 for all. The result does not depend on it.
    progress : bool, optional
        Whether to show a bar, where tqdm is installed; by default on a terminal.

    Returns
    -------
    DataFrame of shape (quotations, 13)
        A row a quotation, as ``caucus extract --format csv`` has them: quote_id, doc_id, start and end (code points of the
        text, half open), quote, form, cue, source_words, speaker_id, speaker, role, rule and confidence (0 to 1).

    Raises
    ------
    UsageError
        Where `texts` are no documents.
    DataError
        Where there is no text in any row.

    Examples
    --------
    >>> import caucus
    >>> found = caucus.extract(['“We will rebuild the harbor,” said Helen Marwick, the prime minister.'])
    >>> found[["quote", "speaker", "start", "end"]].values.tolist()
    [['We will rebuild the harbor,', 'Helen Marwick', 1, 28]]
    """
    documents = _tables.documents(texts)
    with _progress.shown(documents.num_rows, "extract", progress) as told:
        batch = _native.call("extract", documents, options={"aliases": _tables.aliases(aliases)}, jobs=jobs, progress=told)
    frame: pd.DataFrame = batch.to_pandas()
    return frame


def paths_option(paths: Paths) -> str:
    """Spell paths as the library reads them.

    Parameters
    ----------
    paths : path or sequence of paths
        Files or directories.

    Returns
    -------
    str
        JSON.
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    return json.dumps([os.fspath(path) for path in several], ensure_ascii=False)


def read(paths: Paths, **options: Any) -> pd.DataFrame:
    """Read articles from files, as ``caucus read`` understands them.

    Parameters
    ----------
    paths : path or sequence of paths
        Files or directories: .txt, .docx, .jsonl, .csv, .html and the others that the command reads, packed or not.
    **options : str
        format, dates, and text_column, id_column, title_column, source_column, published_column, url_column.

    Returns
    -------
    DataFrame of shape (documents, 6 and more)
        A row a document: id, title, source, published (ISO 8601 where it leaves no doubt), url, text, and what else the records hold.

    Raises
    ------
    InputError
        Where a file is missing or cannot be read.
    DataError
        Where there is no document.
    """
    batch = _native.call("read", options={"path": paths_option(paths), **options}, jobs=1)
    frame: pd.DataFrame = batch.to_pandas()
    return frame


def is_store(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file begins as a store does.

    Parameters
    ----------
    path : path
        The file.

    Returns
    -------
    bool
    """
    place = Path(path)
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"
