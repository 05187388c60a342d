"""Pictures are read beside the window, without either waiting for the other for ever."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QImageReader

from presencemap.ui.painting.picture_reader import PictureReader

SIDE = 256
CIRCLES = "".join(f'<circle cx="{n % 256}" cy="{n % 199}" r="40"/>' for n in range(400))
DOCUMENT = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}">{CIRCLES}</svg>'
).encode()

BESIDE = """
import faulthandler, sys, threading
from PySide6.QtGui import QImageReader
from presencemap.ui.painting.picture_reader import PictureReader

faulthandler.dump_traceback_later(60, exit=True)
document, file = sys.argv[1].encode(), sys.argv[2]
over = threading.Event()

def read():
    while not over.is_set():
        assert not PictureReader(document, "svg").read().isNull()

reading = threading.Thread(target=read)
reading.start()
for _ in range(5_000):
    QImageReader(file).size()  # as a style sheet does for each icon
over.set()
reading.join()
"""


@pytest.mark.processes
def test_the_window_loads_icons_while_others_read(tmp_path: Path) -> None:
    document = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="3"/></svg>'
    icon = tmp_path / "icon.svg"
    icon.write_text(document, encoding="ascii")
    words = [sys.executable, "-c", BESIDE, document, str(icon)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def turns() -> Iterator[list[int]]:
    """How often another thread has had Python's lock, which nobody takes by force."""
    count, over = [0], Event()
    interval = sys.getswitchinterval()

    def run() -> None:
        while not over.is_set():
            count[0] += 1
            sleep(0)

    thread = Thread(target=run)
    sys.setswitchinterval(1_000)  # first: who waits already takes it by force once more
    thread.start()
    yield count
    sys.setswitchinterval(interval)
    over.set()
    thread.join()


def test_others_have_pythons_lock_while_it_is_read(turns: list[int]) -> None:
    reader = PictureReader(DOCUMENT, "svg")
    before = turns[0]
    image = reader.read()
    assert turns[0] > before, "the window goes on meanwhile"
    assert (image.width(), image.height()) == (SIDE, SIDE)


def test_nothing_is_asked_of_python_while_it_is_read() -> None:
    """Who asked would want its lock under Qt's, and the window has it in the other order."""
    reader = PictureReader(DOCUMENT, "svg")
    device = reader.device()
    assert device is None or type(device) is QFile
    assert reader.fileName(), "a file that Qt opens by itself, and no device of ours"


@pytest.mark.parametrize("in_memory", [True, False])
def test_nothing_is_left_of_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_memory: bool
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if not in_memory:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    reader = PictureReader(DOCUMENT, "svg")
    named = Path(reader.fileName())
    assert named.exists()
    assert not reader.read().isNull()
    del reader
    assert not named.exists()
    assert list(tmp_path.iterdir()) == []


def test_another_format_is_not_read_nor_guessed() -> None:
    assert PictureReader(DOCUMENT, "png").read().isNull()
    reader = PictureReader(b"rubbish", "png")
    assert reader.read().isNull()
    assert reader.error() is not QImageReader.ImageReaderError.UnknownError
