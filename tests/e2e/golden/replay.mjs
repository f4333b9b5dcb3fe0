// The demonstration town's answers, recorded once: the same every day, on every machine. The desk's lie in the
// folder itself; another face's in one of its own, but for those that are the desk's too.
import { isDeepStrictEqual } from 'node:util';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../golden');
const kFirst = 'desk', kTown = 'town.json';
const folderOf = (face) => path.join(folder, 'answers', face === kFirst ? '' : face);
const filesIn = (at) => (fs.existsSync(at) ? fs.readdirSync(at) : []).filter((each) => each.endsWith('.json') && each !== kTown).map((each) => path.join(at, each));
const readAll = (at) => Object.assign({}, ...filesIn(at).map((file) => JSON.parse(fs.readFileSync(file, 'utf8'))));

/** One file for each query; in it, by address, what the server said. Says what was kept. */
export function keep(face, town, answers) {
  const at = folderOf(face), known = face === kFirst ? {} : readAll(folderOf(kFirst)), files = {};
  for (const file of filesIn(at)) fs.rmSync(file);
  fs.mkdirSync(at, { recursive: true });
  if (face === kFirst) fs.writeFileSync(path.join(at, kTown), JSON.stringify(town, null, 1) + '\n');
  const own = Object.keys(answers).filter((address) => !isDeepStrictEqual(answers[address], known[address])).sort();
  for (const address of own) (files[address.split('?')[0]] ??= {})[address] = answers[address];
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(at, `${name}.json`), `{\n${Object.entries(content).map(([address, body]) => `${JSON.stringify(address)}: ${JSON.stringify(body)}`).join(',\n')}\n}\n`);
  return `${own.length} of ${Object.keys(answers).length} answers, ${Math.round(JSON.stringify(files).length / 1024)} KB`;
}

export function recorded(face) {
  const town = JSON.parse(fs.readFileSync(path.join(folderOf(kFirst), kTown), 'utf8'));
  return { town, answers: { ...readAll(folderOf(kFirst)), ...readAll(folderOf(face)) } };
}

/** Answers the page's questions from the record, `over` before it; what is in neither is noted in `missing`. */
export async function replay(page, { town, answers: record }, { signedOut, over }, missing) {
  const answers = { ...record, ...over?.(record, town) };
  await page.clock.setFixedTime(town.now);
  await page.route('**/api/v1/**', (route) => {
    const address = route.request().url().split('/api/v1/')[1];
    if (signedOut) return route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: '未登录', status: 401, code: 'signed_out' }) });
    if (answers[address]) return route.fulfill({ json: answers[address] });
    if (address.startsWith('changes?')) return route.fulfill({ status: 304 });
    missing.push(address);
    return route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' });
  });
}
