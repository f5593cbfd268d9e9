"""Give every function of the library random tables and options: each call answers, or fails with one line.

usage: fuzz_calls.py FOLDER SECONDS SEED      (FOLDER is written into)
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa

import caucus
from caucus import _native

COLUMNS = [
    "text",
    "id",
    "title",
    "source",
    "published",
    "url",
    "label",
    "target",
    "group",
    "weight",
    "target_start",
    "target_end",
    "speaker",
    "context",
    "quote_id",
    "status",
    "p_against",
    "p_neutral",
    "p_favor",
    "p_speech",
    "speaker_id",
    "unit",
    "annotator",
    "sampling_probability",
    "duplicate_of",
    "doc_id",
    "name",
    "gender",
    "named",
    "documents",
    "quotations",
    "kind",
    "quote",
    "document",
    "answered",
    "run",
]
USUAL = ["text", "label", "quote_id", "status", "p_against", "p_neutral", "p_favor"]
WORDS = [
    "favor",
    "against",
    "neutral",
    "counted",
    "reprint",
    "0.5",
    "0.2",
    "1",
    "2",
    "0",
    "-1",
    "1e400",
    "nan",
    "stance",
    "plain",
    "masked",
    "lexicon",
    "person",
    "female",
    "d:0-4",
    "d:",
    "[",
    "{}",
    "speaker",
    "month",
    "week",
    "nominal",
    "ordinal",
    '["favor"]',
    "/nowhere",
    "quotations",
    "speakers",
    "stance-en-2",
    "2031-01-02",
    "=1+1",
    "fast",
]
TEXTS = ["", " ", "“We lost,” said Ruth Okello of Marwick.", "Marwick \u2028 said \0 so", "9" * 40, '[["A B", "B"]]']
# The options of each function, its tables, and whether it takes work.
CALLS: dict[str, tuple[str, int, bool]] = {
    "read": ("path format", 0, True),
    "extract": ("aliases", 1, True),
    "score": ("store targets aliases mode model_bytes precision", 1, True),
    "store": ("store table run", 0, False),
    "report": ("store run level unit by column seed", 1, False),
    "estimate": ("by level unit seed", 2, False),
    "agreement": ("scale order level seed", 1, False),
    "fit": ("features c folds seed", 1, True),
    "predict": ("model model_bytes", 1, False),
    "explain": ("model model_bytes", 1, False),
    "vectorizer": ("features", 1, True),
    "vectorize": ("state", 1, False),
    "feature_names": ("state", 0, False),
    "identities": ("aliases", 1, False),
    "links": ("", 1, False),
    "copies": ("", 1, False),
}


class Fuzzer:
    """Makes calls by a seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        (folder / "a.txt").write_text("“We lost,” said Ruth Okello of Marwick.", encoding="utf-8")
        texts = pa.table({"text": ["a b c", "b c d", "c d a"]})
        batch = _native.call("vectorizer", texts, options={"features": "plain"}, jobs=1)
        self.state: bytes = batch.column("state")[0].as_py()
        # Paths are never random: nothing is written elsewhere.
        self.fixed: dict[str, _native.Option] = {"store": str(folder / "s.sqlite"), "path": str(folder / "a.txt")}
        self.likely: dict[str, _native.Option] = {
            "targets": '{"targets": [{"name": "Helen Marwick"}]}',
            "table": "quotations",
            "model": "stance-en-2",
            "features": "plain",
            "folds": "0",
        }

    def value(self) -> bytes:
        """Give a word that means something somewhere, or bytes."""
        if self.chance.random() < 0.7:
            return self.chance.choice(WORDS + TEXTS).encode()
        return self.chance.randbytes(self.chance.choice([0, 1, 3, 17, 200]))

    def table(self) -> pa.Table | None:
        """Give a table of any columns, or none."""
        names = self.chance.sample(COLUMNS, self.chance.randint(0, 9))
        if self.chance.random() < 0.7:
            names = list(dict.fromkeys(USUAL[: self.chance.randint(1, 7)] + names))
        rows = self.chance.choice([0, 1, 1, 2, 8, 30])
        if not names:
            return None
        values = [[None if self.chance.random() < 0.1 else self.value() for _ in range(rows)] for _ in names]
        return pa.table({name: pa.array(column, pa.large_binary()) for name, column in zip(names, values, strict=True)})

    def options(self, names: list[str]) -> dict[str, _native.Option]:
        """Give some of the options of a function."""
        options: dict[str, _native.Option] = {}
        for name in names:
            if self.chance.random() < 0.3:
                continue
            known = name in self.likely and self.chance.random() < 0.7
            options[name] = self.fixed.get(name, self.likely[name] if known else self.value())
        if "state" in names:
            broken = bytearray(self.state)
            if self.chance.random() < 0.6:
                broken[self.chance.randrange(len(broken))] = self.chance.randrange(256)
            options["state"] = bytes(broken)
        return options

    def call(self) -> bool:
        """Make a call, and tell whether it had an answer."""
        name = self.chance.choice(sorted(CALLS))
        known, tables, works = CALLS[name]
        given = [self.table() for _ in range(tables)]
        options = self.options(known.split())
        return self.answers(lambda: _native.call(name, *given, options=options, jobs=1 if works else None))

    def regression(self) -> bool:
        """Fit numbers of any size."""
        rows, columns, classes = self.chance.randint(0, 6), self.chance.randint(1, 5), self.chance.randint(2, 4)
        numbers = np.array([self.chance.choice([0, 1, -1, 1e300, 1e-300, 5.5]) for _ in range(rows * columns)], dtype=float)
        starts = np.arange(0, rows * columns + 1, columns, dtype=np.int64)
        indices = np.tile(np.arange(columns), rows).astype(np.int32)
        labels = np.array([self.chance.randrange(-1, classes) for _ in range(rows)], dtype=np.int64)
        options: dict[str, _native.Option] = {
            "class_count": classes,
            "c": self.chance.choice([1e-9, 1.0, 1e9]),
            "dense": self.chance.random() < 0.5,
        }
        return self.answers(lambda: _native.regress(starts, indices, numbers, columns, labels, None, options))

    @staticmethod
    def answers(work: Callable[[], object]) -> bool:
        """Tell whether there was an answer; a failure must have one line."""
        try:
            work()
        except caucus.CaucusError as error:
            line = str(error)
            assert line and len(line.splitlines()) == 1, repr(line)
            return False
        return True


def main() -> None:
    """Call until the time is up."""
    fuzzer = Fuzzer(Path(sys.argv[1]), int(sys.argv[3]))
    end, answers = time.time() + float(sys.argv[2]), []
    while time.time() < end:
        answers.append(fuzzer.call() if fuzzer.chance.random() < 0.8 else fuzzer.regression())
    print(len(answers), "calls,", sum(answers), "answers")


if __name__ == "__main__":
    main()
