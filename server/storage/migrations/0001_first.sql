-- The first schema. Never changed once landed: later changes are further files.
-- Ids: INTEGER keys inside, 16-byte uuid towards the outside. Days: days since 1970-01-01 in the
-- town's zone. Times: UTC milliseconds. Amounts: centipoints or minutes.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The tree. low/high number it in preorder: x is within p when x.low BETWEEN p.low AND p.high.
CREATE TABLE place (
  id        INTEGER PRIMARY KEY,
  code      TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
  name      TEXT NOT NULL CHECK (length(name) > 0),
  level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 6),
  parent_id INTEGER REFERENCES place(id),
  low       INTEGER NOT NULL DEFAULT 0,
  high      INTEGER NOT NULL DEFAULT 0,
  schematic INTEGER NOT NULL DEFAULT 0 CHECK (schematic IN (0, 1)),
  outline   TEXT NOT NULL DEFAULT '',  -- GeoJSON geometry, WGS 84
  full_pinyin TEXT NOT NULL DEFAULT '',
  initials  TEXT NOT NULL DEFAULT '',
  revision  INTEGER NOT NULL DEFAULT 0  -- journal position of the last change
) STRICT;
CREATE INDEX place_by_parent ON place(parent_id);
CREATE INDEX place_by_low ON place(low);

CREATE TABLE site (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 7), name TEXT NOT NULL,
  place_id INTEGER NOT NULL REFERENCES place(id),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  hours TEXT NOT NULL DEFAULT '', offers TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX site_by_place ON site(place_id);

CREATE TABLE merchant (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  name TEXT NOT NULL, trade TEXT NOT NULL DEFAULT '',
  place_id INTEGER NOT NULL REFERENCES place(id),
  longitude REAL NOT NULL, latitude REAL NOT NULL, phone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX merchant_by_place ON merchant(place_id);

-- Sums below (members, balance, earned, minutes, last_at) follow from other rows and are kept in the
-- same transaction; `shanzhi verify` proves them.
CREATE TABLE household (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  number TEXT NOT NULL, grid_id INTEGER NOT NULL REFERENCES place(id),
  hamlet_id INTEGER REFERENCES place(id),
  address TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '',
  head_name TEXT NOT NULL DEFAULT '',
  members INTEGER NOT NULL DEFAULT 0 CHECK (members >= 0),
  balance INTEGER NOT NULL DEFAULT 0, earned INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0, last_at INTEGER NOT NULL DEFAULT 0,
  removed_by INTEGER NOT NULL DEFAULT 0  -- journal position that took it away; 0 = here
) STRICT;
CREATE INDEX household_by_grid ON household(grid_id, balance);
CREATE INDEX household_by_balance ON household(balance);
CREATE INDEX household_by_number ON household(number);

CREATE TABLE person (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  household_id INTEGER NOT NULL REFERENCES household(id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  full_pinyin TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '',
  gender INTEGER NOT NULL DEFAULT 0 CHECK (gender BETWEEN 0 AND 2),
  relation INTEGER NOT NULL DEFAULT 8 CHECK (relation BETWEEN 0 AND 8),
  born INTEGER, phone TEXT NOT NULL DEFAULT '', id_digest TEXT NOT NULL DEFAULT '',
  off_boards INTEGER NOT NULL DEFAULT 0 CHECK (off_boards IN (0, 1)),
  balance INTEGER NOT NULL DEFAULT 0, earned INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0, last_at INTEGER NOT NULL DEFAULT 0,
  removed_by INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_by_household ON person(household_id);
CREATE INDEX person_by_name ON person(name);
CREATE INDEX person_by_initials ON person(initials);
CREATE INDEX person_by_pinyin ON person(full_pinyin);
CREATE INDEX person_by_balance ON person(balance);
CREATE UNIQUE INDEX person_by_digest ON person(id_digest) WHERE id_digest <> '' AND removed_by = 0;
CREATE INDEX person_by_phone ON person(phone) WHERE phone <> '';

CREATE TABLE grid_worker (
  grid_id INTEGER NOT NULL REFERENCES place(id), person_id INTEGER NOT NULL REFERENCES person(id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), PRIMARY KEY (grid_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grid_worker_by_person ON grid_worker(person_id);

CREATE TABLE team (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  name TEXT NOT NULL, place_id INTEGER NOT NULL REFERENCES place(id), brand TEXT NOT NULL DEFAULT '',
  way INTEGER NOT NULL DEFAULT 0 CHECK (way BETWEEN 0 AND 2), leader_id INTEGER REFERENCES person(id)
) STRICT;
CREATE TABLE team_member (
  team_id INTEGER NOT NULL REFERENCES team(id), person_id INTEGER NOT NULL REFERENCES person(id),
  PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_member_by_person ON team_member(person_id);

CREATE TABLE rule (
  code TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0), name TEXT NOT NULL,
  field INTEGER NOT NULL CHECK (field BETWEEN 0 AND 4),
  direction INTEGER NOT NULL CHECK (direction IN (0, 1)),
  unit INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 4), points INTEGER NOT NULL CHECK (points > 0),
  cap INTEGER NOT NULL CHECK (cap >= 0), cap_period INTEGER NOT NULL CHECK (cap_period BETWEEN 0 AND 5),
  bonus_max INTEGER NOT NULL CHECK (bonus_max >= 0), evidence TEXT NOT NULL,
  approver INTEGER NOT NULL CHECK (approver BETWEEN 0 AND 4), source TEXT NOT NULL,
  valid_from INTEGER NOT NULL, valid_until INTEGER, PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

-- Who signs in. Passwords: Argon2id strings. Sessions and tokens: SHA-256 of the secret.
CREATE TABLE user (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE, title TEXT NOT NULL DEFAULT '',
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 9), place_id INTEGER NOT NULL REFERENCES place(id),
  person_id INTEGER REFERENCES person(id), password TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), last_seen INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE session (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32), user_id INTEGER NOT NULL REFERENCES user(id),
  created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  origin TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE token (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32), uuid BLOB NOT NULL UNIQUE,
  label TEXT NOT NULL DEFAULT '', role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 9),
  place_id INTEGER NOT NULL REFERENCES place(id), created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL DEFAULT 0, revoked_at INTEGER NOT NULL DEFAULT 0,
  seen_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Everything that happened, numbered. One row a command that changed anything.
CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES user(id),      -- NULL: the program itself or the command line
  actor TEXT NOT NULL DEFAULT '', role INTEGER NOT NULL DEFAULT -1, origin TEXT NOT NULL DEFAULT '',
  command_id BLOB, what TEXT NOT NULL,
  place_id INTEGER REFERENCES place(id),    -- where it happened: who may see it
  subject_kind TEXT NOT NULL DEFAULT '', subject BLOB,  -- person, household, place, user … and its uuid
  amount INTEGER NOT NULL DEFAULT 0, minutes INTEGER NOT NULL DEFAULT 0,  -- signed, for awards and reversals
  rule TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  before TEXT NOT NULL DEFAULT '', after TEXT NOT NULL DEFAULT '',  -- JSON where it matters
  ledger_digest BLOB NOT NULL,              -- hash of the last transfer written so far
  previous BLOB NOT NULL CHECK (length(previous) = 32), own BLOB NOT NULL CHECK (length(own) = 32)
) STRICT;
CREATE INDEX journal_by_place ON journal(place_id, position);

-- The answer to a command that was carried out, for a repeat of it.
CREATE TABLE answered (
  command_id BLOB PRIMARY KEY CHECK (length(command_id) = 16),
  name TEXT NOT NULL, body_digest BLOB NOT NULL, user_id INTEGER, status INTEGER NOT NULL,
  answer TEXT NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  currency INTEGER NOT NULL CHECK (currency IN (0, 1)),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
  who BLOB NOT NULL,                        -- uuid, or empty for the system's
  person_id INTEGER REFERENCES person(id), merchant_id INTEGER REFERENCES merchant(id),
  balance INTEGER NOT NULL DEFAULT 0,
  UNIQUE (currency, kind, who)
) STRICT;
CREATE INDEX account_by_person ON account(person_id);

CREATE TABLE transfer (
  seq INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  entry INTEGER NOT NULL REFERENCES journal(position) DEFERRABLE INITIALLY DEFERRED,
  currency INTEGER NOT NULL CHECK (currency IN (0, 1)),
  debit INTEGER NOT NULL REFERENCES account(id), credit INTEGER NOT NULL REFERENCES account(id),
  amount INTEGER NOT NULL CHECK (amount > 0 AND amount <= 100000000),
  reason INTEGER NOT NULL CHECK (reason BETWEEN 0 AND 4),
  rule TEXT NOT NULL DEFAULT '', rule_version INTEGER NOT NULL DEFAULT 0,
  reverses BLOB, pair BLOB, note TEXT NOT NULL DEFAULT '', evidence TEXT NOT NULL DEFAULT '',
  user_id INTEGER REFERENCES user(id),
  occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  previous BLOB NOT NULL CHECK (length(previous) = 32), own BLOB NOT NULL CHECK (length(own) = 32),
  CHECK (debit <> credit)
) STRICT;
CREATE INDEX transfer_by_debit ON transfer(debit, occurred_at);
CREATE INDEX transfer_by_credit ON transfer(credit, occurred_at);
CREATE UNIQUE INDEX transfer_reversed_once ON transfer(reverses) WHERE reverses IS NOT NULL;
CREATE INDEX transfer_by_user ON transfer(user_id, occurred_at) WHERE user_id IS NOT NULL;

-- What was earned, by person and span: span 0 a day, 1 a month (first day), 2 all time (day 0).
-- field 0–4. Reversals count against the day on which the award occurred. Grids are sums of people
-- as they lived there at the time of the award.
CREATE TABLE person_total (
  span INTEGER NOT NULL, start INTEGER NOT NULL, field INTEGER NOT NULL, person_id INTEGER NOT NULL,
  points INTEGER NOT NULL, minutes INTEGER NOT NULL, services INTEGER NOT NULL,
  PRIMARY KEY (span, start, field, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_total_by_person ON person_total(person_id, span, start);
CREATE TABLE grid_total (
  span INTEGER NOT NULL, start INTEGER NOT NULL, field INTEGER NOT NULL, grid_id INTEGER NOT NULL,
  points INTEGER NOT NULL, minutes INTEGER NOT NULL, services INTEGER NOT NULL,
  verified INTEGER NOT NULL DEFAULT 0,      -- points spent at merchants by people of the grid
  PRIMARY KEY (span, start, field, grid_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
  at INTEGER NOT NULL, user_id INTEGER REFERENCES user(id), report TEXT NOT NULL,
  position INTEGER NOT NULL, undone_by INTEGER NOT NULL DEFAULT 0
) STRICT;
-- What each import wrote, so that it can be taken back: the row as it was before ('' = it was new).
CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import(id), sort TEXT NOT NULL, row_id INTEGER NOT NULL,
  before TEXT NOT NULL, PRIMARY KEY (import_id, sort, row_id)
) STRICT, WITHOUT ROWID;

-- The ledger and the journal only grow. (recursive_triggers is on: INSERT OR REPLACE does not slip by.)
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT, 'transfers are never changed'); END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'transfers are never deleted'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'accounts are never deleted'); END;
