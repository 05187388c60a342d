"""Keeps the interface's translations: extracts the English strings, compiles, and finds gaps.

Owns `resources/translations/`: the `.ts` files that people translate and the `.qm` files that the
program reads. `presencemap_en.ts`, where it is there, holds the English plurals only.

    .venv/bin/python packaging/translations.py [--check]
"""

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "presencemap" / "ui"
FOLDER = ROOT / "resources" / "translations"
REQUIRED = "presencemap_nl.ts"

Message = tuple[str, str, str]  # context, source, comment


def main(arguments: list[str]) -> int:
    """Update and compile the translations, or with --check name every gap; 0 when all is well."""
    if arguments == ["--check"]:
        faults = [*unreadable_strings(SOURCES), *gaps()]
        print("\n".join(faults) or "every string is translated and compiled")
        return 1 if faults else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for ts in sorted({FOLDER / REQUIRED, *FOLDER.glob("presencemap_*.ts")}):
        extract(ts)
        compile_into(ts, ts.with_suffix(".qm"))
        left = sum(1 for _ in unfinished(ts))
        print(f"{ts.name}: {len(messages(ts))} strings, {left} still to translate")
    return 0


def gaps() -> Iterator[str]:
    """Say which strings lack in which translation, and which compiled file is out of step."""
    for ts in sorted({FOLDER / REQUIRED, *FOLDER.glob("presencemap_*.ts")}):
        if not ts.exists():
            yield f"{ts.relative_to(ROOT)} is missing: run make translations, and translate it"
            continue
        with tempfile.TemporaryDirectory() as scratch:
            fresh = Path(scratch) / ts.name
            shutil.copy(ts, fresh)
            extract(fresh)
            for context, source, _ in sorted(messages(fresh) - messages(ts)):
                yield f"{ts.name} lacks {context}: {source!r}: run make translations"
            for context, source, _ in sorted(messages(ts) - messages(fresh)):
                yield f"{ts.name} has an unused {context}: {source!r}: run make translations"
            for context, source in unfinished(ts):
                yield f"{ts.name} has no translation of {context}: {source!r}"
            for context, words in straight(ts):
                yield f"{ts.name} has a straight ' in {context}: {words!r}: write ’"
            compiled = fresh.with_suffix(".qm")
            compile_into(ts, compiled)
            kept = ts.with_suffix(".qm")
            if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                yield f"{kept.name} is not compiled from {ts.name}: run make translations"


def extract(ts: Path) -> None:
    """Bring a `.ts` file in step with the sources; what is no longer said is dropped."""
    plural = ["-pluralonly"] if ts.stem.endswith("_en") else []
    sources = [str(path) for path in speaking(SOURCES)]
    # No locations: they would change with every line that moves.
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", *plural]
    run("pyside6-lupdate", *sources, *options, "-ts", str(ts))


def speaking(folder: Path) -> list[Path]:
    """Give the modules that say something: the interface, and the doctor, whose words it shows."""
    return sorted([*folder.rglob("*.py"), *folder.parent.glob("app/doctor/words.py")])


def compile_into(ts: Path, qm: Path) -> None:
    """Compile a `.ts` file."""
    run("pyside6-lrelease", str(ts), "-qm", str(qm))


def run(program: str, *arguments: str) -> None:
    """Run one of PySide's programs; its chatter shows only when it fails."""
    command = [str(Path(sys.executable).parent / program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{program} failed: {done.stdout}{done.stderr}")


def messages(ts: Path) -> set[Message]:
    """Give every string of a `.ts` file."""
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        )
        for context in ET.parse(ts).iter("context")
        for message in context.iter("message")
    }


def unfinished(ts: Path) -> Iterator[tuple[str, str]]:
    """Give context and source of every string that is not, or not wholly, translated."""
    for context in ET.parse(ts).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = message.findall("translation/numerusform") or message.findall("translation")
            whole = bool(forms) and all(form.text for form in forms)
            if not whole or translation is None or translation.get("type"):
                yield context.findtext("name", ""), message.findtext("source", "")


def straight(ts: Path) -> Iterator[tuple[str, str]]:
    """Give context and words of every translation with a typewriter's apostrophe."""
    for context in ET.parse(ts).iter("context"):
        for form in (*context.iter("translation"), *context.iter("numerusform")):
            if "'" in (form.text or ""):
                yield context.findtext("name", ""), form.text or ""


def unreadable_strings(folder: Path) -> Iterator[str]:
    """Say which calls lupdate reads wrongly, so that the string would stay English unnoticed.

    To lupdate the context of `self.tr("...")` is the class around it, and that of `Other.tr("...")`
    is Other, whatever it may be; a bare `tr("context", "...")`, though it be an alias of translate,
    has none, and its first argument is the text; an f-string is read with its braces.
    """
    for path in speaking(folder):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            receiver, name = called(call.func)
            where = f"{path.relative_to(folder.parent.parent)}:{call.lineno}"
            if name not in {"tr", "translate"}:
                continue
            if any(isinstance(argument, ast.JoinedStr) for argument in call.args):
                yield f"{where}: an f-string can't be translated: use tr(...).format(...)"
            literal = isinstance(call.args[0], ast.Constant)
            if name == "tr" and literal and receiver != "self" and not receiver[:1].isupper():
                yield f"{where}: lupdate reads this wrongly: say self.tr(...) or translate(...)"


def called(function: ast.expr) -> tuple[str, str]:
    """Give the names of a call's receiver, empty where it has no simple one, and function."""
    if isinstance(function, ast.Attribute):
        receiver = function.value.id if isinstance(function.value, ast.Name) else ""
        return receiver, function.attr
    return "", function.id if isinstance(function, ast.Name) else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
