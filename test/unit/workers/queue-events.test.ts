// test/unit/workers/queue-events.test.ts: what is understood of a server's stream of events, and what is not.

import type { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { QueueEventReader } from '../../../workers/queue-events.js';

type Entry = [id: string, fields: string[]];

/** A stream that holds these entries, and of a server no more than the two commands that read it. */
function readerOf(entries: Entry[]): { reader: QueueEventReader; heard: string[] } {
  const heard: string[] = [];
  const redis = {
    xrevrange: async () => entries.slice(-1),
    xread: async (_: string, key: string, from: string) => {
      const later = entries.filter(([id]) => id > from);
      return later.length === 0 ? null : [[key, later]];
    },
  };
  const reader = new QueueEventReader(redis as unknown as Redis, 'events', {
    begun: (jobId) => heard.push(`${jobId} begun`),
    completed: (jobId, returned) => heard.push(`${jobId} gave ${JSON.stringify(returned)}`),
    failed: (jobId, reason) => heard.push(`${jobId} failed: ${reason}`),
  });
  return { reader, heard };
}

it('tells of what ends after it was opened, each once, in order', async () => {
  const entries: Entry[] = [['1-0', ['event', 'completed', 'jobId', 'before', 'returnvalue', '1']]];
  const { reader, heard } = readerOf(entries);
  await reader.read(); // not opened yet
  await reader.open();
  await reader.read();
  expect(heard).toEqual([]);
  entries.push(
    ['2-0', ['event', 'added', 'jobId', 'a', 'name', 'replication']],
    ['2-0-1', ['event', 'active', 'jobId', 'a', 'prev', 'waiting']],
    ['2-1', ['event', 'completed', 'jobId', 'a', 'returnvalue', '"text"', 'prev', 'active']],
    ['2-2', ['event', 'failed', 'jobId', 'b', 'failedReason', 'no memory', 'prev', 'active']],
  );
  await reader.read();
  await reader.read();
  expect(heard).toEqual(['a begun', 'a gave "text"', 'b failed: no memory']);
});

it('begins at the beginning of a stream that is not there yet', async () => {
  const entries: Entry[] = [];
  const { reader, heard } = readerOf(entries);
  await reader.open();
  entries.push(['1-0', ['event', 'completed', 'jobId', 'a', 'returnvalue', 'null']]);
  await reader.read();
  expect(heard).toEqual(['a gave null']);
});

it('is not stopped by what is no event of a job', async () => {
  const entries: Entry[] = [];
  const { reader, heard } = readerOf(entries);
  await reader.open();
  entries.push(
    ['1-0', []],
    ['1-1', ['event']],
    ['1-2', ['event', 'drained']],
    ['1-3', ['event', 'jobId']],
    ['1-4', ['event', 'completed', 'jobId', 'a', 'returnvalue', '{not JSON']],
    ['1-5', ['event', 'completed', 'jobId', 'b']],
    ['1-6', ['event', 'failed', 'jobId', 'c']],
  );
  await reader.read();
  expect(heard).toEqual(['a gave undefined', 'b gave undefined', 'c failed: no reason given']);
});
