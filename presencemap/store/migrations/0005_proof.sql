-- Proof that two computers sign with one device's key: two headers with their signatures, of one
-- number, and when they met here. No word of what was said. One a person.
CREATE TABLE proof (
  person TEXT    NOT NULL PRIMARY KEY,
  one    BLOB    NOT NULL,
  other  BLOB    NOT NULL,
  found  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
