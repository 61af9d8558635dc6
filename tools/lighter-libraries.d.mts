import type { Plugin } from 'vite';

/** Modules by the path of the file that they take the place of. */
type Parts = Readonly<Record<string, string>>;

export function zodParts(): Parts;
export function yamlParts(): Parts;
export function interpolateParts(): string;
export function lighterLibraries(): Plugin;
