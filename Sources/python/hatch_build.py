"""Puts the command, the library and the licences into the wheel, and the sources of all three into the sdist."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CaucusBuildHook(BuildHookInterface):
    """Calls ``Sources/Packaging/build`` of the tree that the package stands in, or that an sdist carries."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to ``build_data`` what hatchling does not find by itself."""
        here = Path(self.root)
        tree = next((folder for folder in (here / "tree", *here.parents) if (folder / "Sources" / "Packaging").is_dir()), None)
        if tree is None:
            sys.exit(f"caucus: {here}: found no sources of the command and the library; expected those of a checkout or an sdist")
        if self.target_name == "sdist":
            build_data["force_include"].update(self.sources(tree))
        elif version != "editable":
            build_data.update(pure_python=False, tag=f"py3-none-{self.built(tree).joinpath('platform').read_text().strip()}")
            build_data["force_include"].update(self.binaries(self.built(tree)))

    def built(self, tree: Path) -> Path:
        """Build in ``tree``, unless ``CAUCUS_STAGED`` names the folder where that was done; exits with the script's line."""
        if not hasattr(self, "staged"):
            given = os.environ.get("CAUCUS_STAGED")
            if not given and subprocess.run([tree / "Sources" / "Packaging" / "build"]).returncode:
                sys.exit("caucus: the wheel was not built; the line above says what is missing")
            self.staged = Path(given) if given else tree / ".build" / "wheel" / "staged"
        return self.staged

    @staticmethod
    def binaries(staged: Path) -> dict[str, str]:
        """Where each built file goes in the wheel."""
        places = {"bin": "caucus/_bin", "lib": "caucus/_lib", "licences": "caucus/licences"}
        return {str(file): f"{places[file.parent.name]}/{file.name}" for file in sorted(staged.glob("*/*"))}

    def sources(self, tree: Path) -> dict[str, str]:
        """Every file that git keeps outside this package, as ``tree/…``; an sdist made of an sdist carries what that did."""
        if not (tree / ".git").exists():
            return {str(tree): "tree"}
        listed = subprocess.check_output(["git", "-C", tree, "ls-files", "-z"], text=True).split("\0")
        files = [tree / name for name in listed if name]
        return {
            str(file): f"tree/{file.relative_to(tree)}"
            for file in files
            if file.exists() and not file.is_relative_to(self.root)
        }
