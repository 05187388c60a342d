"""What is erased leaves no copy, whatever the database did with its pages before."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from presencemap.store.database import PAGE, Database
from presencemap.store.overflow import laid_out, local, taken_out

SIZES = [1, 300, 905, 906, 907, 1024, 2000, 7000, 8191, 8192]


@pytest.mark.parametrize("page", [512, 1024, 4096, 65_536])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_laid_out_is_taken_out(page: int, size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert taken_out(laid_out(data, page), page) == data


@pytest.mark.parametrize("size", SIZES)
def test_only_zeros_stay_in_the_tree(tmp_path: Path, size: int) -> None:
    """Read from the page itself: the bytes before the pointer to the first overflow page."""
    database = Database(tmp_path / "presencemap.db")
    data = b"\xff" * size
    with database.transaction() as connection:
        connection.execute("INSERT INTO record (id, hash, expires) VALUES (1, zeroblob(16), 0)")
        connection.execute("INSERT INTO body VALUES (1, ?)", (laid_out(data, PAGE),))
    [(root,)] = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'body'")
    database.close()
    leaf = (tmp_path / "presencemap.db").read_bytes()[PAGE * (root - 1) : PAGE * root]
    cell = int.from_bytes(leaf[5:7])
    assert PAGE - cell <= local(PAGE) + 1 + 3 + 4
    assert b"\xff\xff" not in leaf[cell:-4]
    assert int.from_bytes(leaf[-4:]) > root


@pytest.mark.parametrize(
    ("layout", "leaks"),
    [(lambda data: data, True), (lambda data: laid_out(data, PAGE), False)],
    ids=["as it is", "laid out"],
)
def test_a_page_that_was_split_keeps_no_copy(
    tmp_path: Path, layout: Callable[[bytes], bytes], *, leaks: bool
) -> None:
    """Rows as they are leave copies behind in spite of ``secure_delete``: hence the layout."""
    chance = random.Random(30)
    database = Database(tmp_path / "presencemap.db")
    live, said = {}, set()
    for number in range(2500):
        key, mark = chance.randrange(200), b"<%06d>" % number
        data = mark * chance.randrange(3, chance.choice([6, 30, 90]))
        with database.transaction() as connection:
            connection.execute("DELETE FROM body WHERE id = ?", (key,))
            connection.execute(
                "INSERT OR REPLACE INTO record (id, hash, expires) VALUES (?, ?, 0)",
                (key, number.to_bytes(16)),
            )
            connection.execute("INSERT INTO body VALUES (?, ?)", (key, layout(data)))
        live[key] = mark
        said.add(mark)
        if number % 20 == 0:
            database.purge()
    assert database.purge() is True
    disk = b"".join(entry.read_bytes() for entry in tmp_path.iterdir())
    left = {mark for mark in said if mark in disk} - set(live.values())
    assert bool(left) is leaks
    assert all(mark in disk for mark in live.values())
    database.close()
