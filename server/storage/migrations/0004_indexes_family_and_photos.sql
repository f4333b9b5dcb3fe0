-- What an auditor and a county ask is found by an index; consents between relatives; photographs of awards;
-- where households stand.
-- Who did it and where, newest first: an auditor looks for one of thousands in millions of entries.
CREATE INDEX journal_by_user ON journal(user_id, place_id, position);
-- What was done at the command line. A town that was loaded has millions of entries by nobody.
CREATE INDEX journal_by_program ON journal(position) WHERE user_id IS NULL AND actor <> '';
-- All but what happens all day: a few in millions, found without looking at the others.
CREATE INDEX journal_by_rare_fact ON journal(what, position)
  WHERE what NOT IN ('points_awarded', 'points_verified', 'transfer_reversed');
-- Households and people of every grid are counted again whenever somebody comes or moves.
CREATE INDEX household_count ON household(grid_id, hamlet_id, members) WHERE removed_by = 0;

-- Where a household stands: degrees, WGS 84, both or neither. The latitude's check is about both.
ALTER TABLE household ADD COLUMN longitude REAL CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE household ADD COLUMN latitude REAL
  CHECK (latitude BETWEEN -90 AND 90 AND (longitude IS NULL) = (latitude IS NULL));

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

-- Photographs that prove awards, cleaned of everything that is not the picture. `id` is the SHA-256 of
-- `bytes`; the journal's entry of the award names it, so that the chain covers it. Without an entry it
-- waits for its award, for a day. Times: UTC milliseconds.
CREATE TABLE photo (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  user_id INTEGER NOT NULL REFERENCES user(id), at INTEGER NOT NULL,
  width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
  entry INTEGER REFERENCES journal(position) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER CHECK (number > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) > 0),  -- last: the rest is read without it
  CHECK ((entry IS NULL) = (number IS NULL))
) STRICT;
CREATE UNIQUE INDEX photo_by_entry ON photo(entry, number) WHERE entry IS NOT NULL;
CREATE INDEX photo_waiting ON photo(at) WHERE entry IS NULL;
CREATE INDEX photo_by_user ON photo(user_id);
CREATE TRIGGER photo_is_proof BEFORE UPDATE ON photo WHEN OLD.entry IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a photograph of an award is never changed'); END;
CREATE TRIGGER photo_is_itself BEFORE UPDATE OF id, bytes ON photo
  BEGIN SELECT RAISE(ABORT, 'another picture is another photograph'); END;
CREATE TRIGGER photo_stays BEFORE DELETE ON photo WHEN OLD.entry IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a photograph of an award is never removed'); END;
