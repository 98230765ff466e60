import { sources } from './sources/index.ts';

/** A helpdesk by its own name, the same in every language; null for kinds of file that are nobody's in particular. */
export function vendorTitle(vendor: string): string | null {
  return sources.find((source) => source.vendor === vendor)?.title ?? null;
}
