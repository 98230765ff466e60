import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { importFiles, prepareDatabase } from '#import';
import { sampleFiles, sampleTimeZone } from '#sample';

/** An engine with the sample in it, imported as a person would. */
export async function openSampleEngine(): Promise<Engine> {
  const engine = await openNodeEngine();
  await prepareDatabase(engine);
  await importFiles(engine, await sampleFiles(), { timeZone: sampleTimeZone });
  await engine.lock();
  return engine;
}
