// test/faults/broken-worker.mjs: a worker that cannot even start.

throw new Error('The worker file is not whole.');
