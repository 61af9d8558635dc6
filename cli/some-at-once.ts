// cli/some-at-once.ts: asynchronous work over a long list, only a few items of it at a time.

/**
 * What a function gives for each item, in the order of the items; each is begun only when one before it
 * is finished, so that a long list takes no memory and does not hold up signals.
 * @param count how many are under way at a time
 * @throws the first error; no more items are begun
 */
export async function someAtOnce<T, R>(
  items: readonly T[],
  count: number,
  of: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const goOn = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      try {
        results[index] = await of(items[index], index);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, goOn));
  return results;
}
