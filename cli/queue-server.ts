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
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol)) {
    throw new CommandError(
      USAGE,
      '--queue takes an address like redis://localhost:6379, or rediss://… for an encrypted connection.',
    );
  }
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
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new CommandError(
      SOME_FAILED,
      `The queue server ${url.host} does not serve: ${(error as Error).message}.`,
    );
  }
}

/** An address as it may be shown: without a password. */
export function shownAddress(address: string): string {
  const { protocol, username, host, pathname } = new URL(address);
  const user = username === '' || username === 'default' ? '' : `${username}@`;
  return `${protocol}//${user}${host}${pathname === '/' ? '' : pathname}`;
}
