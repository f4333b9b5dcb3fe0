-- Alarms, and what the town's wall shows. Times: UTC milliseconds, 0 for none.
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  place_id INTEGER NOT NULL REFERENCES place(id),
  state INTEGER NOT NULL CHECK (state IN (0, 1)), severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 3),
  matter TEXT NOT NULL CHECK (length(matter) > 0), detail TEXT NOT NULL, commander TEXT NOT NULL,
  appeal TEXT NOT NULL, outcome TEXT NOT NULL,
  reported_at INTEGER NOT NULL, raised_at INTEGER NOT NULL, ended_at INTEGER NOT NULL,
  by_role INTEGER NOT NULL, by_place_id INTEGER NOT NULL REFERENCES place(id),
  position INTEGER NOT NULL  -- of its last entry in the journal
) STRICT;
CREATE INDEX alarm_by_end ON alarm(state, ended_at);
CREATE INDEX alarm_by_place ON alarm(place_id);
CREATE INDEX alarm_by_office ON alarm(by_place_id);
CREATE TABLE alarm_step (
  alarm_id INTEGER NOT NULL REFERENCES alarm(id), number INTEGER NOT NULL CHECK (number > 0),
  name TEXT NOT NULL, note TEXT NOT NULL, done_at INTEGER NOT NULL, PRIMARY KEY (alarm_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE alarm_force (
  alarm_id INTEGER NOT NULL REFERENCES alarm(id), number INTEGER NOT NULL CHECK (number > 0),
  name TEXT NOT NULL, place_id INTEGER REFERENCES place(id), people INTEGER NOT NULL,
  arrives_at INTEGER NOT NULL, arrived INTEGER NOT NULL CHECK (arrived IN (0, 1)),
  PRIMARY KEY (alarm_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX alarm_force_by_place ON alarm_force(place_id);

-- The wall of a place: its own arrangement, and the presenter's direction until it ends by itself.
CREATE TABLE hall (
  place_id INTEGER PRIMARY KEY REFERENCES place(id),
  names_hidden INTEGER NOT NULL CHECK (names_hidden IN (0, 1)),
  directed_at INTEGER NOT NULL, directed_until INTEGER NOT NULL,
  scene INTEGER NOT NULL, focus_id INTEGER REFERENCES place(id),
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)), day INTEGER, speed INTEGER NOT NULL
) STRICT;
CREATE INDEX hall_by_focus ON hall(focus_id);
CREATE TABLE hall_scene (
  hall_id INTEGER NOT NULL REFERENCES hall(place_id), number INTEGER NOT NULL CHECK (number > 0),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 8), seconds INTEGER NOT NULL CHECK (seconds > 0),
  from_minute INTEGER, until_minute INTEGER, place_id INTEGER REFERENCES place(id),
  measure TEXT NOT NULL, PRIMARY KEY (hall_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX hall_scene_by_place ON hall_scene(place_id);

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
