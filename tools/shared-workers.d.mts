import type { Plugin } from 'vite';

export const WORKER: RegExp;
export function sharedWorkers(): Plugin;
