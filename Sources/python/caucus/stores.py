"""Scores toward leaders, kept in stores, and reports on them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from caucus import _native, _progress, _tables
from caucus.documents import Paths, is_store, paths_option
from caucus.errors import UsageError

if TYPE_CHECKING:
    from caucus.learn import StanceClassifier

#: A model: a built-in name, the path of a model file, or a fitted classifier.
Model = Any
Mode = Literal["fast", "accurate", "auto"]
Unit = Literal["quotation", "document", "speaker"]


def model_options(model: Model | None) -> dict[str, _native.Option]:
    """Spell a model as the library reads it.

    Parameters
    ----------
    model : str, path, bytes, StanceClassifier or None
        The model; `None` for the built-in one.

    Returns
    -------
    dict
        The option model or model_bytes.
    """
    if model is None:
        return {}
    data = getattr(model, "model_", model)
    if isinstance(data, (str, os.PathLike)):
        return {"model": os.fspath(data)}
    if not isinstance(data, bytes):
        raise UsageError(f"found {type(model).__name__} for a model; expected a name, a path, or a StanceClassifier fitted to texts", 64)
    return {"model_bytes": data}


def _score_into(
    store: str,
    documents: _tables.Documents | None,
    paths: Paths | None,
    target: object,
    model: Model | None,
    aliases: Mapping[str, Sequence[str]] | None,
    precision: float | None,
    answer_all: bool,
    mode: Mode,
    jobs: int,
    progress: bool | None,
) -> pd.DataFrame:
    table = None if documents is None else _tables.documents(documents)
    options: dict[str, _native.Option] = {
        "store": store,
        "targets": _tables.targets(target),
        "aliases": _tables.aliases(aliases),
        "precision": precision,
        "answer_all": answer_all or None,
        "mode": mode,
        "path": None if paths is None else paths_option(paths),
        **model_options(model),
    }
    with _progress.shown(None if table is None else table.num_rows, "score", progress) as told:
        batch = _native.call("score", table, options=options, jobs=jobs, progress=told)
    frame: pd.DataFrame = batch.to_pandas()
    return frame


def score(
    documents: _tables.Documents,
    target: object,
    *,
    model: Model | None = None,
    store: str | os.PathLike[str] | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    precision: float | None = None,
    answer_all: bool = False,
    mode: Mode = "fast",
    jobs: int = 0,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Find the quotations of documents and score where each stands on a leader.

    Parameters
    ----------
    documents : sequence of str, Series, DataFrame, polars.DataFrame, pyarrow.Table or sequence of mappings
        The documents, as for `extract`.
    target : str, mapping or sequence of these
        The leader's full name, or a mapping with name, and aliases, pronoun (he, she or they) and roles (bool); or several leaders.
    model : str, path or StanceClassifier, optional
        What tells stances apart; the built-in model where it is not given.
    store : path, optional
        A store to write into, made where there is none: run again, it goes on where it stopped.
    aliases : mapping of str to sequence of str, optional
        Speakers with several names.
    precision : float, optional
        Answer a stance only where such answers are right at least this often, from 0.5 to 0.8; with the built-in model.
    answer_all : bool, default False
        Answer every quotation that counts.
    mode : {"fast", "accurate", "auto"}, default "fast"
        Whether words alone are read, or an encoder reads what may count, twenty times slower; "auto" takes it for up to 30 MB of text.
    jobs : int, default 0
        How many cores, 0 for all. The result does not depend on it.
    progress : bool, optional
        Whether to show a bar, where tqdm is installed.

    Returns
    -------
    DataFrame of shape (quotations, 34 and more)
        A row a quotation and leader, the columns of `quotations.csv`: what `extract` gives, then target, p_against, p_neutral and p_favor
        (0 to 1), stance, status and so on. With a store it holds what the store held before, too.

    Raises
    ------
    UsageError, DataError, InputError
        Where an argument means nothing, the documents cannot be used, or the store cannot be written.
    KeyboardInterrupt
        After Ctrl-C; what a store was given until then stays.

    Examples
    --------
    >>> import caucus
    >>> rows = caucus.score(['“Marwick has failed the fishermen,” said Ruth Okello of the harbor board.'], "Helen Marwick")
    >>> rows[["speaker", "target", "status"]].values.tolist()
    [['Ruth Okello', 'Helen Marwick', 'counted']]
    """
    with _place(store) as place:
        _score_into(place, documents, None, target, model, aliases, precision, answer_all, mode, jobs, progress)
        return Store(place).quotations()


class _place:  # noqa: N801
    """The path of a store: the user's, or one of the moment."""

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self._path = path
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> str:
        if self._path is not None:
            return os.fspath(self._path)
        self._folder = tempfile.TemporaryDirectory(prefix="caucus-")
        return str(Path(self._folder.name) / "run.sqlite")

    def __exit__(self, *_: object) -> None:
        if self._folder is not None:
            self._folder.cleanup()


class Store:
    """A store that ``caucus score`` or `score` has written: its tables, and reports on it.

    Parameters
    ----------
    path : path
        The SQLite file.

    Raises
    ------
    InputError
        Where a table is asked for and the file is missing.
    DataError
        Where it is no store.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)

    def __repr__(self) -> str:
        return f"Store({self.path!r})"

    def _table(self, name: str, run: str | None = None) -> pd.DataFrame:
        batch = _native.call("store", options={"store": self.path, "table": name, "run": run})
        frame: pd.DataFrame = batch.to_pandas()
        return frame

    def runs(self) -> pd.DataFrame:
        """Give the runs: leader, model and version of each.

        Returns
        -------
        DataFrame of shape (runs, 10)
        """
        return self._table("runs")

    def documents(self, run: str | None = None) -> pd.DataFrame:
        """Give the documents of a run, or of all.

        Parameters
        ----------
        run : str, optional
            The name of the run.

        Returns
        -------
        DataFrame of shape (documents, 9)
        """
        return self._table("documents", run)

    def quotations(self, run: str | None = None) -> pd.DataFrame:
        """Give the quotations of a run, or of all, with their scores.

        Parameters
        ----------
        run : str, optional
            The name of the run.

        Returns
        -------
        DataFrame of shape (quotations, 34 and more)
            The rows of `quotations.csv`.
        """
        return self._table("quotations", run)

    def speakers(self, run: str | None = None) -> pd.DataFrame:
        """Give the speakers of a run, or of all, with their shares and intervals.

        Parameters
        ----------
        run : str, optional
            The name of the run.

        Returns
        -------
        DataFrame of shape (speakers, 26)
            The rows of `speakers.csv`.
        """
        return self._table("speakers", run)

    def diagnostics(self, run: str | None = None) -> pd.DataFrame:
        """Give what was odd about the input.

        Parameters
        ----------
        run : str, optional
            The name of the run.

        Returns
        -------
        DataFrame of shape (diagnostics, 5)
            run, doc_id, file, line, message.
        """
        return self._table("diagnostics", run)

    def score(self, documents: _tables.Documents, target: object, **options: Any) -> pd.DataFrame:
        """Score documents into the store.

        Parameters
        ----------
        documents, target
            As for `score`.
        **options
            model, aliases, precision, answer_all, mode, jobs and progress, as for `score`.

        Returns
        -------
        DataFrame
            All quotations of the store.
        """
        return score(documents, target, store=self.path, **options)

    def report(
        self,
        target: str | None = None,
        *,
        run: str | None = None,
        labels: _tables.Frame | None = None,
        level: float = 0.95,
        unit: Unit = "quotation",
        by: Literal["month", "week"] = "month",
        column: str | None = None,
        seed: int = 1,
        model: Model | None = None,
    ) -> Report:
        """Report on a leader, speaker by speaker.

        Parameters
        ----------
        target, run : str, optional
            Which run, by its leader or by its name; needed where the store has several.
        labels : DataFrame, optional
            Hand labels of quotations drawn with known probabilities: quote_id, label, sampling_probability, and annotator where several
            people labeled. Shares are then corrected by them.
        level : float, default 0.95
            The coverage of all intervals, above 0.5 and below 1.
        unit : {"quotation", "document", "speaker"}
            What shares are shares of.
        by : {"month", "week"}
            The steps of the timeline.
        column : str, optional
            A column of the documents to compare by.
        seed : int, default 1
            The seed of the bootstrap.
        model : str, path or StanceClassifier, optional
            The model that the store was scored with, where it is your own: what it keeps of its errors goes into the report.

        Returns
        -------
        Report

        Raises
        ------
        DataError
            Where there is no such run, or the labels name none of its quotations.
        """
        options: dict[str, _native.Option] = {
            "store": self.path,
            "run": run,
            "target": target,
            "level": level,
            "unit": unit,
            "by": by,
            "column": column,
            "seed": seed,
            **model_options(model),
        }
        batch = _native.call("report", None if labels is None else _tables.table(labels, "labels"), options=options)
        files = {row["name"]: row["bytes"] for row in batch.to_pylist()}
        return Report(files)


class Report:
    """What a run says of a leader, speaker by speaker: the files that ``caucus report`` writes.

    Parameters
    ----------
    files : mapping of str to bytes
        The files by their names.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame of its own, so that its styles stay inside."""
        from html import escape

        return (
            f'<iframe srcdoc="{escape(self.html, quote=True)}" sandbox="allow-scripts" '
            'style="width:100%;height:640px;border:1px solid #ccc" title="Caucus report"></iframe>'
        )

    def __repr__(self) -> str:
        return self.markdown

    @property
    def html(self) -> str:
        """The page, self-contained."""
        return self.files["report.html"].decode()

    @property
    def markdown(self) -> str:
        """The report as text."""
        return self.files["report.md"].decode()

    @cached_property
    def json(self) -> dict[str, Any]:
        """The numbers of the report: `report.json`."""
        import json

        found: dict[str, Any] = json.loads(self.files["report.json"])
        return found

    @cached_property
    def speakers(self) -> pd.DataFrame:
        """The rows of `speakers.csv`."""
        return self._csv("speakers.csv")

    @cached_property
    def quotations(self) -> pd.DataFrame:
        """The rows of `quotations.csv`."""
        return self._csv("quotations.csv")

    @cached_property
    def contributions(self) -> pd.DataFrame:
        """The words that moved each score: the rows of `contributions.csv`."""
        return self._csv("contributions.csv")

    def _csv(self, name: str) -> pd.DataFrame:
        import io

        return pd.read_csv(io.BytesIO(self.files[name]), keep_default_na=False, na_values=[""])

    def save(self, directory: str | os.PathLike[str], *, force: bool = False) -> Path:
        """Write the files into a directory.

        Parameters
        ----------
        directory : path
            Made where there is none.
        force : bool, default False
            Replace the files of an earlier report.

        Returns
        -------
        Path
            That of `report.html`.

        Raises
        ------
        FileExistsError
            Where a file is there and `force` is not given.
        """
        place = Path(directory)
        place.mkdir(parents=True, exist_ok=True)
        present = [name for name in self.files if (place / name).exists()]
        if present and not force:
            raise FileExistsError(f"{place / present[0]}: it exists; expected force=True to replace it")
        for name, data in self.files.items():
            (place / name).write_bytes(data)
        return place / "report.html"


def report(
    data: _tables.Documents | Paths | Store,
    target: object | None = None,
    *,
    model: Model | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    precision: float | None = None,
    answer_all: bool = False,
    mode: Mode = "auto",
    jobs: int = 0,
    progress: bool | None = None,
    labels: _tables.Frame | None = None,
    level: float = 0.95,
    unit: Unit = "quotation",
    by: Literal["month", "week"] = "month",
    column: str | None = None,
    seed: int = 1,
) -> Report:
    """Report on a leader, speaker by speaker, from documents in one go or from a store.

    Parameters
    ----------
    data : path, sequence of paths, Store, or documents as for `extract`
        A text that names a file or directory is a path: a store, or articles.
    target : str or mapping
        The leader; may be left out for a store with one run.
    model, aliases, precision, answer_all, mode, jobs, progress
        As for `score`; they mean nothing for a store. By default an encoder reads up to 30 MB of documents, as for ``caucus report``.
    labels, level, unit, by, column, seed
        As for `Store.report`.

    Returns
    -------
    Report
        Shows its page in a notebook. Charts are SVG; no PNG is drawn.

    Raises
    ------
    UsageError, DataError, InputError
        As `score` and `Store.report`.

    Examples
    --------
    >>> import caucus
    >>> told = caucus.report(['“Marwick has failed the fishermen,” said Ruth Okello of the harbor board.'], "Helen Marwick")
    >>> told.speakers["speaker"].tolist()
    ['Ruth Okello']
    """
    kept = data if isinstance(data, Store) else _as_store(data)
    if kept is not None:
        name = target["name"] if isinstance(target, Mapping) else target
        return kept.report(
            name if isinstance(name, str) else None,
            labels=labels,
            level=level,
            unit=unit,
            by=by,
            column=column,
            seed=seed,
            model=model,
        )
    if target is None:
        raise UsageError("found documents without a target; expected the leader's name", 64)
    paths: Any = data if _are_paths(data) else None
    with _place(None) as place:
        _score_into(
            place,
            None if paths is not None else data,
            paths,
            target,
            model,
            aliases,
            precision,
            answer_all,
            mode,
            jobs,
            progress,
        )
        return Store(place).report(labels=labels, level=level, unit=unit, by=by, column=column, seed=seed, model=model)


def _as_store(data: object) -> Store | None:
    return Store(data) if isinstance(data, (str, os.PathLike)) and is_store(data) else None


def _are_paths(data: object) -> bool:
    if isinstance(data, (str, os.PathLike)):
        return True
    return isinstance(data, (list, tuple)) and bool(data) and all(isinstance(one, os.PathLike) for one in data)


def load(path: str | os.PathLike[str], **options: Any) -> Store | StanceClassifier | pd.DataFrame:
    """Load what a path holds: a store, a model, or articles.

    Parameters
    ----------
    path : path or str
        A store, a model file (.safetensors), the name of a built-in model, or a file or directory of articles.
    **options : str
        How articles are read, as for `read`.

    Returns
    -------
    Store, StanceClassifier or DataFrame
        A model gives a fitted classifier, articles a row each.

    Raises
    ------
    InputError
        Where there is no such file.
    DataError
        Where it is none of these.
    """
    from caucus.documents import read

    name = os.fspath(path)
    if is_store(path):
        return Store(path)
    if name.endswith(".safetensors") or (not os.path.exists(name) and name in contents("model")):
        from caucus.learn import StanceClassifier

        return StanceClassifier.load(name)
    return read(path, **options)


def contents(kind: str) -> list[str]:
    """Name what is in the library.

    Parameters
    ----------
    kind : {"model", "table", "features"}
        What to name.

    Returns
    -------
    list of str
    """
    return [row["name"] for row in _native.call("contents").to_pylist() if row["kind"] == kind]
