-- The people whose words were compared on this computer, with the name they had then: somebody
-- else under that name is shown as such, also after they have left.
CREATE TABLE verified (
  person TEXT NOT NULL PRIMARY KEY,
  name   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
