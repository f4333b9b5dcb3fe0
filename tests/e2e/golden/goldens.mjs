// The looks of the main screens, light and dark, at four sizes, against pictures that were looked at. With
// --update they are written; a difference leaves what was, what is, and where it differs in build/golden.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';

import { atRest } from '../rest.mjs';
import { beside, compare, read, shrink, write } from './picture.mjs';
import { folder, recorded, replay } from './replay.mjs';
import { screens, sizes } from './screens.mjs';

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

export const goldens = screens.flatMap((screen) => ['light', 'dark'].map((scheme) => [
  `golden ${screen.name} ${scheme}`, async ({ server, another }) => {
    const record = recorded(), missing = [], wrong = [];
    const { open } = await another({ colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await open();
    await replay(page, record, screen, missing);
    await page.setViewportSize(sizes[1]);
    await page.goto(`${server.url}/${screen.hash(record.town)}`);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await screen.stands(page);
      await atRest(page, 400);
      const shot = await page.screenshot({ animations: 'disabled' });
      wrong.push(check(`${screen.name}-${size.name}-${scheme}`, shrink(read(shot), size.shrink)));
    }
    assert.deepEqual(missing, [], 'every question has a recorded answer (golden/record.mjs)');
    assert.deepEqual(wrong.filter(Boolean), [], `see ${differences}`);
  }]));
