/** Bundles the command and its worker into dist/. */
export function build(): Promise<void>;
/** Bundles one entry into one file of dist/. */
export function bundle(entry: string, file: string): Promise<void>;
/** True when a source is newer than the last build. */
export function isStale(): boolean;
