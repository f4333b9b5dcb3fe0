// The promise of bytes: all that a first visit to the desk asks for, as the server sends it in brotli, the service
// worker included. A figure beyond it fails; nobody on a slow line waits for what grew by accident.
import { strict as assert } from 'node:assert';
import http from 'node:http';

import { main, signIn, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const kPromisedBytes = 350_000;

/** Bytes of the body as they go over the wire. */
function bytesOf(address, cookie) {
  return new Promise((resolve, reject) => {
    http.get(address, { headers: { 'Accept-Encoding': 'br', ...(cookie ? { Cookie: cookie } : {}) } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => resolve(answer.statusCode === 200 ? bytes : 0));
    }).on('error', reject);
  });
}

export const budget = [
  ['the whole first visit stays within the promised 350,000 bytes', async ({ server, another, note }) => {
    const { open, context } = await another({ serviceWorkers: 'allow' });
    const asked = new Set(), page = await open();
    page.on('request', (request) => {
      const poll = request.url().includes('/changes?'), again = poll && [...asked].some((each) => each.includes('/changes?'));
      if (request.url().startsWith(server.url) && request.method() === 'GET' && !again) asked.add(request.url());
    });
    await signIn(server, page);
    await until(page, 'the worker serves the page', () => !!navigator.serviceWorker.controller);
    await main(page).waitFor();
    await atRest(page, 1000);
    // The worker itself, and the page once more for the device; its files come from the browser's own store.
    const addresses = [...asked, `${server.url}/worker.js`, `${server.url}/`, `${server.url}/manifest.webmanifest`];
    const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join('; ');
    let program = 0, data = 0;
    for (const address of addresses) {
      const isData = address.includes('/api/');
      if (isData) await bytesOf(address, cookie);  // what is asked often is sent smaller, and a town's answers are
      const bytes = await bytesOf(address, isData ? cookie : '');
      if (isData) data += bytes; else program += bytes;
    }
    note(`${program + data} bytes in ${addresses.length} answers: program ${program}, data of a small town ${data}`);
    assert.ok(addresses.some((each) => each.endsWith('.wasm')) && addresses.some((each) => each.includes('/api/v1/figures')), 'the visit was seen');
    assert.ok(program + data <= kPromisedBytes, `${program + data} bytes`);
  }],
];
