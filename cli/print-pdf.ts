// cli/print-pdf.ts: a page printed as PDF by a browser that is on this machine; nothing is downloaded.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { CANNOT_CREATE, CommandError, MISSING_INPUT } from './exit-codes.js';

/** Names of browsers that print without a window, as they stand in PATH. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
/** Where they stand when PATH does not name them. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const MS_MOST = 120_000;
const WAIT_MS = 20;
const BY_HAND =
  'make the page with --format html, open it in any browser and print it as PDF (A4, landscape)';

/** A browser of this machine; null when there is none. */
export function browserHere(
  path = process.env.PATH ?? '',
  places: readonly string[] = PLACES,
): string | null {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const candidates = [...NAMES.flatMap((name) => folders.map((of) => join(of, name))), ...places];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/**
 * Prints a page.
 * @param browser its program; one of this machine when not given
 * @throws CommandError when there is none, or it does not print
 */
export async function printed(target: string, html: string, browser?: string): Promise<void> {
  if (browser !== undefined && !existsSync(browser)) {
    throw new CommandError(MISSING_INPUT, `--browser ${browser}: there is no such file.`);
  }
  const program = browser ?? browserHere();
  if (program === null) {
    throw new CommandError(
      MISSING_INPUT,
      `A PDF needs a browser (Chromium, Chrome or Edge), and none was found on this machine; ${BY_HAND}.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'winterflow-pdf-'));
  let bytes: Buffer;
  try {
    const page = join(folder, 'pack.html');
    writeFileSync(page, html);
    bytes = await pdfOf(program, pathToFileURL(page).href, join(folder, 'profile'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(CANNOT_CREATE, `${program} did not print: ${why}; ${BY_HAND}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  try {
    writeFileSync(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(CANNOT_CREATE, `--out ${target}: cannot be written: ${reason}.`);
  }
}

/** Prints over the browser's own protocol, through a pipe that nobody else can reach. */
async function pdfOf(program: string, url: string, profile: string): Promise<Buffer> {
  const options = [
    '--headless',
    '--disable-gpu',
    '--no-sandbox', // the page is our own, without a script, and containers allow nothing else
    '--no-first-run',
    '--disable-background-networking',
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    'about:blank',
  ];
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('it ended too soon')));
    setTimeout(() => reject(new Error('it took too long')), MS_MOST).unref();
  });
  ended.catch(() => undefined); // heard where it is waited for
  const ask = conversation(child.stdio[3] as Writable, child.stdio[4] as Readable);
  try {
    return await Promise.race([print(ask, url), ended]);
  } finally {
    child.kill('SIGKILL');
  }
}

type Ask = (
  method: string,
  params: object,
  session?: string,
) => Promise<Readonly<Record<string, unknown>>>;

async function print(ask: Ask, url: string): Promise<Buffer> {
  const { targetId } = await ask('Target.createTarget', { url });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  // A page of a file without a script is there once it says that it is complete.
  for (;;) {
    const expression = 'document.readyState + " " + document.querySelectorAll(".pack-page").length';
    const { result } = await ask('Runtime.evaluate', { expression }, session);
    if (/^complete [1-9]/.test(String((result as { value?: unknown }).value))) break;
    await new Promise((wake) => setTimeout(wake, WAIT_MS));
  }
  const wanted = { preferCSSPageSize: true, printBackground: true };
  const { data } = await ask('Page.printToPDF', wanted, session);
  return Buffer.from(String(data), 'base64');
}

/** Messages are JSON, each ended by a zero byte; an answer carries the number of its question. */
function conversation(to: Writable, from: Readable): Ask {
  const waiting = new Map<number, (answer: Answer) => void>();
  let text = '';
  let last = 0;
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
      const answer = JSON.parse(text.slice(0, end)) as Answer;
      text = text.slice(end + 1);
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  to.on('error', () => undefined); // the browser has ended, which is told apart
  return (method, params, sessionId) => {
    const id = ++last;
    to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(error.message));
      });
    });
  };
}

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}
