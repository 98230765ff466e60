import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { importFiles, prepareDatabase } from '#import';
import { sampleFiles, sampleTimeZone } from '#sample';
import { answersOf, cellsOf, type Answers } from './answers-of.ts';

/** Of each notebook: the cells that were not done, and how the last of its prose reads. */
export type Runs = Readonly<Record<string, { readonly failed: readonly unknown[]; readonly prose: string }>>;

/** In a page: imports files by their addresses and says what a notebook's cells and every KPI say of them. */
export async function answersInPage(
  text: string,
  files: readonly { readonly name: string; readonly address: string }[],
): Promise<Answers> {
  return inMemory(async (engine) => {
    await importFiles(engine, await Promise.all(files.map(fetched)));
    return answersOf(engine, text, null);
  });
}

/** In a page: makes and imports the sample, says the same of it, and runs other notebooks by their names. */
export async function sampleInPage(
  text: string,
  nth: number,
  others: Readonly<Record<string, string>>,
): Promise<Answers & { readonly runs: Runs }> {
  return inMemory(async (engine) => {
    await importFiles(engine, await sampleFiles(), { timeZone: sampleTimeZone });
    const answers = await answersOf(engine, text, nth);
    const runs: Record<string, Runs[string]> = {};
    for (const [name, other] of Object.entries(others)) {
      const { failed, prose } = await cellsOf(engine, other);
      runs[name] = { failed, prose };
    }
    return { ...answers, runs };
  });
}

async function inMemory<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const engine = await openWasmEngine({ storage: 'memory' });
  try {
    await prepareDatabase(engine);
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function fetched({ name, address }: { name: string; address: string }) {
  const blob = await (await fetch(address)).blob();
  return { name, size: blob.size, blob };
}
