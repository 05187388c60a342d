"""Writes the locks that set-up installs from, and tells whether they are in step with pyproject.

Owns the `requirements*.lock` beside it. Each pins, with hashes, all that one scope of bootstrap.py
needs on every platform and Python we support, and names no index: where packages come from is the
machine's own business.

    .venv/bin/python packaging/lock.py [--upgrade]
    .venv/bin/python packaging/lock.py --check
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from bootstrap import LOCKS, ROOT

FOLDER = ROOT / "packaging"
SEAL = "# Made by `make lock` from pyproject.toml, whose requirements have digest "


def main(arguments: list[str]) -> int:
    """Write the locks, or with --check say what is out of step; 0 when all is well."""
    if arguments == ["--check"]:
        faults = [fault for scope in LOCKS for fault in faults_in(scope)]
        print("\n".join(faults) or f"{len(LOCKS)} locks are in step with pyproject.toml")
        return 1 if faults else 0
    for scope in LOCKS:
        write(scope, upgrade="--upgrade" in arguments)
        print(f"{LOCKS[scope]}: {len(pins(scope))} packages")
    return 0


def requirements(scope: str) -> list[str]:
    """Give what a scope needs by pyproject.toml: to run, to install in place, and its group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    group = project["dependency-groups"].get(scope, [])
    return sorted(
        {*project["project"]["dependencies"], *project["build-system"]["requires"], *group}
    )


def seal(scope: str) -> str:
    """Give a lock's first line: it ties the lock to the requirements that it was made from."""
    digest = hashlib.sha256(json.dumps(requirements(scope)).encode()).hexdigest()
    return f"{SEAL}{digest[:16]}"


def write(scope: str, *, upgrade: bool) -> None:
    """Resolve a scope, keeping the pins of its lock and of the runtime lock unless upgrading."""
    lock = FOLDER / LOCKS[scope]
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        resolved = Path(folder) / "resolved.txt"
        if lock.exists() and not upgrade:
            resolved.write_text(lock.read_text())
        command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--quiet"]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
        command += ["--no-config", "--cache-dir", str(ROOT / "build" / "uv-cache")]
        command += ["--output-file", str(resolved)]
        if scope != "run":
            command += ["--constraints", str(FOLDER / LOCKS["run"])]
        asked = "\n".join(requirements(scope))
        trust = {"UV_NATIVE_TLS": "1", "UV_SYSTEM_CERTS": "1"}
        environment = trust | index() | os.environ
        subprocess.run(command, input=asked, text=True, check=True, env=environment)
        lock.write_text(f"{seal(scope)}\n{resolved.read_text()}")


def index() -> dict[str, str]:
    """Give uv the index that pip is told to use on this machine, if it is told one."""
    if not (pip := shutil.which("pip")):
        return {}
    asked = subprocess.run([pip, "config", "list"], capture_output=True, text=True, check=False)
    told = re.search(r"^[^=]*\.index-url='(.*)'$", asked.stdout, re.MULTILINE)
    return {"UV_DEFAULT_INDEX": told[1]} if told else {}


def pins(scope: str) -> dict[str, str]:
    """Give the locked version of each package of a scope."""
    text = (FOLDER / LOCKS[scope]).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))


def faults_in(scope: str) -> list[str]:
    """Say what is wrong with a lock, one sentence each; nothing when it is in step."""
    name = LOCKS[scope]
    if not (FOLDER / name).exists():
        return [f"packaging/{name} is missing: run make lock"]
    text = (FOLDER / name).read_text()
    faults = []
    if text.splitlines()[0] != seal(scope):
        faults.append(f"packaging/{name} is not of this pyproject.toml: run make lock")
    if re.search(r"://|^\s*-(?!-hash)", text, re.MULTILINE):
        faults.append(f"packaging/{name} names an index, a URL or an option besides hashes")
    # Two versions of one package, each under its own marker, are no fault: only the last is seen.
    apart = {each for each in pins("run").items() - pins(scope).items() if each[0] in pins(scope)}
    if apart:
        faults.append(f"packaging/{name} has other versions than {LOCKS['run']} of {sorted(apart)}")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
