import { policyHeader } from './policy.js';

/** Sends the policy with every response that is not a page; pages carry Kit's own, with its script's hash. */
function setHeaders(request, response, next) {
  const isPage = (request.headers.accept ?? '').includes('text/html');
  if (!isPage) response.setHeader('Content-Security-Policy', policyHeader);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  next();
}

/** @returns {import('vite').Plugin} */
export function policyPlugin() {
  return {
    name: 'deskbook-policy',
    configureServer: (server) => void server.middlewares.use(setHeaders),
    configurePreviewServer: (server) => void server.middlewares.use(setHeaders),
  };
}
