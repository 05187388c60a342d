"""Pictures are read beside the window, without either waiting for the other for ever."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
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


def test_the_plugin_is_found_under_pythons_lock_and_the_picture_read_without(
    turns: list[int],
) -> None:
    kept = False
    for _ in range(5):  # a thread of the test's own machinery may take the lock by force once
        before = turns[0]
        reader = PictureReader(DOCUMENT, "svg")
        kept |= turns[0] == before
    assert kept, "Qt's lock and then Python's is the other order than the window's"
    before = turns[0]
    image = reader.read()
    assert turns[0] > before, "the window goes on meanwhile"
    assert (image.width(), image.height()) == (SIDE, SIDE)


def test_another_format_is_not_read_nor_guessed() -> None:
    assert PictureReader(DOCUMENT, "png").read().isNull()
    reader = PictureReader(b"rubbish", "png")
    assert reader.read().isNull()
    assert reader.error() is not QImageReader.ImageReaderError.UnknownError
