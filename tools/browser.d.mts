import type { Browser } from 'playwright-core';

/** Starts a headless Chromium with a fresh profile. */
export function launchBrowser(): Promise<Browser>;
/** The program of that browser, and the environment in which it runs. */
export function browserProgram(): Promise<{ program: string; env: NodeJS.ProcessEnv }>;
/** Serves a folder on 127.0.0.1 under a sub-path. */
export function serveFolder(folder: string): Promise<{ url: string; close(): Promise<void> }>;
