/** The SHA-256 of a text, in hexadecimal digits; null where the page is served so that the browser gives none. */
export async function digest(text: string): Promise<string | null> {
  const { subtle } = globalThis.crypto;
  if (!('digest' in (subtle ?? {}))) return null;
  const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
