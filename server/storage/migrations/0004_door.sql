-- Villagers sign in by telephone number and PIN. The code that the village window prints is kept as an
-- Argon2id string: eight digits under a plain hash would be found in a second. Times: UTC milliseconds.
CREATE TABLE sign_in_code (
  person_id INTEGER PRIMARY KEY REFERENCES person(id),
  code TEXT NOT NULL, expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX user_by_person ON user(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX session_by_user ON session(user_id);
-- What signed in, in the words of a list of devices.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
