// cli/queue-server.ts: the connection to a Redis or Valkey server, with password and TLS.

import type { Redis } from 'ioredis';
import { CommandError, SOME_FAILED, USAGE } from './exit-codes.js';

/** Where the password stands when it is not in the address: a command line is seen by all on a host. */
export const PASSWORD_VARIABLE = 'WINTERFLOW_QUEUE_PASSWORD';
const CONNECT_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS_MAX = 2000;

/**
 * Connects.
 * @throws CommandError when the address is none, or the server does not answer or refuses
 */
export async function connectQueue(address: string): Promise<Redis> {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isAddress = url !== null && ['redis:', 'rediss:'].includes(url.protocol);
  // A password with a stroke in it ends where the path begins.
  if (!isAddress || url.pathname.includes('@')) {
    throw new CommandError(
      USAGE,
      '--queue takes an address like redis://localhost:6379, or rediss://… for an encrypted connection.',
    );
  }
  const database = databaseOf(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'redis:' && !isHere) {
    process.stderr.write(
      `The connection to ${url.hostname} is not encrypted; use rediss:// there.\n`,
    );
  }
  const { Redis: Client } = await import('ioredis');
  const password = url.password === '' ? process.env[PASSWORD_VARIABLE] : undefined;
  const redis = new Client(address, {
    ...(password === undefined ? {} : { password }),
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * times, RETRY_MILLISECONDS_MAX),
  });
  let cause = 'no answer';
  redis.on('error', (error: Error) => {
    cause = error.message;
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(cause)), CONNECT_MILLISECONDS).unref();
  });
  try {
    await Promise.race([redis.ping(), late]);
    // The library goes on in database 0 when the server has no such one; asked again, it says so.
    if (database !== null) await redis.select(database);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new CommandError(
      SOME_FAILED,
      `The queue server ${url.host} does not serve${database === null ? '' : ` database ${database}`}: ` +
        `${(error as Error).message}.`,
    );
  }
}

/** The database that an address names; null when it names none. */
function databaseOf({ pathname }: URL): number | null {
  const name = pathname.slice(1);
  if (name === '') return null;
  if (/^\d{1,9}$/.test(name)) return Number(name);
  throw new CommandError(
    USAGE,
    `--queue names the database "${name}"; it takes a whole number from 0, like redis://localhost:6379/0.`,
  );
}

/** An address as it may be shown: without a password. */
export function shownAddress(address: string): string {
  const { protocol, username, host, pathname } = new URL(address);
  const user = username === '' || username === 'default' ? '' : `${username}@`;
  return `${protocol}//${user}${host}${pathname === '/' ? '' : pathname}`;
}
