import type { Engine } from '#engine';
import { Results } from '../../../../src/lib/workspace/Results.svelte.ts';

/** A workspace whose engine never comes: everything but running works. */
export function closedWorkspace() {
  return {
    ready: new Promise<Engine>(() => undefined),
    data: { revision: 0, targetRevision: 0, eventRevision: 0, asOf: null, fingerprint: null, profile: null },
    locale: 'en' as const,
    settings: { weekStart: 1 as const, automatic: false, lineNumbers: false },
    kpis: [],
    fail: () => undefined,
    results: new Results(),
  };
}
