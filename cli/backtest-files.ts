// cli/backtest-files.ts: back-tests as files.
export function writeBacktests(..._all: unknown[]): void {}
