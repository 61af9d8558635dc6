// test/regressions/crashing-worker.mjs: a worker whose thread ends in the middle of its task.

export default function work() {
  process.exit(1);
}
