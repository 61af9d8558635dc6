// sim/scenario/sites.ts: a system of several sites, as one complete model for each.

import { type Layer, mergeFields } from './merge.js';
import type { Model } from './schema.js';

/** One acute site of a system. */
export interface SiteModel {
  /** Short name in files; empty for the only site of a system that names none. */
  id: string;
  name: string;
  model: Model;
}

/**
 * The sites of a model in the order of their short names, so that equal models have equal sites.
 * What a site leaves out is as in the model; community, season and period are always shared.
 * @param name of the only site, when the model names none
 */
export function siteModels(model: Model, name: string): SiteModel[] {
  const { sites = {}, units: _, ...shared } = model;
  const ids = siteIds(model);
  if (ids.length === 0) return [{ id: '', name, model }];
  return ids.map((id) => {
    const { name: own = id, ...parts } = sites[id];
    return { id, name: own, model: mergeFields(shared, parts) as Model };
  });
}

/** Short names of the sites that a model names, in their order. */
export function siteIds({ sites = {} }: Pick<Model, 'sites'>): string[] {
  return Object.keys(sites).sort();
}

/**
 * The layers of one site: those of the system, and over them what each says of the site. The sites
 * themselves stay in, because other parts name them.
 */
export function layersOfSite(layers: readonly Layer[], id: string): Layer[] {
  const own = layers.flatMap(({ parsed, path, value }) => {
    const site = (value.sites as Record<string, Record<string, unknown>> | undefined)?.[id];
    return site === undefined ? [] : [{ parsed, path: [...path, 'sites', id], value: site }];
  });
  return [...layers, ...own].map((layer) => without(layer, ['units', 'name']));
}

function without(layer: Layer, keys: readonly string[]): Layer {
  const entries = Object.entries(layer.value).filter(([key]) => !keys.includes(key));
  return { ...layer, value: Object.fromEntries(entries) };
}
