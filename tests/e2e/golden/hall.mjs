// The wall's looks at three shapes, scene by scene; it is dark and has no other scheme.
import { strict as assert } from 'node:assert';

import { kTown, newId } from '../desk.mjs';

const sizes = [
  { name: '1920', width: 1920, height: 1080, shrink: 1 },
  { name: '3840x1080', width: 3840, height: 1080, shrink: 2 },
  { name: '1080x1920', width: 1080, height: 1920, shrink: 1 },
];
const kDay = '2026-11-20', kDirected = 10 * 60_000;

async function order(server, bearer, command, body) {
  const answer = await fetch(`${server.url}/api/v1/${command}`, {
    method: 'POST', headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: newId(), place: kTown, ...body }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** The recorded wall, arranged or directed otherwise. */
const otherwise = (answers, change) => Object.fromEntries(Object.entries(answers)
  .filter(([address]) => address.startsWith('hall-scenes')).map(([address, said]) => [address, { ...said, ...change }]));

const hash = () => '#/hall?token=recorded';
const stands = (name) => async (page) => {
  await page.getByRole('img', { name: /每日志愿服务/ }).waitFor({ state: 'attached' });
  await page.locator('#mirror *').filter({ hasText: name }).or(page.getByRole('img', { name })).or(page.getByRole('listitem', { name }))
    .first().waitFor({ state: 'attached' });
};
const scene = (kind, name) => ({
  name: `hall-${kind}`, hash, stands: stands(name),
  prepare: (server, bearer) => order(server, bearer, 'save-hall-scenes', { scenes: [{ kind, seconds: 60 }] }),
  over: (answers) => otherwise(answers, { arranged: true, scenes: [{ kind, seconds: 60 }], directed: false, direction: {} }),
});

/** Paused at three in the afternoon. */
const replay = {
  name: 'hall-replay', hash, stands: stands(/^回放/),
  prepare: (server, bearer) => order(server, bearer, 'direct-hall', { action: 'replay', day: kDay, speed: 60, from_minute: 900 }),
  over(answers, { now }) {
    const at = (ms) => new Date(Date.parse(now) + ms).toISOString();
    const direction = { at: at(-90_000), until: at(kDirected), day: kDay, speed: 600, paused: true };
    return otherwise(answers, { now, directed: true, direction });
  },
};

export const hall = {
  name: 'hall', schemes: [''], sizes,
  screens: [
    { name: 'hall', hash, stands: stands(/^累计发放积分/) },
    scene('fields', /近十二个月最多/),
    scene('villages', /每百户/),
    scene('holiday', /天前|还有|假期第|明天开始/),
    replay,
  ],
  async enter(server, page, address) {
    const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
    await page.goto(`${server.url}/${address.replace('recorded', encodeURIComponent(secret))}`);
  },
};
