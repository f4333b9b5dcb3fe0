// Serves the answers kept in a folder (N.path, N.type, N.tag, N.body) with fastify, as fast as it can:
// ready strings, no schema, no log; a matching tag gets 304. Prints its port.
import fs from 'node:fs';
import path from 'node:path';

import Fastify from 'fastify';

const folder = process.argv[2];
const app = Fastify({ logger: false });
const routes = new Map();
for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.path'))) {
  const read = (part) => fs.readFileSync(path.join(folder, name.replace('.path', part)));
  const [route] = read('.path').toString().split('?');
  const answer = { type: read('.type').toString(), tag: read('.tag').toString(), body: read('.body') };
  if (!routes.has(route)) routes.set(route, new Map());
  routes.get(route).set(read('.path').toString(), answer);
}
for (const [route, answers] of routes) {
  app.get(route, (request, reply) => {
    const answer = answers.get(request.raw.url);
    if (!answer) return reply.code(404).send();
    reply.header('ETag', answer.tag);
    if (request.headers['if-none-match'] === answer.tag) return reply.code(304).send();
    return reply.header('Content-Type', answer.type).send(answer.body);
  });
}
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(app.server.address().port);
