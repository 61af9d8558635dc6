// cli/serve.ts: `winterflow serve`: the built page on a web server, on this machine only unless told.

import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import sirv from 'sirv';
import { securityHeaders } from '../web/export/policy.js';
import { BUSY, CommandError, DONE, MISSING_INPUT, USAGE } from './exit-codes.js';
import { codeOf, reasonOf } from './file-errors.js';
import { wholeNumber } from './options.js';

const HOST_DEFAULT = '127.0.0.1';
const PORT_DEFAULT = 4173;
const PORT_MAX = 65535;
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;
const HOST_LENGTH_MAX = 253;

export interface ServeFlags {
  host: string;
  port: number;
}

/** Adds the command to the program. */
export function addServe(program: Command, end: (exitCode: number) => void): void {
  program
    .command('serve')
    .description('the page on a web server, until Ctrl-C; for this machine only unless told')
    .option('--host <address>', 'address to listen on; 0.0.0.0: every one', host, HOST_DEFAULT)
    .option('--port <n>', 'port; 0: any that is free', wholeNumber(0, PORT_MAX), PORT_DEFAULT)
    .action(async (flags: ServeFlags) => end(await serve(flags)));
}

function host(text: string): string {
  if (!/^[\w.:-]+$/.test(text) || text.length > HOST_LENGTH_MAX) {
    throw new InvalidArgumentError('allowed: an address or name of this machine.');
  }
  return text;
}

async function serve(flags: ServeFlags): Promise<number> {
  const folder = fileURLToPath(new URL(pageFolder(), import.meta.url));
  if (!existsSync(`${folder}index.html`)) {
    throw new CommandError(
      MISSING_INPUT,
      `${folder} holds no page: build it with \`npm run build:web\`.`,
    );
  }
  const server = serverOf(folder);
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await listen(server, flags);
  const { port } = server.address() as AddressInfo;
  const name = flags.host.includes(':') ? `[${flags.host}]` : flags.host;
  process.stdout.write(`The page is at http://${name}:${port}/ until Ctrl-C.\n`);
  if (!LOOPBACK.test(flags.host)) {
    process.stderr.write(
      'Whoever reaches this machine over the network can open it; what they simulate stays with them.\n',
    );
  }
  await stopped;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return DONE;
}

/** The built page beside the built command; the same from sources. */
function pageFolder(): string {
  return import.meta.url.endsWith('.ts') ? '../dist/web/' : './web/';
}

/** Serves the files that a folder holds now, and nothing else; only reading is allowed. */
export function serverOf(folder: string): Server {
  const files = sirv(folder, { etag: true });
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    for (const [name, value] of Object.entries(securityHeaders(path))) {
      response.setHeader(name, value);
    }
    response.setHeader('Cache-Control', 'no-cache'); // with its tag, a file that is the same is not sent again
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
}

/**
 * Begins to listen.
 * @throws CommandError in one sentence where the machine refuses it
 */
export function listen(server: Server, { host, port }: ServeFlags): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function refusalOf(error: Error, host: string, port: number): CommandError {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new CommandError(
      BUSY,
      `Port ${port} of ${host} is taken: end what uses it, or choose another with --port.`,
    );
  }
  if (code === 'EACCES') {
    return new CommandError(
      USAGE,
      `--port ${port}: the system keeps it; allowed: a port from 1024.`,
    );
  }
  return new CommandError(USAGE, `--host ${host}: cannot be listened on: ${reasonOf(error)}.`);
}
