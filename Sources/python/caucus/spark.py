"""Caucus on Spark: the rows of the command, from documents in as many pieces as there are.

Articles are scored by the command itself, one run a partition, so that an article that stops it is left out and told. What depends
on all articles, who a speaker is across them and which quotations repeat others, is then settled by DataFrame operations: names are
added up and resolved once, and documents that may hold copies meet by a join on the bands of a MinHash signature. The rows are those
of one run of ``caucus score`` over all documents.
"""

from __future__ import annotations

import json
import os
import re
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
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.types import StructType

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


def _schema(columns: str, df: DataFrame) -> StructType:
    """Give the columns as Spark wants them, with those of the documents that come along."""
    from pyspark.sql import types as T

    kinds = {"string": T.StringType(), "long": T.LongType(), "double": T.DoubleType(), "array<long>": T.ArrayType(T.LongType())}
    fields = [T.StructField(name, kinds[kind]) for name, kind in (column.split() for column in columns.split(", "))]
    return T.StructType(fields + [T.StructField(own.name, own.dataType) for own in df.schema if own.name.startswith(_KEEP)])


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


_ARROW = {"string": pa.string(), "long": pa.int64(), "double": pa.float64(), "array<long>": pa.list_(pa.int64())}


def _cast(batch: pa.RecordBatch, columns: str, kept: pa.RecordBatch | None = None) -> pa.RecordBatch:
    """Give a batch the columns and types that Spark was told, and those that come along."""
    fields = [pa.field(name, _ARROW[kind]) for name, kind in (column.split() for column in columns.split(", "))]
    arrays = [
        batch.column(field.name).cast(field.type) if field.name in batch.schema.names else pa.nulls(batch.num_rows, field.type)
        for field in fields
    ]
    own = [] if kept is None else list(kept.schema)
    return pa.RecordBatch.from_arrays(arrays + ([] if kept is None else kept.columns), schema=pa.schema(fields + own))


_KEEP = "_keep_"


class _Kept:
    """The columns of the documents of a partition that come along, by the ids of the documents."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._batches: list[pa.RecordBatch] = []

    def add(self, batch: pa.RecordBatch, ids: list[str]) -> None:
        """Keep the columns of documents with these ids."""
        self._batches.append(batch.select([name for name in batch.schema.names if name.startswith(_KEEP)]))
        for document in ids:
            self._places[document] = len(self._places)

    def rows(self, documents: list[str | None]) -> pa.RecordBatch:
        """Give them again, a row a document that is asked for; missing where it is none."""
        table = pa.Table.from_batches(self._batches)
        places = [None if document is None else self._places.get(document) for document in documents]
        taken = table.take(pa.array(places, pa.int64())).combine_chunks()
        if taken.num_rows and taken.num_columns:
            return taken.to_batches()[0]
        return pa.RecordBatch.from_arrays([pa.nulls(len(places), field.type) for field in table.schema], schema=table.schema)


def _documents(batch: pa.RecordBatch) -> pa.Table:
    """Give the columns of documents that a record may have, as texts."""
    odd = (pa.types.is_nested, pa.types.is_binary, pa.types.is_large_binary)
    own = [field for field in batch.schema if not field.name.startswith(_KEEP)]
    return _tables.documents(batch.select([field.name for field in own if not any(of(field.type) for of in odd)]))


def _prepared(df: DataFrame, keep: Sequence[str]) -> DataFrame:
    """Give documents with what comes along once more, under names that Spark takes: it maps no column with a dot in its name."""
    from pyspark.sql import functions as F

    plain = [name for name in df.columns if "." not in name and "`" not in name and not name.startswith(_KEEP)]
    return df.select(*plain, *(F.col(_quoted(name)).alias(f"{_KEEP}{i}") for i, name in enumerate(keep)))


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _renamed(keep: Sequence[str]) -> list[Column]:
    """Give what has come along its names again."""
    from pyspark.sql import functions as F

    return [F.col(f"{_KEEP}{i}").alias(name) for i, name in enumerate(keep)]


def extract(df: DataFrame, *, aliases: Mapping[str, Sequence[str]] | None = None, keep: Sequence[str] = ()) -> DataFrame:
    """Find the quotations of documents, and who says them as each document tells it.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        Documents with the columns id and text.
    aliases : mapping of str to sequence of str, optional
        Speakers with several names.
    keep : sequence of str
        Columns of the documents that come along, as they are: ``["url", "outlet"]``.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns of `caucus.extract`, and those of `keep`.

    Raises
    ------
    UsageError
        Where there is no column id or text, or one that is to come along is missing, or named as one of the rows; or where one is asked
        for and ids are not unique.
    """
    _check(df)
    names = _kept_names(df, [keep] if isinstance(keep, str) else keep, _names(_EXTRACTED))
    if names:
        _check_ids(df)
    joined = _tables.aliases(aliases)

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            documents = _documents(batch)
            if not documents.num_rows:
                continue
            found = _native.call("extract", documents, options={"aliases": joined}, jobs=1)
            kept = _Kept()
            kept.add(batch, documents.column("id").to_pylist())
            yield _cast(found, _EXTRACTED, kept.rows(found.column("doc_id").to_pylist()))

    documents = _prepared(df, names)
    return documents.mapInArrow(work, _schema(_EXTRACTED, documents)).select(*_names(_EXTRACTED), *_renamed(names))


def _check(df: DataFrame) -> None:
    for name in ("id", "text"):
        if name not in df.columns:
            raise UsageError(f"found no column {name}, only {', '.join(df.columns)}", 64)


def _kept_names(df: DataFrame, keep: Sequence[str], own: Sequence[str]) -> list[str]:
    """Give the columns that come along, each once; none may be missing, or have a name of the rows' own."""
    names = list(dict.fromkeys(keep))
    taken = {name.lower() for name in own}
    for name in names:
        if name not in df.columns:
            raise UsageError(f"keep: found no column {name}, only {', '.join(df.columns)}", 64)
        if name.lower() in taken:
            raise UsageError(f"keep: the rows have a column {name} of their own; expected another name", 64)
        taken.add(name.lower())
    return names


class Scores:
    """What `score` gives: rows, and what was odd, both from one pass over the documents.

    Attributes
    ----------
    rows : pyspark.sql.DataFrame
        A row a quotation and leader, the columns of `caucus.score`.
    diagnostics : pyspark.sql.DataFrame
        doc_id and message: records that could not be read, and documents that stopped the program and were left out.
    speakers : pyspark.sql.DataFrame
        speaker_id and speaker: what each speaker is called across all documents, the name that reports and ``speakers.csv`` show.
    """

    def __init__(self, rows: DataFrame, diagnostics: DataFrame, speakers: DataFrame, kept: list[DataFrame]) -> None:
        self.rows = rows
        self.diagnostics = diagnostics
        self.speakers = speakers
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
    keep: Sequence[str] = (),
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
    keep : sequence of str
        Columns of the documents that come along behind those of the rows, as they are; title, outlet, published and url, as the command
        reads them, are there already.

    Returns
    -------
    Scores
        Its rows are those of one run of the command over all documents.

    Raises
    ------
    UsageError
        Where a column is missing, ids are not unique, or a column that is to come along has a name of the rows' own.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as F

    _check(df)
    wanted = [keep] if isinstance(keep, str) else keep
    names = _kept_names(df, [name for name in wanted if name not in _OUTLINE], _names(_SCORED + _OWN))
    _check_ids(df)
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

    documents = _prepared(df, names)
    found = documents.mapInArrow(work, _schema(_SCORED + _OWN, documents)).persist(StorageLevel.DISK_ONLY)
    ids = _identities(found, _tables.aliases(aliases))
    rows = _named(found.where("_row = 'quotation'"), ids).persist(StorageLevel.DISK_ONLY)
    marked, links = _marked(rows)
    told = _named(found.where("_row = 'speaker'"), ids)
    diagnostics = found.where("_row = 'diagnostic'").select("doc_id", F.col("_message").alias("message"))
    return Scores(marked.select(*SCORED_COLUMNS, *_renamed(names)), diagnostics, _shown(told), [found, rows, links])


_OUTLINE = ("title", "outlet", "published", "url")


def _check_ids(df: DataFrame) -> None:
    found = df.groupBy("id").count().where("count > 1 OR id IS NULL").limit(1).collect()
    if found and found[0]["id"] is None:
        raise UsageError(f"found {found[0]['count']} documents without an id; expected a unique one each", 64)
    if found:
        raise UsageError(f"found {found[0]['count']} documents with the id {found[0]['id']}; expected unique ids", 64)


def _partition(batches: Iterator[pa.RecordBatch], settings: Mapping[str, Any]) -> Iterator[pa.RecordBatch]:
    """Score the documents of a partition by one run of the command."""
    with tempfile.TemporaryDirectory(prefix="caucus-spark-") as folder:
        place = Path(folder)
        kept = _Kept()
        ids: list[str] = []
        with (place / "articles.jsonl").open("w", encoding="utf-8") as file:
            for batch in batches:
                documents = _documents(batch)
                for row in documents.to_pylist():
                    file.write(json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n")
                own = documents.column("id").to_pylist()
                kept.add(batch, own)
                ids += own
        if not ids:
            return
        done = subprocess.run(_arguments(place, settings), capture_output=True, text=True, check=False)
        if (place / "run.sqlite").exists():
            yield from _facts(str(place / "run.sqlite"), ids, kept)
        lines = [line for line in done.stderr.splitlines() if line]
        if done.returncode == 65 and not (place / "run.sqlite").exists():
            # No record of the partition was a document.
            yield _rows([_told(line, ids) for line in lines if _PLACE.search(line)], kept)
        elif done.returncode != 0:
            raise error(done.returncode, lines[-1] if lines else f"the command ended with {done.returncode}")


def _arguments(place: Path, settings: Mapping[str, Any]) -> list[str]:
    """Write what the command reads beside the documents, and give its line."""
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
    return arguments


_PLACE = re.compile(r"articles\.jsonl:([0-9]+): ")


def _told(line: str, ids: list[str]) -> dict[str, Any]:
    """Give a line of the command as a diagnostic of the document of that line."""
    found = _PLACE.search(line)
    assert found is not None
    return {"_row": "diagnostic", "doc_id": ids[int(found[1]) - 1], "_message": line[found.end() :]}


def _rows(rows: list[dict[str, Any]], kept: _Kept) -> pa.RecordBatch:
    schema = pa.schema([(name, _ARROW[kind]) for name, kind in (column.split() for column in (_SCORED + _OWN).split(", "))])
    return _cast(pa.RecordBatch.from_pylist(rows, schema=schema), _SCORED + _OWN, kept.rows([None] * len(rows)))


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
_CALLED = """
    SELECT d.doc_id, p.name, p.gender, p.kind, p.entity
    FROM document d JOIN speaker p USING (document)
    WHERE NOT EXISTS (SELECT 1 FROM joint j WHERE j.document = p.document AND j.speaker = p.number)
"""
_GENDERS = {"f": "female", "m": "male", "u": "unknown"}


def _facts(store: str, ids: list[str], kept: _Kept) -> Iterator[pa.RecordBatch]:
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
        called = database.execute(_CALLED).fetchall()
        odd = database.execute("SELECT line, message FROM diagnostic GROUP BY line, message").fetchall()
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
    yield _cast(batch, _SCORED + _OWN, kept.rows(table.column("doc_id").to_pylist()))
    told_rows = [
        {"_row": "person", "speaker": name, "_gender": gender, "_named": named, "_documents": documents, "_quotations": quotations}
        for (name, gender), (named, documents, quotations) in people.items()
    ]
    called_rows = [
        {"_row": "speaker", "doc_id": document, "speaker": name, "_gender": gender, "_kind": kind, "speaker_id": entity}
        for document, name, gender, kind, entity in called
    ]
    odd_rows = [{"_row": "diagnostic", "doc_id": ids[line - 1] if line else None, "_message": message} for line, message in odd]
    for rows in (told_rows, called_rows, odd_rows):
        if rows:
            yield _rows(rows, kept)


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

    return rows.mapInArrow(work, rows.schema)


_CALLS = "speaker_id string, speaker string"


def _shown(told: DataFrame) -> DataFrame:
    """Give every speaker the name that reports show, of rows that each say what one document calls one: speaker_id, speaker."""
    from pyspark.sql import functions as F

    counted = told.groupBy("speaker_id", "speaker").count()
    names = counted.groupBy("speaker_id").agg(F.collect_list(F.struct("count", "speaker")).alias("names"))

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            ids, told = batch.column("speaker_id").to_pylist(), batch.column("names").to_pylist()
            shown = [_name(one, [(name["count"], name["speaker"]) for name in names]) for one, names in zip(ids, told, strict=True)]
            yield pa.RecordBatch.from_arrays([pa.array(ids, pa.string()), pa.array(shown, pa.string())], names=["speaker_id", "speaker"])

    return names.mapInArrow(work, _CALLS)


def _name(speaker: str, names: list[tuple[int, str]]) -> str:
    """Choose between the names of a speaker, as the library does."""
    if len(names) == 1:
        return names[0][1]
    # Only which name more documents give matters, not by how many: as few stand-ins for documents as keep that order.
    order = sorted({count for count, _ in names})
    rows: list[str] = []
    for count, name in names:
        rows += [name] * (order.index(count) + 1)
    given = {
        "quote_id": [f"{i}:0-1" for i in range(len(rows))],
        "doc_id": [str(i) for i in range(len(rows))],
        "speaker_id": [speaker] * len(rows),
        "speaker": rows,
        "status": ["counted"] * len(rows),
        **{name: ["0"] * len(rows) for name in ("p_against", "p_favor")},
        "p_neutral": ["1"] * len(rows),
    }
    found: str = _native.call("estimate", pa.table(given), None, options={"by": "speaker"}).column("name")[0].as_py()
    return found


def _components(edges: DataFrame) -> tuple[DataFrame, DataFrame]:
    """Give documents that links join one name, the least of their ids, by run: run, doc_id and story; and what Spark keeps for that.

    Each step takes the least name among all that share a link, then that of each document: as many steps as the longest chain of copies has
    links, which are few. `edges` has run, doc_id and link. What a step gives is kept and not checkpointed, so that it is made again
    where an executor dies.
    """
    from pyspark import StorageLevel
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    sharing, own = Window.partitionBy("run", "link"), Window.partitionBy("run", "doc_id")
    least = edges.select("run", "doc_id", "link", F.min("doc_id").over(sharing).alias("story"), F.max("doc_id").over(sharing).alias("last"))
    named = least.where("story <> last").select("run", "doc_id", "link", "story").distinct()
    kept: DataFrame | None = None
    while True:
        nearer = named.withColumn("near", F.min("story").over(own)).withColumn("nearest", F.min("near").over(sharing))
        moved = nearer.select("run", "doc_id", "link", F.col("nearest").alias("story"), (F.col("nearest") != F.col("story")).alias("moved"))
        moved = moved.persist(StorageLevel.DISK_ONLY)
        is_done = not moved.where("moved").limit(1).count()
        if kept is not None:
            kept.unpersist()
        kept, named = moved, moved.drop("moved")
        if is_done:
            return named.groupBy("run", "doc_id").agg(F.min("story").alias("story")), kept


_MARKS = "run string, quote_id string, _original string, _same long"


def _marked(rows: DataFrame) -> tuple[DataFrame, DataFrame]:
    """Mark the quotations that repeat others, and settle whether they count; and give what Spark keeps for that."""
    from pyspark.sql import functions as F

    candidates = rows.where("_links IS NOT NULL")
    stories, kept = _components(candidates.select("run", "doc_id", F.explode("_links").alias("link")))
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
    marked = rows.join(marks, ["run", "quote_id"], "left").withColumn("status", status).withColumn("duplicate_of", F.col("_original"))
    return marked, kept


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


def estimate(scores: Scores | DataFrame, *, by: str | None = "speaker", level: float = 0.95, unit: str = "quotation") -> DataFrame:
    """Estimate the shares of the three stances with their intervals, as `caucus.estimate` does.

    Parameters
    ----------
    scores : Scores or pyspark.sql.DataFrame
        What `score` gives, or its rows. Rows tell what speakers are called but where they speak alone: of `Scores` the names are those of
        ``speakers.csv``, of rows those of `caucus.estimate`.
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
    rows = scores.rows if isinstance(scores, Scores) else scores
    original = F.regexp_replace("duplicate_of", ":[0-9]+-[0-9]+$", "")
    copies = rows.where("duplicate_of IS NOT NULL")
    edges = copies.select("run", "doc_id", F.col("duplicate_of").alias("link")).union(
        copies.select("run", original.alias("doc_id"), F.col("duplicate_of").alias("link"))
    )
    stories, kept = _components(edges)
    if isinstance(scores, Scores):
        scores._kept.append(kept)
    counted = rows.where("status = 'counted'").join(stories, ["run", "doc_id"], "left")
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

    estimates = grouped.mapInArrow(work, _ESTIMATES)
    if by != "speaker":
        return estimates
    if isinstance(scores, Scores):
        shown = scores.speakers
    else:
        alone = rows.where("NOT contains(speaker_id, '; ')")
        shown = _shown(alone.select("doc_id", "speaker_id", F.coalesce("speaker", "speaker_id").alias("speaker")).distinct())
    shown = shown.select(F.col("speaker_id").alias("part"), F.col("speaker").alias("_shown"))
    named = estimates.join(shown, "part", "left").withColumn("name", F.coalesce("_shown", "part"))
    return named.select(*_names(_ESTIMATES))


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
