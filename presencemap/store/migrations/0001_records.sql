-- The profile's own memory. Names follow the words of the protocol.

PRAGMA application_id = 0x504d6170; -- "PMap"

-- One live record a register: who wins is decided before it comes here, so a winner replaces.
-- `data` is exactly what was signed; everything else is read from it, or said by the replica.
CREATE TABLE record (
  kind    TEXT    NOT NULL,
  key     TEXT    NOT NULL,
  hash    BLOB    NOT NULL UNIQUE CHECK (length(hash) = 16),
  expires INTEGER NOT NULL,
  data    BLOB    NOT NULL,
  PRIMARY KEY (kind, key)
);

-- The highest sequence number ever seen of a device; outlives its records.
CREATE TABLE head (
  device TEXT    NOT NULL PRIMARY KEY,
  seq    INTEGER NOT NULL
) WITHOUT ROWID;

-- The membership log, in order of arrival.
CREATE TABLE statement (
  position INTEGER PRIMARY KEY,
  data     BLOB NOT NULL UNIQUE
);

-- The last proof of a person's presence: one moment, replaced by the next, no history.
CREATE TABLE seen (
  person TEXT    NOT NULL PRIMARY KEY,
  at     INTEGER NOT NULL
);

-- Addresses that a person added by hand, in that order.
CREATE TABLE peer (
  position INTEGER PRIMARY KEY,
  address  TEXT NOT NULL UNIQUE
);
