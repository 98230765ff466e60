/** The page's own address, of which the part behind `#` can carry a notebook. */
export interface Address {
  /** The part behind `#`; empty where there is none. */
  fragment(): string;
  /** Takes that part away, so that a reload does not open again what it carries. */
  clear(): void;
  /** A link to this page with such a part. */
  linkTo(fragment: string): string;
  /** Called when another link is opened in this window; gives back what ends that. */
  listen(changed: () => void): () => void;
}

export const noAddress: Address = {
  fragment: () => '',
  clear: () => {},
  linkTo: (fragment) => `#${fragment}`,
  listen: () => () => {},
};

export function browserAddress(): Address {
  const bare = () => location.href.split('#', 1)[0] ?? '';
  return {
    fragment: () => location.hash.slice(1),
    clear: () => history.replaceState(history.state, '', bare()),
    linkTo: (fragment) => `${bare()}#${fragment}`,
    listen: (changed) => {
      globalThis.addEventListener('hashchange', changed);
      return () => globalThis.removeEventListener('hashchange', changed);
    },
  };
}
