import { openNodeEngine } from '#engine/node';
import type { Engine } from '#engine';
import { prepareDatabase } from '#import';
import { tryFile, type Tried } from './attempt.ts';
import { corpus } from './corpus/index.ts';
import { mutant } from '../fuzz/mutant.ts';

/** Which file a process is to try: one of the corpus, or one that the mutator makes. */
export type Task =
  | { readonly kind: 'case'; readonly name: string }
  | { readonly kind: 'mutant'; readonly seed: number; readonly index: number };

/** The answer to a task. */
export type Answer = Tried & { readonly file: string; readonly size: number; readonly rss: number };

let opened: Promise<Engine> | undefined;

process.on('message', (task: Task) => void answer(task));
process.on('disconnect', () => process.exit());

async function answer(task: Task): Promise<void> {
  opened ??= openPrepared();
  const { file, bytes } = fileOf(task);
  const tried = await tryFile(await opened, file, bytes);
  process.send?.({ ...tried, file, size: bytes.length, rss: process.memoryUsage().rss } satisfies Answer);
}

async function openPrepared(): Promise<Engine> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  return engine;
}

function fileOf(task: Task) {
  if (task.kind === 'mutant') return mutant(task.seed, task.index);
  const found = corpus.find(({ name }) => name === task.name);
  if (!found) throw new Error(`no case ${task.name}`);
  return { file: found.file, bytes: found.bytes() };
}
