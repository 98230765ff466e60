import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import type { Task } from '../hostile/child.ts';
import { corpus } from '../hostile/corpus/index.ts';
import { faultsOf, faultsOfAny } from '../hostile/judge.ts';
import { Keeper } from '../hostile/keeper.ts';
import { mutant } from './mutant.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});

/** A file to try, how to say which it was, and what is wrong with what became of it. */
interface Trial {
  readonly task: Task;
  readonly title: string;
  readonly faults: (answer: Parameters<typeof faultsOfAny>[1]) => string[];
}

const trials: Readonly<Record<string, () => Iterable<Trial>>> = { import: mutants, hostile: cases };
const chosen = trials[positionals[0] ?? ''];

if (chosen) process.exitCode = (await run(chosen())) > 0 ? 1 : 0;
else {
  say('npm run fuzz -- import [--seed 1] [--from 0] [--count 10000] [--jobs 2]: mutated files');
  say(
    'npm run fuzz -- hostile [--only words of a name] [--jobs 2]: the corpus, with the files that take long',
  );
  process.exitCode = 2;
}

function* mutants(): Iterable<Trial> {
  const seed = Number(values.seed);
  const first = Number(values.from);
  for (let index = first; index < first + Number(values.count); index++) {
    const { file, history } = mutant(seed, index);
    yield {
      task: { kind: 'mutant', seed, index },
      title: `--seed ${seed} --from ${index} --count 1 (${history.join(', ')})`,
      faults: (answer) => faultsOfAny(file, answer),
    };
  }
}

function* cases(): Iterable<Trial> {
  for (const each of corpus) {
    if (!each.name.includes(values.only)) continue;
    yield {
      task: { kind: 'case', name: each.name },
      title: each.name,
      faults: (answer) => faultsOf(each, answer),
    };
  }
}

/** Tries all, some at a time; how many were at fault. */
async function run(all: Iterable<Trial>): Promise<number> {
  const queue = all[Symbol.iterator]();
  const count = { tried: 0, loaded: 0, failed: 0, faulty: 0 };
  const started = Date.now();
  await Promise.all(
    Array.from({ length: Number(values.jobs) }, async () => {
      const keeper = await Keeper.open();
      for (let next = queue.next(); !next.done; next = queue.next()) await tryOne(keeper, next.value, count);
      keeper.close();
    }),
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  say(
    `${count.tried} files in ${seconds} s: ${count.loaded} loaded, ${count.failed} refused with a sentence, ${count.faulty} at fault`,
  );
  return count.faulty;
}

async function tryOne(
  keeper: Keeper,
  { task, title, faults }: Trial,
  count: { tried: number; loaded: number; failed: number; faulty: number },
): Promise<void> {
  const started = Date.now();
  const answer = await keeper.run(task);
  const seconds = (Date.now() - started) / 1000;
  const found = 'lost' in answer ? [`${answer.lost} ${answer.output}`] : faults(answer);
  count.tried++;
  if (!('lost' in answer)) count[answer.attempt.kind === 'loaded' ? 'loaded' : 'failed']++;
  if (found.length > 0) count.faulty++;
  for (const fault of found) say(`${title}\n    ${fault.slice(0, 2000)}`);
  if (seconds > 5) say(`${title}: ${seconds.toFixed(1)} s`);
  if (count.tried % 500 === 0) say(`… ${count.tried}, ${count.faulty} at fault`);
}
