"""Lays the virtual environment and what Qt needs around it; quick when nothing changed.

Owns `.venv`: made by the Python that runs this file, filled from a hashed lock, the project itself
installed in place. Runs before any package is there, so it knows the standard library only, and it
writes nothing outside the checkout save system packages, and those only as root.

    python3 packaging/bootstrap.py run|dev|bench|data
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
HOME_NOTE = VENV / ".presencemap-home"

# What each scope installs. A lock holds all that its scope needs, in the same versions as the
# others, so running is also served by any wider scope that is up to date.
LOCKS = {
    "run": "requirements.lock",
    "dev": "requirements-dev.lock",
    "bench": "requirements-bench.lock",
    "data": "requirements-data.lock",
}


class SetupError(Exception):
    """What stops the set-up, in a sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Set up the scope named by the first argument; 0 when ready, 1 with a sentence if not."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(f"usage: bootstrap.py {'|'.join(LOCKS)}", file=sys.stderr)
        return 2
    scope = arguments[0]
    (ROOT / "build").mkdir(exist_ok=True)
    try:
        with (ROOT / "build" / ".setup.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)  # two makes at once: one installs, the other waits
            lay_packages(scope)
            lay_system(scope)
    except SetupError as error:
        print(f"\n{error}\n", file=sys.stderr)
        return 1
    return 0


def lay_packages(scope: str) -> None:
    """Make `.venv` hold the scope's locked packages and the project; nothing to do if stamped."""
    moved = HOME_NOTE.is_file() and HOME_NOTE.read_text() != str(ROOT)
    serving = LOCKS if scope == "run" else (scope,)
    if PYTHON.exists() and not moved and any(up_to_date(each) for each in serving):
        return
    if moved or not runs(PYTHON, "-c", "pass"):
        make_venv()
    lock = ROOT / "packaging" / LOCKS[scope]
    count = sum("==" in line for line in lock.read_text().splitlines())
    say(f"Installing {count} locked packages into .venv; this takes a minute, once.")
    install("--require-hashes", "--no-deps", "-r", str(lock))
    install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    HOME_NOTE.write_text(str(ROOT))  # scripts hold the path: a moved checkout starts anew
    stamp(scope).write_text(state(scope))


def lay_system(scope: str) -> None:
    """Install the system packages that Qt, or the tests, miss; as root only, else name them."""
    if not sys.platform.startswith("linux"):
        return
    site = next(VENV.glob("lib/python*/site-packages"))
    needed, wanted = system_packages.missing(site, with_tools=scope == "dev")
    if not needed and not wanted:
        return
    manager = system_packages.Manager.of_this_machine()
    if manager and os.geteuid() == 0:
        packages = manager.packages(needed + wanted)
        say(f"Installing system packages: {' '.join(packages)}")
        manager.install(packages)
        needed, wanted = system_packages.missing(site, with_tools=scope == "dev")
    opens_a_window = scope == "run" and (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if needed or (wanted and opens_a_window):
        raise SetupError(
            f"This machine lacks system libraries that the window needs. {remedy(needed + wanted)}"
            "\n\nThen run make again."
        )
    if wanted:
        what = (
            "Tests that need them are skipped." if scope == "dev" else "Without a screen it runs."
        )
        say(f"Not on this machine: {', '.join(wanted)}. {what} {remedy(wanted)}\n")


def remedy(missing: list[str]) -> str:
    """Say what to type to get libraries and programs that are missing."""
    manager = system_packages.Manager.of_this_machine()
    if manager is None:
        return "Install what provides: " + ", ".join(missing)
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"To install them:\n\n    {sudo}{manager.command(manager.packages(missing))}"


def make_venv() -> None:
    """Create `.venv` with this Python, its venv module fetched first where Debian left it out."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    # Debian keeps these two in a package of their own.
    if not runs(Path(sys.executable), "-c", "import ensurepip, venv"):
        manager = system_packages.Manager.of_this_machine()
        package = f"python{version}-venv"
        if manager and manager.name == "apt-get" and os.geteuid() == 0:
            say(f"Installing system packages: {package}")
            manager.install([package])
        if not runs(Path(sys.executable), "-c", "import ensurepip, venv"):
            how = f"\n\n    sudo apt-get install {package}" if shutil.which("apt-get") else ""
            raise SetupError(
                f"Python {version} ({sys.executable}) is here without its modules venv and "
                f"ensurepip. Install them, then run make again.{how}"
            )
    say(f"Making .venv with Python {version}.")
    shutil.rmtree(VENV, ignore_errors=True)
    if not runs(Path(sys.executable), "-m", "venv", "--without-pip", str(VENV)):
        raise SetupError(
            f"Python {version} ({sys.executable}) could not make a virtual environment."
        )


def install(*arguments: str) -> None:
    """Install into `.venv`: by uv where it is and can (in a fifth of the time), else by pip.

    pip has the last word, since a machine's index and certificates are often told to pip alone.
    """
    # No cache: nothing is to be written outside the checkout.
    uv = shutil.which("uv")
    common = ("install", "--quiet")
    if uv and runs(Path(uv), "pip", *common, "--no-cache", "--python", str(PYTHON), *arguments):
        return
    if not runs(PYTHON, "-m", "pip", "--version") and not runs(PYTHON, "-m", "ensurepip"):
        raise SetupError(f"Neither uv nor pip is to be had for {PYTHON}; ensurepip failed too.")
    quietly = (
        "--no-cache-dir",
        "--no-input",
        "--disable-pip-version-check",
        "--root-user-action=ignore",
    )
    command = [str(PYTHON), "-m", "pip", *common, *quietly, *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SetupError(
            "pip could not install the packages; its own words are above. If it was the network, "
            "run make again when that is back."
        )


def runs(program: Path, *arguments: str) -> bool:
    """Run a program without showing what it says; tell whether it is there and ends well."""
    try:
        done = subprocess.run(
            [program, *arguments],
            cwd=ROOT,
            # uv, told so, trusts the certificates that the rest of the machine trusts.
            env={"UV_NATIVE_TLS": "1", "UV_SYSTEM_CERTS": "1", **os.environ},
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def up_to_date(scope: str) -> bool:
    """Tell whether the last installation of a scope is what the files now ask for."""
    return stamp(scope).is_file() and stamp(scope).read_text() == state(scope)


def stamp(scope: str) -> Path:
    """Give the file that remembers what was last installed for a scope."""
    return VENV / f".presencemap-{scope}"


def state(scope: str) -> str:
    """Give a digest of all that decides what `.venv` must hold."""
    names = (f"packaging/{LOCKS[scope]}", "pyproject.toml", "presencemap/__init__.py")
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def say(sentence: str) -> None:
    """Tell what happens, at once, apart from what the programs print."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
