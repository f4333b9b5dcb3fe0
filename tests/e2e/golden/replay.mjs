// The demonstration town's answers, recorded once: the same every day, on every machine.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../golden');
const answersFolder = path.join(folder, 'answers');

/** One file for each query; in it, by address, what the server said. */
export function keep(town, answers) {
  fs.rmSync(answersFolder, { recursive: true, force: true });
  fs.mkdirSync(answersFolder, { recursive: true });
  fs.writeFileSync(path.join(answersFolder, 'town.json'), JSON.stringify(town, null, 1) + '\n');
  const files = {};
  for (const address of Object.keys(answers).sort()) (files[address.split('?')[0]] ??= {})[address] = answers[address];
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(answersFolder, `${name}.json`), `{\n${Object.entries(content).map(([address, body]) => `${JSON.stringify(address)}: ${JSON.stringify(body)}`).join(',\n')}\n}\n`);
}

export function recorded() {
  const answers = {};
  for (const file of fs.readdirSync(answersFolder))
    if (file !== 'town.json') Object.assign(answers, JSON.parse(fs.readFileSync(path.join(answersFolder, file), 'utf8')));
  return { town: JSON.parse(fs.readFileSync(path.join(answersFolder, 'town.json'), 'utf8')), answers };
}

/** Answers the page's questions from the record; what is not in it is noted in `missing`. */
export async function replay(page, { town, answers }, { signedOut }, missing) {
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
