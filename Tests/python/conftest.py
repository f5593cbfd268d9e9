"""What the tests of the package share: the sample, the command, and the rows of its tables."""

from __future__ import annotations

import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "Corpus" / "sample"
COMMAND = Path(os.environ.get("CAUCUS_COMMAND", ROOT / ".build" / "release" / "caucus"))
LEADER = {"name": "Helen Marwick", "aliases": ["the prime minister"]}


def run(*arguments: object, path: str | None = None) -> str:
    """Run the command, on a search path of its own where one is given, and give what it prints."""
    environment = None if path is None else {**os.environ, "PATH": path}
    done = subprocess.run(
        [str(COMMAND), *map(str, arguments)], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_csv(text: str | bytes) -> pd.DataFrame:
    """Read a table of the command, every cell as it is written."""
    data = text.encode() if isinstance(text, str) else text
    frame: pd.DataFrame = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    return frame


def spelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Spell a table as the command writes it: six digits at most, a quote before what a spreadsheet would run."""

    def cell(value: Any) -> str:
        if value is None or value != value:
            return ""
        if isinstance(value, float):
            return "0" if value == 0 else f"{value:.6f}".rstrip("0").rstrip(".")
        text = str(value)
        return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

    written: pd.DataFrame = pd.DataFrame({name: [cell(value) for value in frame[name].tolist()] for name in frame.columns}, dtype=str)
    return written


@pytest.fixture(scope="session")
def articles() -> pd.DataFrame:
    """The articles of the sample."""
    lines = (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    frame: pd.DataFrame = pd.DataFrame([json.loads(line) for line in lines])
    return frame


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that the command has written of the sample."""
    path = tmp_path_factory.mktemp("store") / "run.sqlite"
    run(
        "score",
        SAMPLE / "articles.jsonl",
        "--target",
        LEADER["name"],
        "--alias",
        LEADER["aliases"][0],
        "--store",
        path,
        "--quiet",
    )
    return path


def labeled(name: str) -> pd.DataFrame:
    """The labeled examples of the sample."""
    lines = (SAMPLE / "labels" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    frame: pd.DataFrame = pd.DataFrame([json.loads(line) for line in lines])
    return frame
