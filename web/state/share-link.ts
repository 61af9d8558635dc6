// web/state/share-link.ts: a project as a link: what differs from the opening project, compressed, with
// a sum that finds letters that were changed or lost. No results: they are simulated again.
//
// `#/open?s=1.SUM.DATA`: version of the form, first 8 hex digits of SHA-256 of the JSON, and the JSON
// deflated, in base64url.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Project } from './project.js';
import { parseProject } from './project-schema.js';

/**
 * Latest version of the form of a link; a later one is refused with a sentence of its own. 2 holds
 * what was chosen and written for the board pack; links without that are made in form 1, which every
 * version of the page reads.
 */
export const LINK_VERSION = 2;
const WITHOUT_PACK = 1;
/** Longest link that is read, in characters. */
export const LINK_LENGTH_MOST = 40_000;

const SUM_LENGTH = 8;
const INFLATED_MOST = 400_000; // bytes: a small link must not become a huge text

/** Says in one sentence why a link cannot be opened. */
export class LinkError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LinkError';
  }
}

/** The fragment of a project: what it has that the opening project has not. */
export async function linkOf(project: Project, opening: Project): Promise<string> {
  const differing = Object.entries(project).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(opening[key as keyof Project]),
  );
  const json = JSON.stringify(Object.fromEntries(differing));
  const data = toBase64Url(await deflated(json));
  const version = project.pack === undefined ? WITHOUT_PACK : LINK_VERSION;
  return `#/open?s=${version}.${sumOf(json)}.${data}`;
}

/**
 * The project of what stands behind `s=` in a link.
 * @throws LinkError
 */
export async function projectOfLink(given: string, opening: Project): Promise<Project> {
  // Mail programs wrap lines and encode what they need not, sometimes twice.
  const text = decoded(given).replace(/\s+/g, '');
  if (text === '') throw new LinkError('The link holds no project: what follows “s=” is missing.');
  if (text.length > LINK_LENGTH_MOST) {
    throw new LinkError(
      `The link has ${text.length} characters; one of Winterflow has at most ${LINK_LENGTH_MOST}.`,
    );
  }
  const [version, sum, data, ...more] = text.split('.');
  const form = /^\d+$/.test(version) ? Number(version) : WITHOUT_PACK;
  if (form < WITHOUT_PACK || form > LINK_VERSION) {
    const which = form > LINK_VERSION ? 'a newer' : 'an older';
    throw new LinkError(
      `The link was made by ${which} version of Winterflow (form ${version}; this one reads ` +
        `${WITHOUT_PACK} to ${LINK_VERSION}). Open it there, or ask for a link of this version.`,
    );
  }
  const json = data === undefined || more.length > 0 ? null : await inflated(data);
  if (json === null || sumOf(json) !== sum) throw damaged();
  const project = parseProject({ ...opening, ...(JSON.parse(json) as object) });
  if (project === null) throw damaged();
  return project;
}

function damaged(): LinkError {
  return new LinkError(
    'The link is damaged: letters of it are missing or changed. Copy it again as a whole; ' +
      'nothing here was changed.',
  );
}

function sumOf(json: string): string {
  return bytesToHex(sha256(utf8ToBytes(json))).slice(0, SUM_LENGTH);
}

/** Every browser that runs the page's workers has this built in. */
async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflated(data: string): Promise<string | null> {
  try {
    const compressed = new Blob([fromBase64Url(data)]);
    const reader = compressed
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'))
      .getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value);
      bytes += read.value.length;
      if (bytes <= INFLATED_MOST) continue;
      await reader.cancel();
      return null;
    }
    return await new Blob(parts).text();
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  let now = text;
  for (let times = 0; times < 3 && now.includes('%'); times++) {
    try {
      now = decodeURIComponent(now);
    } catch {
      break;
    }
  }
  return now;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new RangeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
