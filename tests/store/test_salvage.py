"""What comes out of a damaged database."""

import sqlite3
from pathlib import Path

from presencemap.store.database import PAGE, Database
from presencemap.store.overflow import laid_out
from presencemap.store.salvage import Salvage, salvaged


def made(path: Path, rows: int) -> None:
    database = Database(path)
    with database.transaction() as connection:
        for number in range(rows):
            data = b"%06d" % number * 100
            connection.execute("INSERT INTO statement (data) VALUES (?)", (data,))
            connection.execute(
                "INSERT INTO record (id, hash, expires) VALUES (?, ?, ?)",
                (number + 1, number.to_bytes(16), number),
            )
            connection.execute("INSERT INTO body VALUES (?, ?)", (number + 1, laid_out(data, PAGE)))
        connection.execute("INSERT INTO verified VALUES ('ab', 'Bram Claeys')")
        connection.execute("INSERT INTO peer (address) VALUES ('office:47800')")
    database.close()


def test_a_whole_one_gives_everything(tmp_path: Path) -> None:
    made(tmp_path / "a.db", 300)
    found = salvaged(tmp_path / "a.db")
    assert len(found.statements) == 300
    assert sorted(found.records)[7] == (b"000007" * 100, 7)
    assert found.peers == ["office:47800"]
    assert found.verified == [("ab", "Bram Claeys")]


def test_a_damaged_one_gives_what_is_whole_and_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    made(path, 300)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(data)
    found = salvaged(path)
    assert 0 < len(found.statements) + len(found.records) < 600
    assert path.read_bytes() == data


def test_values_of_another_kind_are_left_out(tmp_path: Path) -> None:
    made(tmp_path / "a.db", 3)
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("UPDATE record SET expires = 'x' WHERE id = 1")
    connection.execute("UPDATE statement SET data = 'text' WHERE position = 1")
    connection.commit()
    connection.close()
    found = salvaged(tmp_path / "a.db")
    assert (len(found.records), len(found.statements)) == (2, 2)


def test_no_database_gives_nothing_and_stays_as_it_is(tmp_path: Path) -> None:
    nothing = Salvage([], [], [], [])
    assert salvaged(tmp_path / "none.db") == nothing
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "diary.db").write_text("Dear diary, " * 100)
    assert salvaged(tmp_path / "diary.db") == nothing
