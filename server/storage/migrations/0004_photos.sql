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
