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

import caucus
from caucus import _native
from conftest import ROOT

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
    program = Path(__file__).parent / "fuzz_calls.py"
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path), str(SECONDS), "1"], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr[-2000:]
    calls = int(done.stdout.split()[0])
    assert calls > 50
    print(done.stdout)


def test_a_regression_refuses_what_are_no_rows() -> None:
    starts, indices, values = np.array([0, 1], np.int64), np.array([7], np.int32), np.array([1.0])
    with pytest.raises(caucus.UsageError, match=r"outside 0\.\.<2"):
        _native.regress(starts, indices, values, 2, np.array([0]), None, {"class_count": 2})
    with pytest.raises(caucus.DataError, match="finite"):
        _native.regress(starts, indices * 0, values * np.nan, 2, np.array([0]), None, {"class_count": 2})
    with pytest.raises(caucus.UsageError, match="class 5 of row 0"):
        _native.regress(starts, indices * 0, values, 2, np.array([5]), None, {"class_count": 2})
