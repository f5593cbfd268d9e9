"""Caucus on Spark: the rows of the command, from documents in as many pieces as there are.

Articles are scored by the command itself, one run a partition, so that an article that stops it is left out and told. What depends
on all articles, who a speaker is across them and which quotations repeat others, is then settled by DataFrame operations: names are
added up and resolved once, and documents that may hold copies meet by a join on the bands of a MinHash signature. The rows are those
of one run of ``caucus score`` over all documents.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from caucus import _native, _tables
from caucus.errors import UsageError, error

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_EXTRACTED = (
    "quote_id string, doc_id string, start long, end long, quote string, form string, cue string, source_words string, "
    "speaker_id string, speaker string, role string, rule string, confidence double"
)
_SCORED = (
    _EXTRACTED + ", target string, target_mention string, p_against double, p_neutral double, p_favor double, stance string, "
    "sentiment string, abstained string, status string, duplicate_of string, label string, sampling_probability double, "
    "model string, run string, p_speech double, p_about double, p_speaker double, p_right double, title string, outlet string, "
    "published string, url string"
)
# What a partition gives beside its rows: what its documents tell of people, and what was odd.
_OWN = (
    ", _row string, _kind string, _gender string, _members string, _text string, _links array<long>, _is_act long, _named long, "
    "_documents long, _quotations long, _message string"
)


def _names(schema: str) -> list[str]:
    return [column.split()[0] for column in schema.split(", ")]


SCORED_COLUMNS = _names(_SCORED)
"""The columns of the rows of `score`: those of `quotations.csv`."""


def command() -> str:
    """Find the command: that of ``CAUCUS_COMMAND``, of the wheel, or of the checkout that this file lies in.

    Returns
    -------
    str
        Its path.

    Raises
    ------
    UsageError
        Where there is none.
    """
    own = Path(__file__).resolve().parent
    given = os.environ.get("CAUCUS_COMMAND")
    places = [Path(given)] if given else [own / "_bin" / "caucus"]
    if not given:
        places += [up / ".build" / "release" / "caucus" for up in own.parents if (up / "Package.swift").is_file()]
    for place in places:
        if place.is_file():
            return str(place)
    raise UsageError(f"{places[0]}: no such file; expected the command of a wheel, or one that CAUCUS_COMMAND names", 64)


def _cast(batch: pa.RecordBatch, schema: str) -> pa.RecordBatch:
    """Give a batch the columns and types that Spark was told."""
    kinds = {"string": pa.string(), "long": pa.int64(), "double": pa.float64(), "array<long>": pa.list_(pa.int64())}
    fields = [pa.field(*_field(column, kinds)) for column in schema.split(", ")]
    columns = [
        batch.column(field.name).cast(field.type) if field.name in batch.schema.names else pa.nulls(batch.num_rows, field.type)
        for field in fields
    ]
    return pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields))


def _field(column: str, kinds: Mapping[str, pa.DataType]) -> tuple[str, pa.DataType]:
    name, kind = column.split()
    return name, kinds[kind]


def extract(df: DataFrame, *, aliases: Mapping[str, Sequence[str]] | None = None) -> DataFrame:
    """Find the quotations of documents, and who says them as each document tells it.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        Documents with the columns id and text.
    aliases : mapping of str to sequence of str, optional
        Speakers with several names.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns of `caucus.extract`.

    Raises
    ------
    UsageError
        Where there is no column id or text.
    """
    _check(df)
    joined = _tables.aliases(aliases)

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            documents = _tables.documents(batch)
            if documents.num_rows:
                yield _cast(_native.call("extract", documents, options={"aliases": joined}, jobs=1), _EXTRACTED)

    return df.mapInArrow(work, _EXTRACTED)


def _check(df: DataFrame) -> None:
    for name in ("id", "text"):
        if name not in df.columns:
            raise UsageError(f"found no column {name}, only {', '.join(df.columns)}", 64)


class Scores:
    """What `score` gives: rows, and what was odd, both from one pass over the documents.

    Attributes
    ----------
    rows : pyspark.sql.DataFrame
        A row a quotation and leader, the columns of `caucus.score`.
    diagnostics : pyspark.sql.DataFrame
        doc_id and message: records that could not be read, and documents that stopped the program and were left out.
    """

    def __init__(self, rows: DataFrame, diagnostics: DataFrame, kept: list[DataFrame]) -> None:
        self.rows = rows
        self.diagnostics = diagnostics
        self._kept = kept

    def unpersist(self) -> None:
        """Give back what Spark keeps of them."""
        for frame in self._kept:
            frame.unpersist()


def score(
    df: DataFrame,
    targets: object,
    model: str | os.PathLike[str] | None = None,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    options: Sequence[str] = (),
) -> Scores:
    """Find the quotations of documents and score where each stands on leaders.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        Documents with the columns id, unique, and text, and title, source, published and url where they are.
    targets : str, mapping or sequence of these
        The leaders, as for `caucus.score`.
    model : path, optional
        A model file, which is shipped to the executors once; the built-in model where it is not given.
    aliases : mapping of str to sequence of str, optional
        Speakers with several names.
    options : sequence of str
        More options of ``caucus score``: ``["--precision", "0.7"]``.

    Returns
    -------
    Scores
        Its rows are those of one run of the command over all documents.

    Raises
    ------
    UsageError
        Where a column is missing, or ids are not unique.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as F

    _check(df)
    repeated = df.groupBy("id").count().where("count > 1").limit(1).collect()
    if repeated:
        raise UsageError(f"found {repeated[0]['count']} documents with the id {repeated[0]['id']}; expected unique ids", 64)
    spark = df.sparkSession
    if model is not None:
        spark.sparkContext.addFile(os.fspath(model))
    settings = {
        "targets": _tables.targets(targets),
        "aliases": None if not aliases else [[primary, *others] for primary, others in aliases.items()],
        "model": None if model is None else Path(os.fspath(model)).name,
        "options": list(options),
    }

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return _partition(batches, settings)

    found = df.mapInArrow(work, _SCORED + _OWN).persist(StorageLevel.DISK_ONLY)
    ids = _identities(found, _tables.aliases(aliases))
    rows = _named(found.where("_row = 'quotation'"), ids).persist(StorageLevel.DISK_ONLY)
    marked = _marked(rows)
    diagnostics = found.where("_row = 'diagnostic'").select("doc_id", F.col("_message").alias("message"))
    return Scores(marked.select(*SCORED_COLUMNS), diagnostics, [found, rows])


def _partition(batches: Iterator[pa.RecordBatch], settings: Mapping[str, Any]) -> Iterator[pa.RecordBatch]:
    """Score the documents of a partition by one run of the command."""
    with tempfile.TemporaryDirectory(prefix="caucus-spark-") as folder:
        place = Path(folder)
        count = 0
        with (place / "articles.jsonl").open("w", encoding="utf-8") as file:
            for batch in batches:
                for row in _tables.documents(batch).to_pylist():
                    file.write(json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n")
                    count += 1
        if count == 0:
            return
        (place / "targets.yaml").write_text(settings["targets"], encoding="utf-8")
        arguments = [command(), "score", str(place / "articles.jsonl"), "--targets", str(place / "targets.yaml")]
        arguments += ["--store", str(place / "run.sqlite"), "--jobs", "1", "--quiet", *settings["options"]]
        if settings["aliases"]:
            lists = {names[0]: names[1:] for names in settings["aliases"]}
            (place / "aliases.yaml").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
            arguments += ["--aliases", str(place / "aliases.yaml")]
        if settings["model"]:
            from pyspark import SparkFiles

            arguments += ["--model", SparkFiles.get(settings["model"])]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        if (place / "run.sqlite").exists():
            yield from _facts(str(place / "run.sqlite"))
        lines = [line for line in done.stderr.splitlines() if line]
        if done.returncode == 65 and not (place / "run.sqlite").exists():
            # No record of the partition was a document.
            yield _rows([{"_row": "diagnostic", "_message": line} for line in lines])
        elif done.returncode != 0:
            raise error(done.returncode, lines[-1] if lines else f"the command ended with {done.returncode}")


def _rows(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    names = [column.split()[0] for column in (_SCORED + _OWN).split(", ")]
    table = pa.Table.from_pylist(rows) if rows else pa.table({name: pa.nulls(0) for name in names[:1]})
    return _cast(table.combine_chunks().to_batches()[0] if rows else pa.RecordBatch.from_pydict({}), _SCORED + _OWN)


_SPEAKERS = """
    SELECT d.doc_id || ':' || q.start || '-' || q."end", r.run_id, p.kind, p.gender, d.text_hash, q.is_act,
        (SELECT group_concat(m.name || char(31) || m.gender || char(31) || m.kind || char(31) || m.entity, char(30))
         FROM (SELECT * FROM joint j JOIN speaker s ON s.document = j.document AND s.number = j.member
               WHERE j.document = p.document AND j.speaker = p.number ORDER BY j.place) m)
    FROM run r
    JOIN scored c ON c.run = r.run
    JOIN document d ON d.document = c.document
    JOIN quotation q ON q.document = c.document
    LEFT JOIN score s ON s.document = c.document AND s.run = r.run AND s.number = q.number
    LEFT JOIN speaker p ON p.document = q.document AND p.number = coalesce(s.speaker, q.speaker)
    WHERE q.is_act = 0 OR s.document IS NOT NULL
"""
_SPEAKING = """
    SELECT p.name, p.gender, count(*), sum(
        (SELECT count(DISTINCT q.number) FROM quotation q
         LEFT JOIN joint j ON j.document = q.document AND j.speaker = q.speaker
         WHERE q.document = p.document AND q.is_act = 0 AND q.status <> 'nested'
             AND coalesce(j.member, q.speaker) = p.number))
    FROM speaker p
    WHERE p.kind = 'person'
        AND NOT EXISTS (SELECT 1 FROM joint j WHERE j.document = p.document AND j.speaker = p.number)
    GROUP BY 1, 2
"""
_GENDERS = {"f": "female", "m": "male", "u": "unknown"}


def _facts(store: str) -> Iterator[pa.RecordBatch]:
    """Give the rows of a partition's store, and what they do not tell: kinds, members of several, texts, links, names."""
    table = _native.call("store", options={"store": store, "table": "quotations"})
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        speakers = {(row[0], row[1]): row[2:] for row in database.execute(_SPEAKERS)}
        people: dict[tuple[str, str], list[int]] = {}
        for (lines,) in database.execute("SELECT people FROM document"):
            for line in lines.split("\n"):
                if line:
                    people.setdefault((line[1:], _GENDERS[line[0]]), [0, 0, 0])[0] += 1
        for name, gender, documents, quotations in database.execute(_SPEAKING):
            told = people.setdefault((name, gender), [0, 0, 0])
            told[1] += documents
            told[2] += quotations
        odd = database.execute(
            "SELECT d.doc_id, g.message FROM diagnostic g LEFT JOIN document d USING (document) GROUP BY g.file, g.line, g.message"
        ).fetchall()
    keys = zip(table.column("quote_id").to_pylist(), table.column("run").to_pylist(), strict=True)
    facts = [speakers.get(key, (None, None, None, 0, None)) for key in keys]
    kinds, genders, texts, acts, members = (list(column) for column in zip(*facts, strict=True)) if facts else ([], [], [], [], [])
    own = {
        "_row": pa.array(["quotation"] * len(facts), pa.string()),
        "_kind": pa.array(kinds, pa.string()),
        "_gender": pa.array(genders, pa.string()),
        "_members": pa.array(members, pa.string()),
        "_text": pa.array(texts, pa.string()),
        "_is_act": pa.array(acts, pa.int64()),
        "_links": _links(table, kinds, texts),
    }
    batch = pa.RecordBatch.from_arrays([*table.columns, *own.values()], names=[*table.schema.names, *own])
    yield _cast(batch, _SCORED + _OWN)
    told_rows = [
        {"_row": "person", "speaker": name, "_gender": gender, "_named": named, "_documents": documents, "_quotations": quotations}
        for (name, gender), (named, documents, quotations) in people.items()
    ]
    odd_rows = [{"_row": "diagnostic", "doc_id": document, "_message": message} for document, message in odd]
    for rows in (told_rows, odd_rows):
        if rows:
            yield _rows(rows)


def _links(table: pa.RecordBatch, kinds: list[str | None], texts: list[str | None]) -> pa.Array:
    """Give what each quotation has in common with those that it may repeat, where it may be a copy at all."""
    mentions, status = table.column("target_mention").to_pylist(), table.column("status").to_pylist()
    may = [kind is not None and m != "none" and s != "nested" for kind, m, s in zip(kinds, mentions, status, strict=True)]
    given = pa.table(
        {
            "speaker": pa.array([v if k else "" for v, k in zip(table.column("speaker").to_pylist(), may, strict=True)]),
            "kind": pa.array([v if k else "person" for v, k in zip(kinds, may, strict=True)]),
            "quote": pa.array([v if k else "" for v, k in zip(table.column("quote").to_pylist(), may, strict=True)]),
        }
    )
    found = _native.call("links", given).column("links").to_pylist() if table.num_rows else []
    links: list[list[int] | None] = []
    for mine, text, candidate in zip(found, texts, may, strict=True):
        if not candidate:
            links.append(None)
            continue
        keys = [int.from_bytes(mine[i : i + 8], "little", signed=True) for i in range(0, len(mine), 8)]
        if text:
            digest = blake2b(("text " + text).encode(), digest_size=8).digest()
            keys.append(int.from_bytes(digest, "little", signed=True))
        links.append(keys)
    return pa.array(links, pa.list_(pa.int64()))


def _identities(found: DataFrame, aliases: str | None) -> dict[tuple[str, str], tuple[str, bool]]:
    """Say who everybody is, of what all documents tell: by name and gender the id, and whether it holds in its document only."""
    from pyspark.sql import functions as F

    told = (
        found.where("_row = 'person'")
        .groupBy("speaker", "_gender")
        .agg(*(F.sum("_" + name).alias(name) for name in ("named", "documents", "quotations")))
        .orderBy("speaker", "_gender")
        .collect()
    )
    if not told:
        return {}
    names = pa.table(
        {
            "name": [row["speaker"] for row in told],
            "gender": [row["_gender"] for row in told],
            **{name: [str(row[name]) for row in told] for name in ("named", "documents", "quotations")},
        }
    )
    ids = _native.call("identities", names, options={"aliases": aliases}).to_pylist()
    return {(row["speaker"], row["_gender"]): (one["id"], bool(one["bound"])) for row, one in zip(told, ids, strict=True)}


def _named(rows: DataFrame, ids: dict[tuple[str, str], tuple[str, bool]]) -> DataFrame:
    """Put in who each speaker is across all documents."""
    shared = rows.sparkSession.sparkContext.broadcast(ids)

    def one(name: str, gender: str, kind: str, known: str, document: str) -> str:
        if kind != "person":
            return known
        resolved: dict[tuple[str, str], tuple[str, bool]] = shared.value
        found, is_bound = resolved.get((name, gender), (known, False))
        return found + document if is_bound else found

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            columns = {name: batch.column(name).to_pylist() for name in ("speaker", "_gender", "_kind", "speaker_id", "doc_id", "_members")}
            speakers: list[str | None] = []
            for name, gender, kind, known, document, members in zip(*columns.values(), strict=True):
                if known is None:
                    speakers.append(None)
                elif members:
                    parts = [member.split("\x1f") for member in members.split("\x1e")]
                    speakers.append("; ".join(one(n, g, k, e, document) for n, g, k, e in parts))
                else:
                    speakers.append(one(name, gender, kind, known, document))
            place = batch.schema.get_field_index("speaker_id")
            yield batch.set_column(place, "speaker_id", pa.array(speakers, pa.string()))

    return rows.mapInArrow(work, _SCORED + _OWN)


def _components(edges: DataFrame) -> DataFrame:
    """Give documents that links join one name: the least of their ids, by run.

    Each step takes the least name among all that share a link, then that of each document: as many steps as the longest chain of copies has
    links, which are few. `edges` has run, doc_id and link.
    """
    from pyspark.sql import functions as F

    shared = edges.groupBy("run", "link").agg(F.countDistinct("doc_id").alias("n")).where("n > 1").select("run", "link")
    edges = edges.join(shared, ["run", "link"]).distinct().localCheckpoint()
    names = edges.select("run", "doc_id").distinct().withColumn("story", F.col("doc_id")).localCheckpoint()
    while True:
        least = edges.join(names, ["run", "doc_id"]).groupBy("run", "link").agg(F.min("story").alias("least"))
        nearer = edges.join(least, ["run", "link"]).groupBy("run", "doc_id").agg(F.min("least").alias("least"))
        moved = names.join(nearer, ["run", "doc_id"]).select(
            "run", "doc_id", F.col("least").alias("story"), (F.col("least") != F.col("story")).alias("moved")
        )
        moved = moved.localCheckpoint()
        names = moved.select("run", "doc_id", "story")
        if not moved.where("moved").limit(1).count():
            return names


_MARKS = "run string, quote_id string, _original string, _same long"


def _marked(rows: DataFrame) -> DataFrame:
    """Mark the quotations that repeat others, and settle whether they count."""
    from pyspark.sql import functions as F

    candidates = rows.where("_links IS NOT NULL")
    edges = candidates.select("run", "doc_id", F.explode("_links").alias("link")).distinct()
    stories = _components(edges)
    grouped = (
        candidates.join(stories, ["run", "doc_id"], "left")
        .select(
            "run", "quote_id", "doc_id", "speaker", "_kind", "quote", "status", "_text", "start", "end", "_is_act", "speaker_id",
            F.coalesce("published", F.lit("9999")).alias("day"), F.coalesce("story", "doc_id").alias("story"),
        )
        .repartition("run", "story")
        .sortWithinPartitions("run", "day", "doc_id", "start", "end", "_is_act", "speaker_id")
    )  # fmt: skip

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # Stories that share no link do not touch each other: those of a partition may be looked at together.
        table = pa.Table.from_batches(list(batches)) if (batches := iter(list(batches))) else None
        if table is None or not table.num_rows:
            return
        for run in sorted(set(table.column("run").to_pylist())):
            mine = table.filter(pa.compute.equal(table.column("run"), run))
            yield _copies(mine, run)

    marks = grouped.mapInArrow(work, _MARKS)
    is_answered = F.col("status").isin("counted", "reprint", "repeated")
    # What was marked within a partition is forgotten: the marks of all documents take its place.
    status = (
        F.when(~is_answered, F.col("status"))
        .when(F.col("_original").isNull(), F.lit("counted"))
        .when(F.col("_same") == 1, F.lit("repeated"))
        .otherwise(F.lit("reprint"))
    )
    return rows.join(marks, ["run", "quote_id"], "left").withColumn("status", status).withColumn("duplicate_of", F.col("_original"))


def _copies(rows: pa.Table, run: str) -> pa.RecordBatch:
    answered = ["1" if s in ("counted", "reprint", "repeated") else "0" for s in rows.column("status").to_pylist()]
    given = pa.table(
        {
            "document": rows.column("doc_id"),
            "speaker": rows.column("speaker"),
            "kind": rows.column("_kind"),
            "quote": rows.column("quote"),
            "text_hash": rows.column("_text"),
            "answered": pa.array(answered, pa.string()),
        }
    )
    found = _native.call("copies", given).to_pylist()
    ids = rows.column("quote_id").to_pylist()
    return pa.RecordBatch.from_arrays(
        [
            pa.array([run] * len(ids), pa.string()),
            pa.array(ids, pa.string()),
            pa.array([None if one["original"] is None else ids[one["original"]] for one in found], pa.string()),
            pa.array([one["same_document"] for one in found], pa.int64()),
        ],
        names=["run", "quote_id", "_original", "_same"],
    )


_ESTIMATES = (
    "target string, part string, name string, n_quotes long, n_documents long, "
    + ", ".join(f"{n} double, {n}_low double, {n}_high double" for n in ("share_against", "share_neutral", "share_favor", "net"))
    + ", level double, method string, unit string, run string"
)


def estimate(rows: DataFrame, *, by: str | None = "speaker", level: float = 0.95, unit: str = "quotation") -> DataFrame:
    """Estimate the shares of the three stances with their intervals, as `caucus.estimate` does.

    Parameters
    ----------
    rows : pyspark.sql.DataFrame
        The rows of `score`.
    by : {"speaker", "outlet"} or None, default "speaker"
        A row each; all together where it is `None`, which one task does.
    level : float, default 0.95
        The coverage of the intervals, above 0.5 and below 1.
    unit : {"quotation", "document"}
        What shares are shares of.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns of `caucus.estimate`.

    Raises
    ------
    UsageError
        Where `by` is another word.
    """
    from pyspark.sql import functions as F

    if by not in (None, "speaker", "outlet"):
        raise UsageError(f"by {by}: expected speaker, outlet or None", 64)
    original = F.regexp_replace("duplicate_of", ":[0-9]+-[0-9]+$", "")
    copies = rows.where("duplicate_of IS NOT NULL")
    edges = copies.select("run", "doc_id", F.col("duplicate_of").alias("link")).union(
        copies.select("run", original.alias("doc_id"), F.col("duplicate_of").alias("link"))
    )
    counted = rows.where("status = 'counted'").join(_components(edges), ["run", "doc_id"], "left")
    key = {"speaker": F.explode(F.split("speaker_id", "; ")), "outlet": F.coalesce("outlet", F.lit("")), None: F.lit("")}[by]
    grouped = counted.withColumn("_key", key).repartition("run", "_key").sortWithinPartitions("run", "doc_id", "start", "end")

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = list(batches)
        table = pa.Table.from_batches(held) if held else None
        if table is None or not table.num_rows:
            return
        keys = set(zip(table.column("run").to_pylist(), table.column("_key").to_pylist(), strict=True))
        options: dict[str, _native.Option] = {"by": by, "level": level, "unit": unit}
        found = _native.call("estimate", _with_stories(table), None, options=options)
        own = [
            by is None or (run, part or "") in keys
            for run, part in zip(found.column("run").to_pylist(), found.column("part").to_pylist(), strict=True)
        ]
        yield _cast(found.filter(pa.array(own)), _ESTIMATES)

    return grouped.mapInArrow(work, _ESTIMATES)


def _with_stories(table: pa.Table) -> pa.Table:
    """Add rows that say which documents tell one story, and count nowhere; a quotation that comes twice stays once."""
    rows: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    for row in table.to_pylist():
        if (row["run"], row["quote_id"]) in seen:
            continue
        seen.add((row["run"], row["quote_id"]))
        story = row.pop("story")
        row.pop("_key")
        rows.append({name: None if value is None else value for name, value in row.items()})
        if story is None:
            continue
        for document, repeats in ((story, None), (row["doc_id"], story)):
            mark = (row["run"], f"{document} in {story}")
            if mark not in seen:
                seen.add(mark)
                rows.append(
                    {
                        "quote_id": f"{document}\x1f:0-0", "doc_id": document, "status": "reprint", "target": row["target"],
                        "run": row["run"], "model": row["model"],
                        "duplicate_of": None if repeats is None else f"{repeats}\x1f:0-0",
                    }
                )  # fmt: skip
    return _tables.table(pa.Table.from_pylist(rows), "quotations")
