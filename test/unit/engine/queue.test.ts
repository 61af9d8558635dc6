// test/unit/engine/queue.test.ts: first in, first out; places can be withdrawn; the ring grows.

import { describe, expect, it } from 'vitest';
import { Queue } from '../../../sim/engine/queue.js';

function takeAll(queue: Queue): number[] {
  const taken: number[] = [];
  for (let left = queue.size; left > 0; left--) taken.push(queue.shift());
  return taken;
}

describe('queue', () => {
  it('serves first who came first', () => {
    const queue = new Queue();
    for (const subject of [7, 0, 9]) queue.push(subject);
    expect([queue.size, queue.shift(), queue.shift(), queue.shift()]).toEqual([3, 7, 0, 9]);
    expect(queue.size).toBe(0);
  });

  it('answers -1 when nobody is in line', () => {
    const queue = new Queue();
    expect([queue.shift(), queue.first(), queue.size]).toEqual([-1, -1, 0]);
    queue.push(5);
    queue.shift();
    expect([queue.shift(), queue.first(), queue.size]).toEqual([-1, -1, 0]);
  });

  it('shows the first in line without taking it', () => {
    const queue = new Queue();
    queue.push(4);
    queue.push(5);
    expect([queue.first(), queue.first(), queue.size, queue.shift()]).toEqual([4, 4, 2, 4]);
  });

  it('lets the first, a middle one and the last leave the line', () => {
    const queue = new Queue();
    const places = [10, 11, 12, 13, 14].map((subject) => queue.push(subject));
    for (const i of [0, 2, 4]) queue.withdraw(places[i]);
    expect([queue.size, queue.first()]).toEqual([2, 11]);
    expect([queue.shift(), queue.first(), queue.shift()]).toEqual([11, 13, 13]);
    expect([queue.shift(), queue.size]).toEqual([-1, 0]);
  });

  it('is empty when everybody left, and takes new ones', () => {
    const queue = new Queue();
    const places = [1, 2, 3].map((subject) => queue.push(subject));
    for (const place of places) queue.withdraw(place);
    expect([queue.size, queue.first(), queue.shift()]).toEqual([0, -1, -1]);
    queue.push(8);
    expect([queue.first(), queue.shift()]).toEqual([8, 8]);
  });

  it.each([0, 1, 7, 15, 16, 31])('grows while its ring is wrapped by %i places', (offset) => {
    const queue = new Queue();
    for (let i = 0; i < offset; i++) {
      queue.push(i);
      queue.shift();
    }
    const subjects = Array.from({ length: 1000 }, (_, i) => 3 * i);
    for (const subject of subjects) queue.push(subject);
    expect(queue.size).toBe(1000);
    expect(takeAll(queue)).toEqual(subjects);
  });

  it('grows when all of a full ring left together before many came', () => {
    const queue = new Queue();
    for (let i = 0; i < 10; i++) queue.push(i);
    expect(takeAll(queue)).toHaveLength(10);
    const subjects = Array.from({ length: 100 }, (_, i) => 5 * i);
    for (const subject of subjects) queue.push(subject);
    expect(takeAll(queue)).toEqual(subjects);
  });

  it('keeps places valid when the ring grows after they were given', () => {
    const queue = new Queue();
    for (let i = 0; i < 10; i++) {
      queue.push(i);
      queue.shift();
    }
    const places = Array.from({ length: 100 }, (_, i) => queue.push(i));
    for (let i = 0; i < 100; i += 2) queue.withdraw(places[i]);
    expect(takeAll(queue)).toEqual(Array.from({ length: 50 }, (_, i) => 2 * i + 1));
  });

  it('keeps its order over 100,000 arrivals through a short ring', () => {
    const queue = new Queue();
    let wrong = 0;
    for (let i = 0; i < 100_000; i++) {
      queue.push(i);
      if (i >= 12 && queue.shift() !== i - 12) wrong++;
    }
    expect([wrong, queue.size]).toEqual([0, 12]);
  });
});
