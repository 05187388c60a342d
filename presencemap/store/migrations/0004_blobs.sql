-- The pictures that floor plans name, piece by piece, each laid out as a record's body is.
CREATE TABLE blob (
  id   INTEGER PRIMARY KEY,
  hash TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
  size INTEGER NOT NULL
);

-- Piece n of blob m is row 64 * m + n: nothing but the data lies beside it.
CREATE TABLE piece (
  id   INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);

CREATE TRIGGER blob_erased AFTER DELETE ON blob BEGIN
  DELETE FROM piece WHERE id BETWEEN 64 * OLD.id AND 64 * OLD.id + 63;
END;
