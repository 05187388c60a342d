"""The house's own rules that no linter knows; `make check` runs it and it names every fault.

Owns two rules. Tests mirror sources: each module has its test file and each test file its module.
And no committed file tells which machine or package registry it was made with.

    .venv/bin/python packaging/house_rules.py
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent

# Test folders that mirror no source folder.
FREE = ("integration", "netlab", "benchmarks", "packaging", "desktop", "screenshots")
# A test file elsewhere that guards something broader says so in its docstring.
NO_SOURCE = "mirrors no one module"

# Public registries, so written that this file doesn't name them.
REGISTRIES = re.compile(
    r"\b(pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|(?:deb|security)\.debian\.org|crates\.io)\b"
)
SETTINGS = re.compile(r"^(PIP|UV|NPM_CONFIG)_.*(URL|INDEX|REGISTRY|LINKS|PROXY)", re.IGNORECASE)


def main() -> int:
    """Print every fault; 0 when there is none."""
    names = committed_files(ROOT)
    faults = [*unmirrored(names, ROOT), *machine_traces(names, ROOT, private_words())]
    print("\n".join(faults) or f"{len(names)} files keep the house rules")
    return 1 if faults else 0


def committed_files(root: Path) -> list[PurePosixPath]:
    """List what is, or would be, committed: tracked files and new ones that aren't ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    names = {PurePosixPath(name) for name in listing.split("\0") if name}
    return sorted(name for name in names if (root / name).is_file())


def unmirrored(names: list[PurePosixPath], root: Path) -> Iterator[str]:
    """Say which modules have no test file in the mirrored folder, and the other way round."""
    modules = {
        PurePosixPath("tests", *name.parts[1:-1], f"test_{name.name}"): name
        for name in names
        if name.parts[0] == "presencemap"
        and name.suffix == ".py"
        and name.stem not in {"__init__", "__main__"}
    }
    tests = {
        name
        for name in names
        if name.parts[0] == "tests" and name.match("test_*.py") and name.parts[1] not in FREE
    }
    for test in sorted(modules.keys() - tests):
        yield f"{modules[test]} has no {test}"
    for test in sorted(tests - modules.keys()):
        docstring = ast.get_docstring(ast.parse((root / test).read_text(encoding="utf-8"))) or ""
        if NO_SOURCE not in " ".join(docstring.split()):
            yield f'{test} mirrors no source file (if so meant, its docstring says "{NO_SOURCE}")'


def private_words() -> list[str]:
    """Give the words that only this machine has: its folders, and the hosts of its registries."""
    words = {str(ROOT), str(Path.home()), sys.base_prefix} - {"/", "/usr", "/usr/local"}
    told = [value for name, value in os.environ.items() if SETTINGS.match(name)]
    for command in (["pip", "config", "list"], ["npm", "config", "get", "registry"]):
        if program := shutil.which(command[0]):
            asked = subprocess.run(
                [program, *command[1:]], capture_output=True, text=True, check=False
            )
            told.append(asked.stdout)
    for address in re.findall(r"[a-z]+://[^\s'\"]+", "\n".join(told)):
        host, _, path = address.split("://", 1)[1].rpartition("@")[2].partition("/")
        words.add(host.partition(":")[0] or f"/{path}")
    return sorted(word for word in words if len(word) > 3)


def machine_traces(names: list[PurePosixPath], root: Path, words: list[str]) -> Iterator[str]:
    """Say where a text file names a registry, or one of the machine's own words."""
    own = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
    for name in names:
        content = (root / name).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            for pattern in (REGISTRIES, own):
                if found := pattern.search(line):
                    yield f"{name}:{number}: names {found[0]}, which no committed file may"


if __name__ == "__main__":
    sys.exit(main())
