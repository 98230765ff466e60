import type { ShippedNotebooks } from './Files.svelte.ts';

const english = import.meta.glob<string>('../../../notebooks/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const portuguese = import.meta.glob<string>('../../../notebooks/pt-BR/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The notebooks that come with the program. */
export const shippedNotebooks: ShippedNotebooks = {
  en: byName(english),
  'pt-BR': byName(portuguese),
};

function byName(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
  );
}
