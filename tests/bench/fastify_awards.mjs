// The same award with fastify and better-sqlite3, as a good Node.js team would write it: the tables and statements
// that the product's award needs, prepared once, write-ahead log, synced before it answers. Without what the
// product does besides: rules and caps, reach of roles, the journal's hash chain, search and boards kept up.
// Usage: node fastify_awards.mjs FOLDER shared|single TOKEN; prints its port.
import path from 'node:path';

import Database from 'better-sqlite3';
import Fastify from 'fastify';

const [folder, way, token] = process.argv.slice(2);
const kMost = 64;
const kPointsAnHour = 100, kSpans = [1, 30, 0], kFields = 2;

const db = new Database(path.join(folder, 'awards.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
CREATE TABLE answered (id TEXT PRIMARY KEY, body TEXT NOT NULL, answer TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE transfer (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, currency INTEGER NOT NULL, debit TEXT NOT NULL,
  credit TEXT NOT NULL, amount INTEGER NOT NULL, rule TEXT NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (id, currency));
CREATE INDEX transfer_by_credit ON transfer (credit, seq);
CREATE TABLE account (id TEXT PRIMARY KEY, balance INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE person (id TEXT PRIMARY KEY, earned INTEGER NOT NULL, minutes INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE total (span INTEGER, start INTEGER, field INTEGER, person TEXT, points INTEGER NOT NULL, minutes INTEGER NOT NULL,
  PRIMARY KEY (span, start, field, person)) WITHOUT ROWID;
CREATE TABLE journal (position INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject TEXT NOT NULL, what TEXT NOT NULL, amount INTEGER NOT NULL);
CREATE INDEX journal_by_subject ON journal (subject, position);`);
const known = db.prepare('SELECT body, answer FROM answered WHERE id = ?');
const keep = db.prepare('INSERT INTO answered VALUES (?, ?, ?)');
const book = db.prepare('INSERT INTO transfer (id, currency, debit, credit, amount, rule, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
const move = db.prepare('INSERT INTO account VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET balance = balance + excluded.balance RETURNING balance');
const credit = db.prepare(`INSERT INTO person VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET earned = earned + excluded.earned,
  minutes = minutes + excluded.minutes, last_at = excluded.last_at`);
const sum = db.prepare(`INSERT INTO total VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET points = points + excluded.points,
  minutes = minutes + excluded.minutes`);
const enter = db.prepare('INSERT INTO journal (at, subject, what, amount) VALUES (?, ?, ?, ?)');

function award(body, text) {
  const before = known.get(body.id);
  if (before) return before.body === text ? before.answer : null;
  const at = Date.parse(body.occurred_at), day = Math.floor(at / 86_400_000);
  const points = body.minutes * kPointsAnHour / 60;
  book.run(body.id, 0, 'issue', body.person, points, body.rule, body.note, at);
  book.run(body.id, 1, 'hours', body.person, body.minutes, body.rule, body.note, at);
  move.get('issue', -points);
  move.get('hours', -body.minutes);
  const { balance } = move.get(`p:${body.person}`, points);
  move.get(`h:${body.person}`, body.minutes);
  credit.run(body.person, points, body.minutes, at);
  for (const span of kSpans)
    for (let field = 0; field < kFields; field++)
      sum.run(span, span ? Math.floor(day / span) : 0, field, body.person, points, body.minutes);
  const { lastInsertRowid } = enter.run(at, body.person, 'points_awarded', points);
  const answer = JSON.stringify({ transfer: body.id, balance, position: Number(lastInsertRowid) });
  keep.run(body.id, text, answer);
  return answer;
}

let waiting = [];
const all = db.transaction((some) => some.map(({ body, text }) => award(body, text)));
function commit() {
  while (waiting.length > 0) {
    const some = waiting.splice(0, way === 'shared' ? kMost : 1);
    const answers = all(some);
    some.forEach(({ resolve }, i) => resolve(answers[i]));
  }
}

const app = Fastify({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
  try { done(null, { body: JSON.parse(text), text }); } catch (error) { done(error); }
});
app.post('/api/v1/award-points', async (request, reply) => {
  if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send();
  const { body, text } = request.body;
  if (!body.id || !body.person || !(body.minutes > 0)) return reply.code(422).send();
  const answer = await new Promise((resolve) => {
    if (waiting.push({ body, text, resolve }) === 1) setImmediate(commit);
  });
  if (answer === null) return reply.code(422).send();
  return reply.header('Content-Type', 'application/json').send(answer);
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(app.server.address().port);
