// The looks of the main screens of every face, at its sizes, against pictures that were looked at. With
// --update they are written; a difference leaves what was, what is, and where it differs in build/golden.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';

import { atRest } from '../rest.mjs';
import { faces } from './faces.mjs';
import { beside, compare, read, shrink, write } from './picture.mjs';
import { folder, recorded, replay } from './replay.mjs';

const update = process.argv.includes('--update');
const differences = path.join(folder, '../../build/golden');
const kShareMost = 0.002;

function check(name, is) {
  const file = path.join(folder, `${name}.png`);
  const was = fs.existsSync(file) ? read(fs.readFileSync(file)) : null;
  const found = was && compare(was, is);
  if (found && found.share <= kShareMost) return null;
  if (update) {
    fs.writeFileSync(file, write(is));
    return null;
  }
  fs.mkdirSync(differences, { recursive: true });
  fs.writeFileSync(path.join(differences, `${name}.png`), beside(found ? [was, is, found.picture] : [is]));
  return found ? `${name}: ${found.words}` : `${name}: there is no golden picture`;
}

const named = (...parts) => parts.filter(Boolean);

const golden = (face, screen, scheme) => [
  named('golden', screen.name, scheme).join(' '), async ({ server, another }) => {
    const record = recorded(face.name), missing = [], wrong = [];
    const { open } = await another({ colorScheme: scheme || 'dark', reducedMotion: 'reduce', ...face.context });
    const page = await open();
    await replay(page, record, screen, missing);
    await page.setViewportSize(face.sizes.at(1) ?? face.sizes[0]);
    await screen.before?.(page);
    await page.goto(`${server.url}/${screen.hash(record.town, record.answers)}`);
    for (const size of face.sizes.filter(({ schemes }) => !schemes || schemes.includes(scheme))) {
      await page.setViewportSize(size);
      await screen.stands(page);
      await atRest(page, 400);
      const shot = await page.screenshot({ animations: 'disabled' });
      wrong.push(check(named(screen.name, size.name, scheme).join('-'), shrink(read(shot), size.shrink)));
    }
    assert.deepEqual(missing, [], 'every question has a recorded answer (golden/record.mjs)');
    assert.deepEqual(wrong.filter(Boolean), [], `see ${differences}`);
  }, { painted: true }];

export const goldens = faces.flatMap((face) =>
  face.screens.flatMap((screen) => face.schemes.map((scheme) => golden(face, screen, scheme))));
