"""A window that is killed while what was sent can still be undone. Mirrors no one module."""

from pathlib import Path

import pytest

from tests.integration.driven_window import SOON, Window
from tests.nodes import NodeProcess, call, eventually

pytestmark = [pytest.mark.processes, pytest.mark.timeout(180)]
FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")
LINK = "https://docs.peppol.example/vat"


def test_a_link_that_waits_comes_once_after_the_next_start(tmp_path: Path) -> None:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    call(anna, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    call(bram, "team", "join", call(anna, "team", "invite").strip(), "--as", "Bram Claeys")
    with NodeProcess(bram, *FLAGS) as hub:
        with Window(anna, "Anna Peeters", hub.door) as window:
            window.do("reads")  # which is answered once it is there
            window.reads("Bram Claeys", "available")
            window.opens("Bram Claeys")
            window.do("keys", "Ctrl+L")
            window.does("focuses", "Address of a link")
            window.do("types", LINK)
            window.does("clicks", "Send")
            window.reads("To Bram")
            window.kill()
        assert LINK.encode() in (anna / "unsent").read_bytes(), "it has been kept"
        assert LINK not in call(bram, "notes"), "it waited"
        with Window(anna, "Anna Peeters", hub.door) as window:
            window.reads("To Bram")
            eventually(lambda: call(bram, "notes"), lambda notes: LINK in notes, SOON)
        assert call(bram, "notes").count(LINK) == 1
        assert not (anna / "unsent").exists()
