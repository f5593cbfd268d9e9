"""The header is what the library keeps: for C and C++, name by name, and against foreign bytes."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

import caucus
from caucus import _native

HEADER = ROOT / "Sources" / "CCaucus" / "include" / "caucus.h"
PROGRAM = ROOT / "Tests" / "python" / "c" / "check.c"
SECONDS = float(os.environ.get("CAUCUS_FUZZ_SECONDS", "5"))


@pytest.mark.skipif(shutil.which("clang") is None and shutil.which("cc") is None, reason="no compiler of C")
@pytest.mark.parametrize("standard", ["c99", "c17"])
def test_a_program_in_c_gets_what_the_header_says(tmp_path: Path, standard: str) -> None:
    compiler = shutil.which("clang") or "cc"
    library = _native.library_path()
    built = tmp_path / "check"
    command = [compiler, f"-std={standard}", "-Wall", "-Wextra", "-Werror", "-pedantic", f"-I{HEADER.parent}", str(PROGRAM)]
    subprocess.run([*command, "-o", str(built), str(library), f"-Wl,-rpath,{library.parent}", "-lpthread"], check=True)
    done = subprocess.run([str(built)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Helen Marwick\n"), done.stderr


@pytest.mark.skipif(shutil.which("clang++") is None and shutil.which("c++") is None, reason="no compiler of C++")
def test_the_header_is_one_of_cpp_too(tmp_path: Path) -> None:
    source = tmp_path / "check.cpp"
    source.write_text('#include "caucus.h"\n#include "caucus.h"\nint main() { return caucus_contents(0, 0, 0) == CAUCUS_OK; }\n')
    compiler = shutil.which("clang++") or "c++"
    subprocess.run([compiler, "-Wall", "-Werror", "-fsyntax-only", f"-I{HEADER.parent}", str(source)], check=True)


def test_the_library_has_the_functions_of_the_header_and_no_others() -> None:
    declared = set(re.findall(r"^(?:int32_t|char \*|void) ?\*?(caucus_\w+)\(", HEADER.read_text(), re.MULTILINE))
    library = ctypes.CDLL(str(_native.library_path()))
    assert all(hasattr(library, name) for name in declared)
    assert declared == set(_native._TAKES) | {"caucus_version", "caucus_free"}
    if shutil.which("nm"):
        names = subprocess.run(["nm", "-D", "--defined-only", _native.library_path()], capture_output=True, text=True, check=True)
        models = {"caucus_encoder", "caucus_stance_model", "caucus_gate_model", "caucus_sentiment_model"}
        found = {line.split()[-1] for line in names.stdout.splitlines() if re.search(r" T caucus_[a-z_]+$", line)}
        assert declared <= found
        assert {name for name in found - declared if "model" not in name and "texts" not in name} <= models | {
            name for name in found if name.startswith(("caucus_english", "caucus_encoder"))
        }


def test_the_version_is_the_packages() -> None:
    assert _native.version() == caucus.__version__


def test_foreign_bytes_never_end_the_process(tmp_path: Path) -> None:
    """Give every function tables of random bytes: each call answers, or fails with a line."""
    program = tmp_path / "fuzz.py"
    program.write_text(FUZZ)
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path), str(SECONDS), "1"], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr[-2000:]
    calls = int(done.stdout.split()[0])
    assert calls > 50
    print(done.stdout)


FUZZ = r'''
import random, sys, time
import numpy as np, pyarrow as pa
import caucus
from caucus import _native

folder, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
NAMES = ["text", "id", "title", "source", "published", "url", "label", "target", "group", "weight", "target_start", "target_end",
         "speaker", "context", "quote_id", "status", "p_against", "p_neutral", "p_favor", "p_speech", "speaker_id", "unit", "annotator",
         "sampling_probability", "duplicate_of", "doc_id", "name", "gender", "named", "documents", "quotations", "kind", "quote",
         "document", "answered", "run", "level", "seed", "c", "folds", "features", "aliases", "targets", "store", "table", "state",
         "model_bytes", "by", "column", "scale", "order", "path", "format", "mode", "precision", "start_from"]
GOOD = ["favor", "against", "neutral", "counted", "reprint", "0.5", "0.2", "1", "2", "0", "-1", "1e400", "nan", "", " ", "stance", "plain",
        "masked", "lexicon", "person", "female", "d:0-4", "d:", "[[\"A B\", \"B\"]]", "[", "{}", "{\"targets\": [{\"name\": \"Helen Marwick\"}]}",
        "speaker", "month", "week", "nominal", "ordinal", "[\"favor\"]", folder + "/s.sqlite", folder, "/nowhere", "quotations", "speakers",
        "stance-en-2", "“We lost,” said Ruth Okello of Marwick.", "Marwick \u2028 said \u0000 so", "2031-01-02", "=1+1", "🙂", "fast", "9" * 40]


def value(r):
    if r.random() < 0.7:
        return r.choice(GOOD).encode()
    return r.randbytes(r.choice([0, 1, 3, 17, 200]))


def table(r, rows):
    names = r.sample(NAMES, r.randint(0, 9))
    if r.random() < 0.7:
        names = list(dict.fromkeys(["text", "label", "quote_id", "status", "p_against", "p_neutral", "p_favor"][: r.randint(1, 7)] + names))
    if not names:
        return None
    return pa.table({n: pa.array([None if r.random() < 0.1 else value(r) for _ in range(rows)], pa.large_binary()) for n in names})


KNOWN = {
    "read": ["path", "format"], "extract": ["aliases"], "score": ["store", "targets", "aliases", "mode", "model_bytes", "precision"],
    "store": ["store", "table", "run"], "report": ["store", "run", "level", "unit", "by", "column", "seed"],
    "estimate": ["by", "level", "unit", "seed"], "agreement": ["scale", "order", "level", "seed"], "fit": ["features", "c", "folds", "seed"],
    "predict": ["model", "model_bytes"], "explain": ["model", "model_bytes"], "vectorizer": ["features"], "vectorize": ["state"],
    "feature_names": ["state"], "identities": ["aliases"], "links": [], "copies": [],
}
TABLES = {"read": 0, "store": 0, "feature_names": 0, "estimate": 2}
WORKS = {"read", "extract", "score", "fit", "vectorizer"}
GIVEN = {"targets": "{\"targets\": [{\"name\": \"Helen Marwick\"}]}", "store": folder + "/s.sqlite", "table": "quotations", "model": "stance-en-2",
         "features": "plain", "folds": "0", "path": folder + "/a.txt"}
open(folder + "/a.txt", "w").write("“We lost,” said Ruth Okello of Marwick.")
state = _native.call("vectorizer", pa.table({"text": ["a b c", "b c d", "c d a"]}), options={"features": "plain"}, jobs=1).column("state")[0].as_py()

r = random.Random(seed)
end, calls, answers = time.time() + seconds, 0, 0
while time.time() < end:
    name = r.choice(sorted(KNOWN))
    tables = [table(r, r.choice([0, 1, 1, 2, 8, 30])) for _ in range(TABLES.get(name, 1))]
    options = {}
    for option in KNOWN[name]:
        if r.random() < 0.6:
            options[option] = GIVEN[option] if option in GIVEN and r.random() < 0.7 else value(r)
    if "state" in KNOWN[name]:
        broken = bytearray(state)
        if r.random() < 0.6:
            broken[r.randrange(len(broken))] = r.randrange(256)
        options["state"] = bytes(broken)
    if name == "vectorizer" or name == "fit":
        options.setdefault("features", "plain")
    if name == "read" and b"path" not in options and isinstance(options.get("path"), bytes):
        options["path"] = folder + "/a.txt"
    if name == "score" and isinstance(options.get("store"), bytes):
        options["store"] = folder + "/s.sqlite"
    calls += 1
    try:
        _native.call(name, *tables, options=options, jobs=1 if name in WORKS else None)
        answers += 1
    except caucus.CaucusError as error:
        assert str(error) and "\n" not in str(error), (name, str(error))
    except KeyboardInterrupt:
        pass
    if r.random() < 0.3:
        n, k, m = r.randint(0, 6), r.randint(1, 5), r.randint(2, 4)
        dense = np.array([[r.choice([0, 1, -1, 1e300, 1e-300, 5.5]) for _ in range(k)] for _ in range(n)]).reshape(n, k)
        starts = np.arange(0, n * k + 1, k, dtype=np.int64)
        try:
            _native.regress(starts, np.tile(np.arange(k), n).astype(np.int32), dense.ravel().astype(float), k,
                            np.array([r.randrange(-1, m) for _ in range(n)], dtype=np.int64), None,
                            {"class_count": m, "c": r.choice([1e-9, 1, 1e9]), "dense": r.random() < 0.5})
        except caucus.CaucusError as error:
            assert str(error)
print(calls, "calls,", answers, "answers")
'''


def test_a_regression_refuses_what_are_no_rows() -> None:
    starts, indices, values = np.array([0, 1], np.int64), np.array([7], np.int32), np.array([1.0])
    with pytest.raises(caucus.UsageError, match=r"outside 0\.\.<2"):
        _native.regress(starts, indices, values, 2, np.array([0]), None, {"class_count": 2})
    with pytest.raises(caucus.DataError, match="finite"):
        _native.regress(starts, indices * 0, values * np.nan, 2, np.array([0]), None, {"class_count": 2})
    with pytest.raises(caucus.UsageError, match="class 5 of row 0"):
        _native.regress(starts, indices * 0, values, 2, np.array([5]), None, {"class_count": 2})
