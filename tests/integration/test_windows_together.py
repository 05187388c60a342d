"""A question on its way through three windows and a fourth colleague's computer.

Bram asks; Cleo joins and sends a saved link; Anna introduces Daan, whose node has no window and
carries everything; Bram marks it solved by Cleo's help. Real processes, driven by keys and clicks,
and read as a screen reader reads them. Mirrors no one module.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.integration.driven_window import Window
from tests.nodes import NodeProcess, call

pytestmark = [pytest.mark.processes, pytest.mark.timeout(300)]
FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")
ANNA, BRAM, CLEO, DAAN = "Anna Peeters", "Bram Claeys", "Cleo Maes", "Daan Wouters"
QUESTION = "Why does #peppol bounce our VAT number?"
LINK = "https://docs.peppol.example/vat"
STREAM = ("Ctrl+3", "Stream, the newest post first")


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[dict[str, Window]]:
    """Each of the three knows Daan's computer alone; all is relayed by it."""
    profiles = {name: tmp_path / name.split()[0].lower() for name in (DAAN, ANNA, BRAM, CLEO)}
    call(profiles[DAAN], "team", "create", "Lerend Collectief", "--as", DAAN)
    link = call(profiles[DAAN], "team", "invite").strip()
    for name in (ANNA, BRAM, CLEO):
        call(profiles[name], "team", "join", link, "--as", name)
    call(profiles[CLEO], "link", "save", LINK, "--title", "VAT rules of #peppol")
    with ExitStack() as stack:
        hub = stack.enter_context(NodeProcess(profiles[DAAN], *FLAGS))
        made = {
            name: stack.enter_context(Window(profiles[name], name, hub.door))
            for name in (ANNA, BRAM, CLEO)
        }
        for window in made.values():
            window.do("reads")  # which is answered once it is there
        for name, window in made.items():
            for other in {ANNA, BRAM, CLEO, DAAN} - {name}:
                window.reads(other, "available")
        yield made


def test_a_question_is_joined_helped_introduced_and_solved(
    windows: dict[str, Window], tmp_path: Path
) -> None:
    anna, bram, cleo = (windows[name] for name in (ANNA, BRAM, CLEO))

    bram.goes(*STREAM)
    bram.does("focuses", "What would you ask or share?")
    bram.do("types", QUESTION)
    bram.does("clicks", "Post")
    for window in (anna, cleo):
        window.goes(*STREAM)
    for window in windows.values():
        window.reads(BRAM, QUESTION)

    cleo.does("focuses", QUESTION)
    cleo.do("keys", "Ctrl+J")
    bram.reads(QUESTION, "Cleo")
    cleo.opens(BRAM)
    cleo.do("keys", "Ctrl+L")
    cleo.reads("VAT rules of #peppol")
    cleo.does("focuses", "My links, best matches first")
    cleo.does("clicks", "Send")
    bram.goes("Ctrl+5", "With whom")
    bram.reads(LINK)
    cleo.goes("Ctrl+5", "With whom")
    cleo.reads(" · Delivered")

    anna.opens(BRAM)
    anna.do("keys", "Ctrl+I")
    anna.does("focuses", "To whom")
    anna.do("types", DAAN)
    anna.does("clicks", "Introduce")
    bram.reads(ANNA, "new")
    bram.does("focuses", "With whom")
    bram.do("keys", "Home")
    bram.reads(ANNA, f"Meet {DAAN}")
    assert BRAM in call(tmp_path / "daan", "notes"), "and the other of the two has it too"

    bram.goes(*STREAM)
    bram.does("focuses", QUESTION)
    bram.do("keys", "S")
    bram.does("chooses", f"Solved, thanks {CLEO}")
    for window in windows.values():
        window.goes(*STREAM)
        window.reads(QUESTION, "Solved, thanks Cleo")
        assert window.do("photographs", str(tmp_path / f"{window.name}.png"))
