// web/state/address.ts: which page an address asks for: `#/` or `#/verification?only=V1,V23`.

import { useEffect, useRef, useState } from 'preact/hooks';

export type PageName = 'compare' | 'verification';

/** What stands behind the # of an address. */
export interface Address {
  page: PageName;
  /** Ids of the checks to run; none means all. */
  only: readonly string[];
}

const FIRST: Address = { page: 'compare', only: [] };

/**
 * The page that a fragment asks for, or null when it is a place in the page that is shown (`#main`).
 * A page that does not exist is the first one.
 */
export function addressOf(fragment: string): Address | null {
  if (!fragment.startsWith('#/')) return null;
  const [path, query = ''] = fragment.slice('#/'.length).split('?');
  if (path !== 'verification') return FIRST;
  const ids = (new URLSearchParams(query).get('only') ?? '').split(',');
  const only = ids.map((id) => id.trim().toUpperCase()).filter((id) => id !== '');
  return { page: 'verification', only };
}

/** The fragment that leads to a page. */
export function fragmentOf(page: PageName): string {
  return page === 'compare' ? '#/' : `#/${page}`;
}

/** The address of this document, followed as it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(() => addressOf(location.hash) ?? FIRST);
  const fragment = useRef(
    addressOf(location.hash) === null ? fragmentOf('compare') : location.hash,
  );
  useEffect(() => {
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
