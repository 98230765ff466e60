import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import type { Task } from '../hostile/child.ts';
import { corpus } from '../hostile/corpus/index.ts';
import { faultsOf, faultsOfAny } from '../hostile/judge.ts';
import { Keeper } from '../hostile/keeper.ts';
import { fuzzKill } from './kill/fuzz-kill.ts';
import { fuzzLibreOffice } from './libreoffice/fuzz-libreoffice.ts';
import { mutant } from './mutant.ts';
import { fuzzNotebook } from './notebook.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string' },
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

const seed = Number(values.seed);
const from = Number(values.from);
const jobs = Number(values.jobs);
const count = (usual: number) => Number(values.count ?? usual);

/** Each gives how many were at fault. */
const runs: Readonly<Record<string, () => number | Promise<number>>> = {
  import: () => run(mutants()),
  hostile: () => run(cases()),
  kill: () => fuzzKill({ seed, count: count(500), jobs, say }),
  libreoffice: () => fuzzLibreOffice({ only: values.only, say }),
  notebook: () => fuzzNotebook({ from, count: count(10_000), say }),
};
const chosen = runs[positionals[0] ?? ''];

if (chosen) process.exit((await chosen()) > 0 ? 1 : 0);
else {
  say('npm run fuzz -- import [--seed 1] [--from 0] [--count 10000] [--jobs 2]: mutated files');
  say(
    'npm run fuzz -- hostile [--only words of a name] [--jobs 2]: the corpus, with the files that take long',
  );
  say(
    'npm run fuzz -- kill [--seed 1] [--count 500] [--jobs 2]: a page that is killed while it is written in',
  );
  say('npm run fuzz -- notebook [--from 0] [--count 10000]: random notebooks and changes of them');
  say(
    'npm run fuzz -- libreoffice [--only words of a name]: workbooks of the shipped notebooks, as LibreOffice reads them',
  );
  process.exitCode = 2;
}

function* mutants(): Iterable<Trial> {
  for (let index = from; index < from + count(10_000); index++) {
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
  const total = { tried: 0, loaded: 0, failed: 0, faulty: 0 };
  const started = Date.now();
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      const keeper = await Keeper.open();
      for (let next = queue.next(); !next.done; next = queue.next()) await tryOne(keeper, next.value, total);
      keeper.close();
    }),
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  say(
    `${total.tried} files in ${seconds} s: ${total.loaded} loaded, ${total.failed} refused with a sentence, ${total.faulty} at fault`,
  );
  return total.faulty;
}

async function tryOne(
  keeper: Keeper,
  { task, title, faults }: Trial,
  total: { tried: number; loaded: number; failed: number; faulty: number },
): Promise<void> {
  const started = Date.now();
  const answer = await keeper.run(task);
  const seconds = (Date.now() - started) / 1000;
  const found = 'lost' in answer ? [`${answer.lost} ${answer.output}`] : faults(answer);
  total.tried++;
  if (!('lost' in answer)) total[answer.attempt.kind === 'loaded' ? 'loaded' : 'failed']++;
  if (found.length > 0) total.faulty++;
  for (const fault of found) say(`${title}\n    ${fault.slice(0, 2000)}`);
  if (seconds > 5) say(`${title}: ${seconds.toFixed(1)} s`);
  if (total.tried % 500 === 0) say(`… ${total.tried}, ${total.faulty} at fault`);
}
