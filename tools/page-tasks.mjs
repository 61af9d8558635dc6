// tools/page-tasks.mjs: watches the main thread of a page for long tasks, and says at which moment each
// was. Chromium reports tasks from 50 ms on.

/**
 * Watches a page from its next navigation on; refreshing it begins anew.
 * @returns what names the moments that follow, and ends the watch; `seen` holds all tasks then
 */
export async function watchTasks(page) {
  await page.addInitScript(() => {
    window.longTasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        window.longTasks.push({ at: performance.timeOrigin + startTime, ms: duration });
      }
    });
    observer.observe({ type: 'longtask', buffered: true });
  });
  const moments = [];
  const watch = {
    seen: [],
    async moment(name) {
      moments.push({ name, at: Date.now() });
    },
    async end() {
      const tasks = await page.evaluate(() => window.longTasks);
      watch.seen = tasks.map(({ at, ms }) => {
        const before = moments.filter((moment) => moment.at <= at + 1);
        return { moment: before.at(-1)?.name ?? 'before', ms, at };
      });
    },
  };
  return watch;
}

/** The tasks, longest first, with their words. */
export function tasksOf(seen) {
  return [...seen]
    .sort((a, b) => b.ms - a.ms)
    .map((task) => ({ ...task, text: `${task.ms.toFixed(0)} ms when ${task.moment}` }));
}
