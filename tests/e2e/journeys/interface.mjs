// What the server says of its own interface, judged by others' tools: a public validator, and JSON Schema over the
// answers themselves.
import { strict as assert } from 'node:assert';

import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { ask, kTown, token } from '../desk.mjs';
import { Generator } from '../generated.mjs';
import { Server } from '../server.mjs';

const kGood = 25, kStrange = 12, kBroken = 5;  // inputs of each kind for each route

const pointer = (...names) => names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const described = (server, bearer) => ask(server, 'openapi.json', bearer);

export const interfaceTold = [
  ['the description of the interface is valid OpenAPI 3.1', async ({ server, note }) => {
    const document = await described(server, token(server)), validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    assert.ok(valid, JSON.stringify(errors, null, 1));
    assert.equal(validator.version, '3.1');
    delete document.info.title;
    assert.equal((await new Validator().validate(document)).valid, false);
    note(`${Object.keys(document.paths).length} paths`);
  }],
  ['every list and figure is answered as its description says', async ({ server, note }) => {
    const bearer = token(server), document = await described(server, bearer);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema(document, 'interface');
    let judged = 0;
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (!get || (get.parameters ?? []).some((each) => each.required)) continue;
      const answer = await fetch(server.url + path, { headers: { Authorization: `Bearer ${bearer}` } });
      const told = get.responses[answer.status];
      assert.ok(told, `${path}: ${answer.status} is not among its answers`);
      if (answer.status !== 200) continue;
      const [kind] = answer.headers.get('Content-Type').split(';');
      assert.ok(told.content?.[kind], `${path}: ${kind} is not told`);
      const schema = { $ref: `interface#${pointer('paths', path, 'get', 'responses', 200, 'content', kind, 'schema')}` };
      assert.ok(ajv.validate(schema, await answer.json()), `${path}: ${JSON.stringify(ajv.errors?.slice(0, 3))}`);
      judged++;
    }
    assert.ok(judged > 20, `${judged} answers`);
    note(`${judged} answers`);
  }],
  ['no route has a defect, whatever it is given: good and bad input at random from its description', async ({ note }) => {
    const server = await Server.start({ people: 600 });  // of its own: places and people are changed at random
    try {
      const seed = Date.now() % 2 ** 31, bearer = token(server), document = await described(server, bearer);
      const known = {
        person: (await ask(server, 'people?limit=20', bearer)).people.map((each) => each.id),
        household: (await ask(server, 'households?limit=20', bearer)).households.map((each) => each.id),
        rule: (await ask(server, 'rules', bearer)).rules.map((each) => each.code),
        place: [kTown, ...(await ask(server, `places?under=${kTown}`, bearer)).places.slice(0, 30).map((each) => each.code)],
      };
      const generator = new Generator(document, known, seed), counted = {};
      const send = async (path, init, broken) => {
        const answer = await fetch(server.url + path, { ...init, headers: { Authorization: `Bearer ${bearer}`, ...init.headers } });
        const what = `seed ${seed}: ${init.method} ${path.slice(0, 300)} ${String(init.body ?? '').slice(0, 600)}`, said = await answer.text();
        assert.ok(answer.status < 500, `${what}: ${answer.status} ${said}`);
        if (broken) assert.ok(answer.status >= 400, `${what}: taken, ${said.slice(0, 200)}`);
        counted[answer.status] = (counted[answer.status] ?? 0) + 1;
      };
      for (const [path, { get, post }] of Object.entries(document.paths))
        for (let n = 0; n < kGood + kStrange + kBroken; n++) {
          const good = n < kGood, broken = n >= kGood + kStrange;
          const query = generator.query((get ?? post).parameters ?? [], get && !good);
          const [kind, told] = Object.entries(post?.requestBody?.content ?? {})[0] ?? [];
          const post_it = (body, refused) => send(path + query, { method: 'POST', headers: { 'Content-Type': kind }, body }, refused);
          if (get) await send(path + query, { method: 'GET' });
          else if (kind !== 'application/json') await post_it(generator.pick(['PK', '<x/>', 'a,b\n1,2']), true);
          else if (broken) await post_it(generator.broken(told.schema), true);
          else await post_it(good ? JSON.stringify(generator.value(told.schema)) : generator.strange(told.schema));
        }
      assert.ok(counted[200] > 300, JSON.stringify(counted));
      server.shanzhi('verify'); // fails when the books do not hold
      note(`seed ${seed}, ${Object.entries(counted).map(([status, count]) => `${status}: ${count}`).join(', ')}`);
    } finally {
      await server.end();
    }
  }],
];
