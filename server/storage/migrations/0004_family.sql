-- Consents to being looked after: the relative reads what the person may read of themselves. Positions are
-- those of the journal, which says who recorded and who ended it, and when.
CREATE TABLE family_access (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  person_id INTEGER NOT NULL REFERENCES person(id),
  relative_id INTEGER NOT NULL REFERENCES person(id) CHECK (relative_id <> person_id),
  way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 2), until_day INTEGER,  -- its last; NULL: open
  boards INTEGER NOT NULL CHECK (boards IN (0, 1)), note TEXT NOT NULL,
  granted_by INTEGER NOT NULL CHECK (granted_by > 0),
  ended_by INTEGER NOT NULL DEFAULT 0 CHECK (ended_by = 0 OR ended_by > granted_by)  -- 0: it holds
) STRICT;
-- Between two people one at a time.
CREATE UNIQUE INDEX family_access_once ON family_access(relative_id, person_id) WHERE ended_by = 0;
CREATE INDEX family_access_by_person ON family_access(person_id) WHERE ended_by = 0;
