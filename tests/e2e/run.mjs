// The product in a real browser: a server of its own with a small town, journeys by role and name, and the
// golden pictures. A journey is a name, what it does, and { painted: true } where its picture counts.
// Usage: node run.mjs [NAME] [--update] [--shard-count 2 --shard-index N]: of two at once the second has the
// wall and the pictures. Ends with "N passed, N failed".
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { launch, leaveOutPainting } from './browser.mjs';
import { goldens } from './golden/goldens.mjs';
import { access } from './journeys/access.mjs';
import { award } from './journeys/award.mjs';
import { bare } from './journeys/bare.mjs';
import { budget } from './journeys/budget.mjs';
import { device } from './journeys/device.mjs';
import { door } from './journeys/door.mjs';
import { family } from './journeys/family.mjs';
import { files } from './journeys/files.mjs';
import { forms } from './journeys/forms.mjs';
import { hall } from './journeys/hall.mjs';
import { hallReplay } from './journeys/hall_replay.mjs';
import { interfaceTold } from './journeys/interface.mjs';
import { network } from './journeys/network.mjs';
import { phoneJourneys } from './journeys/phone.mjs';
import { photos } from './journeys/photo.mjs';
import { plain } from './journeys/plain.mjs';
import { together } from './journeys/together.mjs';
import { views } from './journeys/views.mjs';
import { villager } from './journeys/villager.mjs';
import { wallDesk } from './journeys/wall_desk.mjs';
import { lookBeforePressing, watchRequests } from './rest.mjs';
import { Server } from './server.mjs';

const words = process.argv.slice(2), share = words.indexOf('--shard-index');
const part = share < 0 ? null : words.splice(share, 2)[1];
if (part) words.splice(words.indexOf('--shard-count'), 2);
const wanted = words.find((word) => !word.startsWith('--')) ?? '';
const kLogs = fileURLToPath(new URL('../../build/test-logs', import.meta.url));
const began = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const server = await Server.start({ people: 3000 });
const browser = await launch();
let passed = 0;
let failed = 0;
const again = [];  // what went well only at the second try

/** A context of the browser that notes what its pages throw; without a service worker unless it is asked for: what
 *  goes through one cannot be held up by a test. */
async function context(errors, painted, options = {}) {
  const made = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', ...options });
  made.setDefaultTimeout(20_000);
  if (!painted) await made.addInitScript(leaveOutPainting);
  const open = async () => {
    const page = await made.newPage();
    watchRequests(page);
    lookBeforePressing(page);
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    return page;
  };
  return { context: made, open };
}

/** What a journey that failed was looking at. */
async function takeLastPictures(contexts, name) {
  for (const [n, page] of contexts.flatMap((made) => made.pages()).entries())
    await page.screenshot({ path: path.join(kLogs, `${name.slice(0, 40)}-${n}.png`) }).catch(() => {});
}

/** Whether it went well; what it was looking at stays when it did not. */
async function attempt(name, journey, painted) {
  const errors = [], contexts = [], since = performance.now(), notes = [];
  const another = async (options) => {
    const made = await context(errors, painted, options);
    contexts.push(made.context);
    return made;
  };
  let well = true;
  try {
    const first = await another();
    await journey({ server, browser, another, note: (words) => notes.push(words), ...first });
    if (errors.length > 0) throw new Error(`the page failed: ${errors[0]}`);
    console.log(`ok    ${name} (${[...notes, seconds(since)].join('; ')})`);
  } catch (error) {
    well = false;
    await takeLastPictures(contexts, name);
    console.log(`FAIL  ${name} ${[...notes, ...errors.map((each) => `the page failed: ${each}`)].join('; ')}\n      ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n      ')}`);
  }
  for (const made of contexts) await made.close();
  return well;
}

/** A journey that fails is tried once more, so that a machine's hiccup is told from a fault; it is listed, and its
 *  last picture can be looked at. */
async function run(name, journey, { painted = false } = {}) {
  if (await attempt(name, journey, painted)) passed++;
  else if (await attempt(name, journey, true)) passed++, again.push(name);
  else failed++;
}

const shares = [
  [...door, ...views, ...award, ...network, ...device, ...budget, ...interfaceTold, ...files, ...forms, ...plain, ...bare,
   ...phoneJourneys, ...photos, ...villager, ...family, ...together, ...access],
  [...hall, ...hallReplay, ...wallDesk, ...goldens],
];
for (const [name, journey, how] of part ? shares[part] : shares.flat())
  if (name.includes(wanted)) await run(name, journey, how);
await browser.close();
await server.end();
for (const name of again) console.log(`only at the second try: ${name}`);
console.log(`${passed} passed, ${failed} failed in ${seconds(began)}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
