// A server of its own for the browser tests: a small demonstration town in a folder that is thrown away.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.SHANZHI_BIN ?? path.join(root, 'build/native/shanzhi');
export const kWeb = process.env.SHANZHI_WEB ?? path.join(root, 'build/web');

async function freePort() {
  return await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Server {
  /** Fills a new folder with a town of that many people and serves it. */
  static async start({ people = 3000, today = '', web = kWeb } = {}) {
    const server = new Server();
    server.web = web;
    server.data = fs.mkdtempSync(path.join(os.tmpdir(), 'shanzhi-e2e-'));
    execFileSync(program, ['demo', '--data', server.data, '--people', String(people), ...(today ? ['--today', today] : [])], { stdio: 'ignore' });
    server.port = await freePort();
    server.url = `http://127.0.0.1:${server.port}`;
    await server.run();
    return server;
  }

  /** One that somebody else serves, with its folder. */
  static at(url, data) {
    return Object.assign(new Server(), { url, data });
  }

  async run() {
    this.child = spawn(program, ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, '--web', this.web],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    this.log = '';
    this.child.stdout.on('data', (text) => { this.log += text; });
    this.child.stderr.on('data', (text) => { this.log += text; });
    for (let tries = 0; tries < 200; tries++) {
      try {
        if ((await fetch(`${this.url}/readyz`)).ok) return;
      } catch { /* not listening yet */ }
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not start:\n${this.log}`);
  }

  async stop(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await ended;
  }

  /** As when the power fails. */
  kill() {
    return this.stop('SIGKILL');
  }

  async end() {
    await this.stop();
    fs.rmSync(this.data, { recursive: true, force: true });
  }

  /** Sign-in names and the password of the demonstration accounts. */
  accounts() {
    return fs.readFileSync(path.join(this.data, 'demo-accounts.txt'), 'utf8');
  }

  shanzhi(...args) {
    return execFileSync(program, [...args.slice(0, 2), '--data', this.data, ...args.slice(2)], { encoding: 'utf8' });
  }
}
