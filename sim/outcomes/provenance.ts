// sim/outcomes/provenance.ts: the version that results carry.

/** Version of the model and its file formats; equal versions give equal results. */
export const VERSION = '0.1.0';
