// tools/browser.mjs: a headless Chromium out of node_modules and a file server on loopback, for the
// browser tests and the pictures.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Nothing in the background: whatever the browser asks for is then the page's doing. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

const PACKAGE = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);

/** Starts a browser with a fresh profile; libraries and fonts that the machine lacks are packed. */
export async function launchBrowser() {
  const { program: executablePath, env } = await browserProgram();
  return chromium.launch({ executablePath, args: ARGUMENTS, env });
}

/** The program of that browser, and the environment in which it runs. */
export async function browserProgram() {
  const folder = await unpackedChromium();
  return { program: join(folder, 'chromium'), env: environmentFor(folder) };
}

/**
 * Unpacks the browser once per version. It is unpacked aside and then renamed, so that of two
 * processes neither starts a browser that the other has half written.
 */
async function unpackedChromium() {
  const { version } = JSON.parse(readFileSync(fileURLToPath(PACKAGE), 'utf8'));
  const folder = join(tmpdir(), `winterflow-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}-${process.pid}`;
  const before = { ...process.env };
  mkdirSync(aside, { recursive: true });
  // The package unpacks into the temporary folder, and its libraries only where it knows the host.
  process.env.TMPDIR = aside;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

function environmentFor(folder) {
  const needs = saysOrLacks('ldd', [join(folder, 'chromium')], (text) =>
    text.includes('not found'),
  );
  const bare = saysOrLacks('fc-list', [], (text) => text.trim() === '');
  return {
    ...process.env,
    ...(needs ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}),
    ...(bare ? { FONTCONFIG_PATH: join(folder, 'fonts') } : {}),
  };
}

/** Whether a command says so, or is itself not there. */
function saysOrLacks(command, options, test) {
  try {
    return test(execFileSync(command, options, { encoding: 'utf8' }));
  } catch {
    return true;
  }
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder on a free port of 127.0.0.1, under a sub-path: a page that needs to stand at the
 * root of its host fails here.
 * @returns the address of the folder, and a function that ends the server
 */
export async function serveFolder(folder) {
  const prefix = '/some/folder/';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    const name = path === prefix ? 'index.html' : normalize(path.slice(prefix.length));
    const file = join(folder, name);
    const known = path.startsWith(prefix) && !name.startsWith('..') && isFile(file);
    response.writeHead(known ? 200 : 404, {
      'Content-Type': known ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/plain',
    });
    response.end(known ? readFileSync(file) : 'Not here.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${prefix}`, close };
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
