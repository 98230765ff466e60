import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { importFiles, prepareDatabase } from '#import';
import { sampleFiles, sampleTimeZone, type SampleFile } from '#sample';

let files: Promise<readonly SampleFile[]> | undefined;
let engine: Promise<Engine> | undefined;

/** The files of the sample, made once for all test files that one process runs. */
export function sampleOnce(): Promise<readonly SampleFile[]> {
  files ??= sampleFiles();
  return files;
}

/** An engine with the sample in it, imported as a person would; once as well. Who asks may read it, and never closes it. */
export function sampleEngine(): Promise<Engine> {
  engine ??= imported();
  return engine;
}

async function imported(): Promise<Engine> {
  const opened = await openNodeEngine({ threads: 1 });
  await prepareDatabase(opened);
  await importFiles(opened, await sampleOnce(), { timeZone: sampleTimeZone });
  await opened.lock();
  return opened;
}
