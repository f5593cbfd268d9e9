"""Spark gives the rows of the command, whatever the partitions, and whoever dies."""

from __future__ import annotations

import datetime
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from conftest import COMMAND, SAMPLE, read_csv, run, spelled

pyspark = pytest.importorskip("pyspark")
from pyspark.sql import DataFrame, SparkSession  # noqa: E402

import caucus  # noqa: E402
import caucus.spark as spark_caucus  # noqa: E402
from caucus import _native  # noqa: E402

LEADERS = [{"name": "Helen Marwick", "aliases": ["the prime minister"]}, {"name": "Tomas Adeyar"}]


@pytest.fixture(scope="module", params=["local[2]", "local-cluster[2,1,1024]"])
def session(request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # The command fails at documents of this name, as it would at one that stops it.
    fault = {"CAUCUS_FAULT": "trap:faulty", "SWIFT_BACKTRACE": "enable=no"}
    os.environ.update(fault)
    builder = SparkSession.builder.master(request.param).appName("caucus").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "3").config("spark.driver.memory", "1g")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    # Half the processor time for tables as small as these: nothing runs long enough for code of its own.
    builder = builder.config("spark.sql.codegen.wholeStage", "false").config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    for process in ("driver", "executor"):
        builder = builder.config(f"spark.{process}.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    builder = builder.config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", ""))
    builder = builder.config("spark.executorEnv.CAUCUS_COMMAND", str(COMMAND))
    builder = builder.config("spark.executorEnv.CAUCUS_LIBRARY", str(_native.library_path()))
    builder = builder.config("spark.executorEnv.PYSPARK_PYTHON", sys.executable).config("spark.task.maxFailures", "4")
    for name, value in fault.items():
        builder = builder.config(f"spark.executorEnv.{name}", value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def with_copies() -> list[dict[str, Any]]:
    """Give the sample with wire copies: a third of its articles again under other names, some of them edited."""
    articles = [json.loads(line) for line in (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    copies = []
    for i, article in enumerate(articles[::3]):
        text = article["text"] if i % 2 else article["text"].split("\n\n", 1)[-1]
        copies.append({**article, "id": f"a-copy-{i:03}", "source": "Wire", "text": text + "\n\nBy the wire."})
        if i % 4 == 0:
            copies.append({**article, "id": f"z-copy-{i:03}", "published": "2030-01-01", "source": "Other"})
    said = "“Marwick has failed the fishermen of this coast, and she knows it,” said Ruth Okello of the harbor board."
    pulled = f"{said}\n\nBoats stayed in port on Monday.\n\n“Marwick has failed the fishermen,” said Ruth Okello."
    return [*articles, *copies, {"id": "pulled", "text": pulled}, *with_names()]


def with_names() -> list[dict[str, Any]]:
    """Give articles that call one speaker by several names, most of them where nothing counts, and two who speak as one."""
    texts = [
        "“The tide was late again,” said Jonas T. Petrel, a harbor pilot.",
        "“Nobody told the pilots about the tide,” said Jonas T. Petrel.",
        "“Marwick has failed the pilots, and she knows it,” said Jonas Petrel, who guides ships into the harbor.",
        "“We admire Marwick for the new harbor,” said Ilse Corran and Tobias Venn.",
        "“The wind was strong,” said Ilse M. Corran, a sailor.\n\n“It blew all night,” said Corran.",
    ]
    return [{"id": f"named-{i}", "text": text} for i, text in enumerate(texts)]


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the store that one run of the command writes."""
    place = tmp_path_factory.mktemp("single")
    lines = [json.dumps(article, ensure_ascii=False) for article in with_copies()]
    (place / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (place / "targets.yaml").write_text(json.dumps({"targets": LEADERS}), encoding="utf-8")
    store = place / "run.sqlite"
    run("score", place / "articles.jsonl", "--targets", place / "targets.yaml", "--store", store, "--quiet")
    return store


def documents(session: SparkSession, partitions: int = 5) -> DataFrame:
    rows = with_copies()
    # Copies are apart: neighbors go to different partitions.
    rows = [row for k in range(partitions) for row in rows[k::partitions]]
    columns = "id string, title string, source string, published string, url string, text string"
    table = [tuple(row.get(c.split()[0]) for c in columns.split(", ")) for row in rows]
    return session.createDataFrame(session.sparkContext.parallelize(table, partitions), columns)


def in_order(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    ordered: pd.DataFrame = spelled(frame).sort_values(keys).reset_index(drop=True)
    return ordered


def same_rows(scores: spark_caucus.Scores, store: Path) -> pd.DataFrame:
    ours = in_order(scores.rows.toPandas(), ["run", "quote_id"])
    single = read_csv(run("store", "export", store, "-o", "-", "--table", "quotations"))
    single = single[list(ours.columns)].sort_values(["run", "quote_id"]).reset_index(drop=True)
    assert (single["status"] == "reprint").sum() > 10 and (single["status"] == "repeated").sum() > 0
    assert_frame_equal(ours, single)
    return ours


@pytest.fixture(scope="module")
def scores(session: SparkSession) -> Iterator[spark_caucus.Scores]:
    """Give the scores of the documents, made once for all who only read them."""
    made = spark_caucus.score(documents(session), LEADERS)
    yield made
    made.unpersist()


def test_rows_are_the_commands_copies_across_partitions_included(scores: spark_caucus.Scores, theirs: Path) -> None:
    same_rows(scores, theirs)
    assert scores.diagnostics.count() == 0


@pytest.mark.parametrize("by", ["speaker", "outlet"])
def test_estimates_are_those_of_one_machine(scores: spark_caucus.Scores, theirs: Path, by: str) -> None:
    ours = in_order(spark_caucus.estimate(scores.rows, by=by).toPandas(), ["run", "part"])
    single = in_order(caucus.estimate(caucus.Store(theirs).quotations(), by=by), ["run", "part"])
    assert len(single) > 5
    assert_frame_equal(ours, single)


def test_speakers_are_called_as_the_command_calls_them(scores: spark_caucus.Scores, theirs: Path) -> None:
    table = read_csv(run("store", "export", theirs, "-o", "-", "--table", "speakers"))
    names = dict(zip(table["speaker_id"], table["speaker"], strict=True))
    assert names["jonas-petrel"] == "Jonas T. Petrel" and names["ilse-corran"] == "Ilse M. Corran"
    shown = {row["speaker_id"]: row["speaker"] for row in scores.speakers.collect()}
    assert shown == names
    counted = spark_caucus.estimate(scores).select("part", "name").collect()
    assert {row["part"]: row["name"] for row in counted} == {row["part"]: names[row["part"]] for row in counted}
    assert {"jonas-petrel", "ilse-corran", "tobias-venn"} <= {row["part"] for row in counted}


def test_rows_do_not_depend_on_partitions(session: SparkSession, theirs: Path) -> None:
    same_rows(spark_caucus.score(documents(session, 1), LEADERS), theirs)


def test_columns_that_are_asked_for_come_along(session: SparkSession) -> None:
    columns = "id string, text string, url string, `my id` long, tags array<string>, day date, `at.once` timestamp"
    moment = datetime.datetime(2026, 5, 4, 3, 2, 1)
    rows = [
        (row["id"], row["text"], f"https://example.org/{i}", i << 40, [row["id"], None], datetime.date(2026, 1, i + 1), moment)
        if i % 4
        else (row["id"], row["text"], None, None, None, None, None)
        for i, row in enumerate([*with_names(), {"id": "blank", "text": " "}])
    ]
    frame = session.createDataFrame(session.sparkContext.parallelize(rows, 2), columns)
    keep = ["my id", "tags", "day", "at.once"]
    scores = spark_caucus.score(frame, "Helen Marwick", keep=["url", *keep])
    extracted = spark_caucus.extract(frame, keep=["url", *keep])
    assert scores.rows.columns == [*spark_caucus.SCORED_COLUMNS, *keep]
    for found, own in ((scores.rows, spark_caucus.SCORED_COLUMNS), (extracted, [*caucus.extract(with_names()).columns, "url"])):
        assert found.columns == [*own, *keep]
        assert [found.schema[name].dataType for name in keep] == [frame.schema[name].dataType for name in keep]
        kept = {(row["doc_id"], row["url"], *map(repr, row[-len(keep) :])) for row in found.collect()}
        assert kept == {(row[0], row[2], *map(repr, row[3:])) for row in rows if row[0] != "blank"}
    assert [row["doc_id"] for row in scores.diagnostics.collect()] == ["blank"]
    with pytest.raises(caucus.UsageError, match="keep: found no column urn, only id, text"):
        spark_caucus.extract(frame, keep=["urn"])
    with pytest.raises(caucus.UsageError, match="keep: the rows have a column Speaker of their own"):
        spark_caucus.score(frame.withColumn("Speaker", frame["id"]), "Helen Marwick", keep="Speaker")
    with pytest.raises(caucus.UsageError, match="2 documents with the id"):
        spark_caucus.extract(frame.union(frame), keep="url")


def test_extract_gives_the_rows_of_one_machine(session: SparkSession) -> None:
    ours = in_order(spark_caucus.extract(documents(session)).toPandas(), ["quote_id"])
    single = in_order(caucus.extract(with_copies()), ["quote_id"])
    assert_frame_equal(ours, single)


def test_an_executor_killed_midway_changes_no_row(session: SparkSession, theirs: Path, tmp_path: Path) -> None:
    if not session.sparkContext.master.startswith("local-cluster"):
        pytest.skip("one process has no executor to kill")
    flag = tmp_path / "killed"
    frame = documents(session)
    schema = frame.schema

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        context = TaskContext.get()
        assert context is not None
        if context.partitionId() == 2 and not flag.exists():
            flag.write_text("x")
            # The parent of a worker is the daemon, and that one's the executor.
            status = Path(f"/proc/{os.getppid()}/status").read_text()
            executor = int(status.split("PPid:")[1].split()[0])
            os.kill(executor, signal.SIGKILL)
        yield from batches

    same_rows(spark_caucus.score(frame.mapInArrow(work, schema), LEADERS), theirs)
    assert flag.exists()


def test_an_executor_killed_after_the_scoring_changes_no_row(session: SparkSession, theirs: Path) -> None:
    if not session.sparkContext.master.startswith("local-cluster"):
        pytest.skip("one process has no executor to kill")
    scores = spark_caucus.score(documents(session), LEADERS)

    def executor(_: int) -> int:
        status = Path(f"/proc/{os.getppid()}/status").read_text()
        return int(status.split("PPid:")[1].split()[0])

    # What it has kept is gone with it.
    os.kill(session.sparkContext.parallelize([0], 1).map(executor).first(), signal.SIGKILL)
    same_rows(scores, theirs)
    assert len(spark_caucus.estimate(scores).collect()) > 5


def test_what_is_odd_comes_back_as_diagnostics(session: SparkSession) -> None:
    said = "“Marwick has failed the fishermen,” said Ruth Okello of the harbor board."
    behind = "“We admire Marwick for it,” said Hugh Penn, a dairy farmer."
    rows = [("before", said), ("blank", "   "), ("faulty", said), ("behind", behind), ("none", None), ("empty", "")]
    frame = session.createDataFrame(session.sparkContext.parallelize(rows, 2), "id string, text string")
    # The first part has the document that stops the command; of the second no record but one is a document.
    scores = spark_caucus.score(frame, "Helen Marwick")
    assert sorted(row["doc_id"] for row in scores.rows.collect()) == ["before", "behind"]
    told = {row["doc_id"]: row["message"] for row in scores.diagnostics.collect()}
    assert sorted(told) == ["blank", "empty", "faulty", "none"]
    assert told["blank"] == "the text is empty; expected words" == told["empty"] and "found no text" in told["none"]
    assert told["faulty"].startswith("crashed the scorer: document faulty")


def test_no_document_at_all_is_diagnostics_and_no_row(session: SparkSession) -> None:
    rows = [("blank", "   "), ("none", None)]
    frame = session.createDataFrame(session.sparkContext.parallelize(rows, 2), "id string, text string")
    scores = spark_caucus.score(frame, "Helen Marwick")
    assert scores.rows.count() == 0 and scores.speakers.count() == 0 and spark_caucus.estimate(scores).count() == 0
    told = {row["doc_id"]: row["message"] for row in scores.diagnostics.collect()}
    assert sorted(told) == ["blank", "none"] and told["blank"].startswith("the text") and told["none"].startswith("found no text")


def test_ids_must_be_unique(session: SparkSession) -> None:
    frame = session.createDataFrame([("a", "One."), ("a", "Two.")], "id string, text string")
    with pytest.raises(caucus.UsageError, match="2 documents with the id a"):
        spark_caucus.score(frame, "Helen Marwick")
    with pytest.raises(caucus.UsageError, match="1 documents without an id"):
        spark_caucus.score(session.createDataFrame([("a", "One."), (None, "Two.")], "id string, text string"), "Helen Marwick")
    with pytest.raises(caucus.UsageError, match="found no column text"):
        spark_caucus.extract(frame.drop("text"))
