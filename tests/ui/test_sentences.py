"""Errors in words."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

import presencemap
from presencemap.domain import errors
from presencemap.domain.wrong import Wrong
from presencemap.ui.language import speak
from presencemap.ui.sentences import sentence, words_of

SOURCES = Path(presencemap.__file__).parent
LAYERS = ("domain", "protocol", "store", "net", "app", "ui")
TOLD = {
    kind.__name__
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, (errors.UserError, errors.EnvironmentFault))
}
TYPED = {
    "AlreadyInTeam", "DatabaseDamaged", "DiskReadOnly", "InviteExpired", "InviteUnreadable",
    "MapTemplateUnusable", "NoTeam", "NodeBusy", "NodeNotRunning", "OpenedToRead",
    "PictureTooLarge", "ProfileInUse", "RecordsSetAside", "RemovedFromTeam", "SharingNotKept",
    "TextTooLong",
}  # fmt: skip
"""Whose type says enough, or who say by themselves what is wrong."""
COMMAND_LINE = {
    "app/backup.py", "store/backup.py", "app/requests.py", "app/demo/stage.py",
    "app/naming.py place_named", "domain/plan.py day_named", "domain/contact.py parse_contact",
    "domain/until.py parse_duration", "domain/until.py parse_clock",
    # A window of a picture, and resources without which there is none.
    "ui/photographer.py", "app/resources.py",
}  # fmt: skip
"""Where a person types what a window has no field for."""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.TextTooLong(152, 140), "152"),
        (errors.InviteUnreadable("x"), "copy it from start to end"),
        (errors.InviteExpired("x"), "expired"),
        (errors.NodeNotRunning("x"), "isn't connected"),
        (errors.TownUnknown("No town is known as “Gnet”."), "Gnet"),
        (errors.InvalidInput("x", Wrong.ROOM_CAPACITY, most=7), "1 to 7 people"),
        (errors.PictureTooLarge("x"), "8000 pixels"),
        (errors.DiskFull("x"), "free some space"),
        (errors.DiskReadOnly("x"), "read-only"),
        (errors.DatabaseDamaged("x"), "Quit and start again"),
        (errors.RecordsSetAside("x", "old.db"), "kept aside as old.db"),
        (errors.RecordsSetAside("x"), "send them back"),
        (errors.ProfileUnreadable("team.key is damaged."), "team.key is damaged."),
        (errors.PortTaken("Port 7 is taken."), "Port 7 is taken."),
    ],
)
def test_each_error_says_what_to_do(error: Exception, words: str) -> None:
    assert words in sentence(error)


@pytest.mark.expects_log("unexpected failure")
def test_our_own_fault_is_logged_and_admitted() -> None:
    words = sentence(ZeroDivisionError("secret detail"))
    assert "app's fault" in words
    assert "secret" not in words


def fields(words: str) -> list[str]:
    """The names in braces."""
    return sorted(field for _, field, _, _ in Formatter().parse(words) if field)


def raised() -> Iterator[tuple[str, ast.Call, str]]:
    """Each error that a person may be told: where it is made, how, and of which type."""
    for path in sorted(p for layer in LAYERS for p in (SOURCES / layer).rglob("*.py")):
        file = path.relative_to(SOURCES).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute):
                    name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
                    if name in TOLD and not {file, f"{file} {function.name}"} & COMMAND_LINE:
                        yield f"{file} {function.name}", call, name


def test_whatever_a_window_is_told_has_words_and_all_that_they_name() -> None:
    silent = []
    for where, call, name in raised():
        # Windows give whole ids.
        if name in TYPED | {"Ambiguous"}:
            continue
        wrong = call.args[1] if len(call.args) > 1 else None
        if not isinstance(wrong, ast.Attribute):
            silent.append(f"{where}: {ast.unparse(call)}")
            continue
        named = set(fields(words_of(Wrong[wrong.attr])))
        assert named <= {keyword.arg for keyword in call.keywords}, f"{where}: {named}"
    assert silent == []


@pytest.mark.parametrize("name", sorted(TYPED - {"TextTooLong"}))
def test_what_its_type_says_has_words(name: str) -> None:
    assert sentence(getattr(errors, name)("As a terminal has it.")) != "As a terminal has it."


def test_each_is_a_sentence_in_both_languages_and_advises_no_command(qapp: QApplication) -> None:
    before = QLocale()
    said = {}
    try:
        for language in ("nl", "en"):
            speak(qapp, language)
            said[language] = {wrong: words_of(wrong) for wrong in Wrong}
    finally:
        QLocale.setDefault(before)
    for wrong in Wrong:
        english, dutch = (said[language][wrong] for language in ("en", "nl"))
        assert english != dutch, wrong
        for words in (english, dutch):
            assert words.endswith("."), words
            assert "presencemap " not in words, words
            assert "--" not in words, words
        assert fields(english) == fields(dutch), wrong
