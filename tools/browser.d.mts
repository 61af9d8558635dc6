import type { Browser } from 'playwright-core';

/** Starts a headless Chromium with a fresh profile. */
export function launchBrowser(): Promise<Browser>;
/** Serves a folder on 127.0.0.1 under a sub-path. */
export function serveFolder(folder: string): Promise<{ url: string; close(): Promise<void> }>;
