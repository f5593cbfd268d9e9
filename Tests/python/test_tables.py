"""The tables are those of the command, to the last digit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pandas.testing import assert_frame_equal

import caucus
from caucus import _native, _tables
from conftest import LEADER, SAMPLE, read_csv, run, spelled


def test_extract_gives_the_rows_of_the_command(articles: pd.DataFrame) -> None:
    theirs = read_csv(run("extract", SAMPLE / "articles.jsonl", "--format", "csv", "--quiet"))
    assert len(theirs) > 100
    assert_frame_equal(spelled(caucus.extract(articles)), theirs)


def test_score_gives_the_rows_of_the_command(articles: pd.DataFrame, store: Path) -> None:
    theirs = read_csv(run("store", "export", store, "-o", "-", "--table", "quotations"))
    assert (theirs["status"] == "counted").sum() > 50
    assert_frame_equal(spelled(caucus.score(articles, LEADER)), theirs)


@pytest.mark.parametrize("table", ["runs", "documents", "quotations", "speakers", "diagnostics"])
def test_a_store_gives_the_rows_of_the_command(store: Path, table: str) -> None:
    theirs = read_csv(run("store", "export", store, "-o", "-", "--table", table))
    ours = getattr(caucus.Store(store), table)()
    whole = [name for name in ours if name in ("rank", "rank_low", "rank_high")]
    # pandas has no whole numbers beside missing ones.
    ours = ours.astype(dict.fromkeys(whole, float))
    assert_frame_equal(spelled(ours), theirs)


def test_a_report_has_the_bytes_of_the_command(store: Path, tmp_path: Path) -> None:
    # The package draws no PNG, and its page has no links to any; nor has the command's where nothing draws them.
    run("report", store, "-o", tmp_path / "theirs", "--quiet", path=str(tmp_path))
    ours = caucus.report(store)
    for name, data in ours.files.items():
        assert data == (tmp_path / "theirs" / name).read_bytes(), name
    page = ours.save(tmp_path / "ours")
    assert page.read_text(encoding="utf-8") == ours.html
    with pytest.raises(FileExistsError, match=r"speakers\.csv|report\.html"):
        ours.save(tmp_path / "ours")
    assert "<iframe" in ours._repr_html_() and "<script>" not in ours._repr_html_()


def test_an_estimate_is_the_reports(store: Path) -> None:
    kept = caucus.Store(store)
    quotations, report = kept.quotations(), kept.report()
    speakers = kept.speakers().query("n_quotes > 0")
    ours = caucus.estimate(quotations, by="speaker")
    assert ours["part"].tolist() == speakers["speaker_id"].tolist()
    for name in ["net", "net_low", "net_high", "share_favor"]:
        # The table's probabilities have six digits, so that the seventh may differ.
        assert (ours[name].fillna(9) - speakers[name].fillna(9).to_numpy()).abs().max() <= 1.001e-6, name
    whole = caucus.estimate(quotations).iloc[0]
    assert whole["net"] == pytest.approx(report.json["overall"]["net"]["value"], abs=2e-6)
    assert whole["n_quotes"] == (quotations["status"] == "counted").sum()
    assert caucus.estimate(quotations, by="month")["n_quotes"].sum() == whole["n_quotes"]


def test_labels_correct_an_estimate_as_they_do_a_report(store: Path) -> None:
    kept = caucus.Store(store)
    counted = kept.quotations().query("status == 'counted'").head(60)
    labels = pd.DataFrame({"quote_id": counted["quote_id"], "label": "favor", "sampling_probability": 0.5})
    whole = caucus.estimate(kept.quotations(), labels).iloc[0]
    told = kept.report(labels=labels)
    assert "hand" in whole["method"] or "design" in whole["method"], whole["method"]
    assert whole["net"] == pytest.approx(told.json["overall"]["net"]["value"], abs=2e-6)
    assert whole["net"] > caucus.estimate(kept.quotations()).iloc[0]["net"]


def test_agreement_is_the_reports(store: Path) -> None:
    kept = caucus.Store(store)
    ids = kept.quotations().query("status == 'counted'")["quote_id"].head(12).tolist()
    said = [("favor", "favor"), ("against", "against"), ("neutral", "favor")] * 4
    labels = pd.DataFrame(
        [
            {"quote_id": q, "label": label, "annotator": name, "sampling_probability": 1.0}
            for q, pair in zip(ids, said, strict=True)
            for label, name in zip(pair, ("ada", "ben"), strict=True)
        ]
    )
    ours = caucus.agreement(labels)
    theirs = kept.report(labels=labels).json["labels"]["krippendorff_alpha"]
    assert ours.alpha == theirs["value"]
    assert ours.n_annotators == 2 and ours.n_units == 12


def test_pandas_polars_and_arrow_give_the_same(articles: pd.DataFrame) -> None:
    some = articles.head(12)
    expected = caucus.extract(some)
    for same in [
        pl.from_pandas(some),
        pa.Table.from_pandas(some, preserve_index=False),
        pa.Table.from_pandas(articles, preserve_index=False).slice(0, 12),
        some.to_dict("records"),
    ]:
        assert_frame_equal(caucus.extract(same), expected)
    later = pa.Table.from_pandas(articles, preserve_index=False).slice(3, 5)
    assert_frame_equal(caucus.extract(later), caucus.extract(articles.iloc[3:8]))


def test_texts_are_named_by_their_position(articles: pd.DataFrame) -> None:
    texts = articles["text"].head(5)
    expected = caucus.extract(pd.DataFrame({"id": list("01234"), "text": texts}))
    for same in [texts, list(texts), texts.to_numpy(), pl.Series(list(texts))]:
        assert_frame_equal(caucus.extract(same), expected)


def test_the_result_does_not_depend_on_jobs_or_threads(articles: pd.DataFrame) -> None:
    expected = caucus.extract(articles, jobs=1)
    assert_frame_equal(caucus.extract(articles, jobs=8), expected)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: caucus.extract(articles, jobs=2), range(8)):
            assert_frame_equal(found, expected)


def test_the_lock_is_not_held_while_the_library_works(articles: pd.DataFrame) -> None:
    many = pd.concat([articles.assign(id=articles["id"] + f"-{i}") for i in range(6)])
    ticks: list[float] = []
    done = threading.Event()

    def count() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.002)

    thread = threading.Thread(target=count)
    thread.start()
    caucus.extract(many, jobs=1)
    done.set()
    thread.join()
    assert len(ticks) > 10


def test_a_long_call_obeys_an_interrupt() -> None:
    program = (
        "import os, signal\n"
        "from caucus import _native, _tables\n"
        "text = '“Marwick has failed us all,” said Ruth Okello of the harbor board. ' * 40\n"
        "texts, done = _tables.documents([text] * 60000), []\n"
        "def told(count):\n"
        "    done.append(count)\n"
        "    if len(done) == 3: os.kill(os.getpid(), signal.SIGINT)\n"
        "try:\n    _native.call('extract', texts, jobs=1, progress=told)\n"
        "except KeyboardInterrupt:\n    print('interrupted', 0 < done[-1] < 40000)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, check=False)
    assert done.stdout.split() == ["interrupted", "True"], done.stderr


@pytest.mark.parametrize("times", [1, 3])
def test_an_interrupt_right_after_the_start_ends_the_call(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“Marwick has failed us all,” said Ruth Okello of the harbor board. " * 40
    texts = _tables.documents([text] * 60000)
    done: list[int] = []
    start = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        start(thread)
        # What Ctrl-C does: the handler runs before the next step of this thread.
        for _ in range(times):
            signal.raise_signal(signal.SIGINT)

    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(threading.Thread, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _native.call("extract", texts, jobs=1, progress=done.append)
    assert not [thread for thread in threading.enumerate() if thread.name == "caucus"]
    assert (done[-1] if done else 0) < 40000
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_handler_of_ones_own_is_called_and_a_bar_that_fails_ends_the_call(articles: pd.DataFrame) -> None:
    told = []
    handler = signal.signal(signal.SIGINT, lambda number, frame: told.append(number))
    try:
        many = _tables.documents(articles["text"].tolist() * 20)
        _native.call("extract", many, jobs=1, progress=lambda count: signal.raise_signal(signal.SIGINT) if not told else None)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert told == [signal.SIGINT]

    def fail(count: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _native.call("extract", many, jobs=1, progress=fail)
    assert not [thread for thread in threading.enumerate() if thread.name == "caucus"]


def test_failures_have_the_line_of_the_command(tmp_path: Path, articles: pd.DataFrame) -> None:
    with pytest.raises(caucus.InputError, match="no such file") as failure:
        caucus.report(tmp_path / "none.jsonl", "Helen Marwick")
    assert failure.value.code == 66 and isinstance(failure.value, OSError)
    with pytest.raises(caucus.UsageError, match=r"expected a number from 0\.5 to 0\.8"):
        caucus.score(articles, LEADER, precision=3)
    with pytest.raises(caucus.DataError, match="the text is empty"):
        caucus.extract(["", " "])
    with pytest.raises(caucus.DataError, match="found no text"):
        caucus.extract([{"a": "b"}])
    with pytest.raises(caucus.UsageError, match="expected several"):
        caucus.extract("one text")
    with pytest.raises(caucus.UsageError, match="text 1 is int"):
        caucus.extract(["a", 3])
    with pytest.raises(caucus.DataError, match="found pronouns, expected name, aliases, pronoun, roles"):
        caucus.score(articles, {"name": "Helen Marwick", "pronouns": "she"})
    (tmp_path / "no.sqlite").write_bytes(b"SQLite format 3\0 and more")
    with pytest.raises(caucus.CaucusError):
        caucus.Store(tmp_path / "no.sqlite").quotations()
    with pytest.raises(caucus.InputError):
        caucus.Store(tmp_path / "none.sqlite").speakers()


def test_a_store_goes_on_where_it_stopped(articles: pd.DataFrame, tmp_path: Path) -> None:
    place = tmp_path / "run.sqlite"
    caucus.score(articles.head(20), LEADER, store=place)
    assert_frame_equal(caucus.score(articles, LEADER, store=place), caucus.score(articles, LEADER))


def test_hostile_values_stay_values() -> None:
    odd = pd.DataFrame(
        {"id": ["=1+1", "b\0c"], "text": ["“A =cmd() b c,” said Ruth Okello.", "\ud800 “We lost it all,” said Ruth Okello."[1:]]}
    )
    found = caucus.extract(odd)
    assert found["doc_id"].tolist() == ["=1+1", "b\0c"]


def test_load_tells_what_a_path_holds(store: Path) -> None:
    assert isinstance(caucus.load(store), caucus.Store)
    articles = caucus.load(SAMPLE / "articles.jsonl")
    assert isinstance(articles, pd.DataFrame) and len(articles) == 70
    model = caucus.load("stance-en-2")
    assert isinstance(model, caucus.StanceClassifier)
    assert json.dumps(model.classes_.tolist()) == '["against", "favor", "neutral"]'
