"""How long ``presencemap node`` takes to its ready line, beside a bare Python with its packages.

The packages are those that a node has imported when it says it is ready: ``-X importtime`` lists
them, in the order in which they were done. The bare Python imports the same modules by name, save
our own and the standard library's, says ``ready`` and ends. Both are timed from before the process
is made to the arrival of that line.

Both find their modules compiled, as an installer leaves them; a shell that forbids Python to write
bytecode would have only our own compiled anew at each start.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import monotonic_ns

from presencemap.app.clock import now_ms
from presencemap.app.entry import create_team
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile

WITHIN = 30


@dataclass(frozen=True, slots=True)
class Starts:
    """Nanoseconds to ready, run by run; ``packages``: what both import."""

    node: list[int]
    bare: list[int]
    packages: list[str]


def start_ups(runs: int) -> Starts:
    """Time both in turns, after one start of each that fills the caches."""
    with tempfile.TemporaryDirectory() as directory:
        create_team(ProfilePaths.at(Path(directory)), "Bench", Profile("Starter"), now_ms())
        node = ["-m", "presencemap", "--profile", directory, "node"]
        node += ["--listen", "127.0.0.1:0", "--interface", "127.0.0.1"]
        modules = _modules(node)
        imports = "".join(f"import {module}\n" for module in modules)
        bare = ["-c", f"{imports}import sys\nprint('ready', file=sys.stderr, flush=True)"]
        starts = Starts([], [], sorted({module.partition(".")[0] for module in modules}))
        for run in range(runs + 1):
            pair = _time_to_ready(node), _time_to_ready(bare)
            if run:
                starts.node.append(pair[0])
                starts.bare.append(pair[1])
    return starts


def _modules(node: list[str]) -> list[str]:
    """The third-party modules that a node has imported when it is ready."""
    found = []
    # Without mDNS, which comes after the line: its imports would be listed while that is printed.
    with _started(["-X", "importtime", *node, "--no-mdns"]) as lines:
        for line in lines:
            if line.startswith("ready "):
                break
            name = line.rpartition("|")[2].strip()
            if line.startswith("import time:") and _is_third_party(name):
                found.append(name)
    return found


def _is_third_party(module: str) -> bool:
    top = module.partition(".")[0]
    if top in {"imported package", "presencemap", "site"} or top in sys.stdlib_module_names:
        return False
    spec = find_spec(top) if top.isidentifier() else None
    return spec is not None and "site-packages" in str(spec.origin)


def _time_to_ready(arguments: list[str]) -> int:
    started = monotonic_ns()
    with _started(arguments) as lines:
        for line in lines:
            if line.startswith("ready"):
                return monotonic_ns() - started
            raise RuntimeError(line.strip())
    raise RuntimeError("it ended before it was ready")


@contextmanager
def _started(arguments: list[str]) -> Iterator[Iterator[str]]:
    """A Python's lines on stderr; it is asked to end afterwards, and ended if it doesn't."""
    compiling = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=compiling,
    )
    assert process.stderr is not None
    try:
        yield iter(process.stderr)
    finally:
        process.terminate()
        try:
            process.communicate(timeout=WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
