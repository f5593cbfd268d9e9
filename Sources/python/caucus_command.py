"""The command ``caucus`` of the wheel; beside the package, since importing that imports pandas."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Put the command in the place of this process, so that signals and exit codes are its own."""
    command = Path(__file__).parent / "caucus" / "_bin" / "caucus"
    if not command.is_file():
        sys.exit(f"caucus: {command}: no such file; expected the command of the wheel, or `make release` in a checkout")
    os.execv(command, [str(command), *sys.argv[1:]])
