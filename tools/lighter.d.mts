import type { Plugin } from 'vite';

/** The functions of jStat that are needed, as a module. */
export function jstatParts(): string;
export function lighterJstat(): Plugin;
export function withoutZod(): Plugin;
