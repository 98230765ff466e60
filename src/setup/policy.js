/**
 * The content-security policy: the one place that says what a page of Deskbook may reach.
 * Kit writes it into every page (with the hash of its own inline script); the dev server, the preview
 * server and `_headers` send it with every other response, because a worker does not inherit a page's
 * meta policy.
 * @type {NonNullable<NonNullable<import('@sveltejs/kit').KitConfig['csp']>['directives']>}
 */
export const policy = {
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'worker-src': ['self', 'blob:'],
  'connect-src': ['self'],
  'img-src': ['self', 'data:', 'blob:'],
  'style-src': ['self', 'unsafe-inline'],
  'font-src': ['self'],
  'manifest-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['none'],
};

const keywords = new Set(['none', 'self', 'unsafe-inline', 'wasm-unsafe-eval']);

/** The policy as the value of a `Content-Security-Policy` header. */
export const policyHeader = Object.entries(policy)
  .map(([directive, sources]) =>
    [directive, ...[sources].flat().map((s) => (keywords.has(s) ? `'${s}'` : s))].join(' '),
  )
  .join('; ');
