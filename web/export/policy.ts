// web/export/policy.ts: what the page may do, in the words of browsers: run its own files, ask nobody.

/** Content security policy of the page and everything beside it. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** That of the worker that keeps the page's own files for when there is no network. */
export const OFFLINE_WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** File of that worker. */
export const OFFLINE_WORKER = 'offline.js';

/** Headers for every answer of a server of the page; a page in a frame could be made to mislead. */
export function securityHeaders(path: string): Record<string, string> {
  const isOffline = path.endsWith(`/${OFFLINE_WORKER}`);
  return {
    'Content-Security-Policy': isOffline
      ? OFFLINE_WORKER_POLICY
      : `${PAGE_POLICY}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}
