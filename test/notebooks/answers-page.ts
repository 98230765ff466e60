import { openWasmEngine } from '#engine/wasm';
import { answersOf, load, type Answers } from './answers-of.ts';

/** In a page: imports files by their addresses, or the sample, and says what a notebook's cells and every KPI say of them. */
export async function answersInPage(
  text: string,
  files: readonly { readonly name: string; readonly address: string }[] | null,
): Promise<Answers> {
  const engine = await openWasmEngine({ storage: 'memory' });
  try {
    await load(engine, files && (await Promise.all(files.map(fetched))));
    return await answersOf(engine, text, files === null);
  } finally {
    await engine.close();
  }
}

async function fetched({ name, address }: { name: string; address: string }) {
  const blob = await (await fetch(address)).blob();
  return { name, size: blob.size, blob };
}
