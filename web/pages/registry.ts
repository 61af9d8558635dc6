// web/pages/registry.ts: the pages, in the order of the navigation.
//
// To add one: write web/pages/explore.tsx, whose component takes PageProps and reads the shared state
// with `useApp` and `useAppState` (web/state/use-app.ts), export it from work-pages.ts, and add one entry
// here:
//   { name: 'explore', label: 'Explore', title: 'what happens in these winters',
//     load: async () => (await import('./work-pages.js')).ExplorePage },
// Its address is then `#/explore`. A page is loaded when it is first opened; it stays as it was, and
// goes on with what it does, while another is looked at.

import type { ComponentType } from 'preact';

export interface PageProps {
  /** What stands behind the question mark of the address; the last one while the page is hidden. */
  query: string;
}

export interface PageEntry {
  /** As in the address. */
  name: string;
  /** As in the navigation. A page without a label is reached from another page. */
  label?: string;
  /** Page whose link is marked while this one is shown; its own when left out. */
  under?: string;
  /** In the title of the window, behind the product's name. */
  title: string;
  load: () => Promise<ComponentType<PageProps>>;
}

export const PAGES: readonly PageEntry[] = [
  {
    name: 'start',
    label: 'Start',
    title: 'what would a plan do to your winter?',
    load: async () => (await import('./start.js')).StartPage,
  },
  {
    name: 'inputs',
    label: 'Inputs',
    title: 'inputs of the base',
    load: async () => (await import('./work-pages.js')).InputsPage,
  },
  {
    name: 'scenarios',
    label: 'Scenarios',
    title: 'scenarios',
    load: async () => (await import('./work-pages.js')).ScenariosPage,
  },
  {
    name: 'run',
    label: 'Run',
    title: 'run the winters',
    load: async () => (await import('./work-pages.js')).RunPage,
  },
  {
    name: 'compare',
    label: 'Compare',
    title: 'compare plans for a winter',
    load: async () => (await import('./work-pages.js')).ComparePage,
  },
  {
    name: 'explore',
    label: 'Explore',
    title: 'what happens in these winters',
    load: async () => (await import('./work-pages.js')).ExplorePage,
  },
  {
    name: 'board-pack',
    label: 'Board pack',
    title: 'board pack',
    load: async () => (await import('./work-pages.js')).BoardPackPage,
  },
  {
    name: 'model',
    label: 'Model',
    title: 'the model, and how far to trust it',
    load: async () => (await import('./work-pages.js')).ModelPage,
  },
  {
    name: 'history',
    under: 'start',
    title: 'own history',
    load: async () => (await import('./history.js')).HistoryPage,
  },
  {
    name: 'verification',
    under: 'model',
    title: 'verification',
    load: async () => (await import('./verify.js')).VerifyPage,
  },
];

/** The page of a name; the first one where there is none. */
export function pageNamed(name: string): PageEntry {
  return PAGES.find((page) => page.name === name) ?? PAGES[0];
}
