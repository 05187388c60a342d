-- Records that are added beside registers, and a layout in which what is said lies on pages that are
-- zeroed as a whole (see presencemap/store/overflow.py). What was kept before, peers send again.

DROP TABLE record;

-- `place` names the register that a record holds (NULL: it is added), as a hash: no word of a
-- person is on these pages, which the database may copy parts of.
CREATE TABLE record (
  id      INTEGER PRIMARY KEY,
  hash    BLOB    NOT NULL UNIQUE CHECK (length(hash) = 16),
  place   BLOB    UNIQUE CHECK (length(place) = 16),
  expires INTEGER NOT NULL,
  outline BLOB    NOT NULL DEFAULT x''  -- of a post: what to hold of it without reading it
);

-- Exactly what was signed, behind as many zeros as may lie beside other rows.
CREATE TABLE body (
  id   INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
  data BLOB NOT NULL
);
