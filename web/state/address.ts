// web/state/address.ts: which page an address asks for: `#/compare` or `#/verification?only=V1,V23`.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What stands behind the # of an address. */
export interface Address {
  /** Name of the page; empty when none is named. Whether it exists, the registry of pages knows. */
  page: string;
  /** What stands behind the question mark. */
  query: string;
}

const FIRST: Address = { page: '', query: '' };

/**
 * The page that a fragment asks for, or null when it is a place in the page that is shown (`#main`).
 */
export function addressOf(fragment: string): Address | null {
  if (!fragment.startsWith('#/')) return null;
  const [page, query = ''] = fragment.slice('#/'.length).split('?');
  return { page, query };
}

/** The fragment that leads to a page. */
export function fragmentOf(page: string): string {
  return `#/${page}`;
}

/** Goes to a page, as a link to it would. */
export function goTo(page: string): void {
  location.hash = fragmentOf(page);
}

/** Ids of the checks that a query asks for; none means all. */
export function checksAsked(query: string): string[] {
  const ids = (new URLSearchParams(query).get('only') ?? '').split(',');
  return ids.map((id) => id.trim().toUpperCase()).filter((id) => id !== '');
}

/** The address of this document, followed as it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(() => addressOf(location.hash) ?? FIRST);
  const fragment = useRef(addressOf(location.hash) === null ? fragmentOf('') : location.hash);
  useLayoutEffect(() => {
    const follow = (): void => {
      const next = addressOf(location.hash);
      if (next === null) {
        // Skipped to a place in the page: the address goes on saying which page that is.
        history.replaceState(null, '', fragment.current);
        return;
      }
      fragment.current = location.hash;
      setAddress(next);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return address;
}
