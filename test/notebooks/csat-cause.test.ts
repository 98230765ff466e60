import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { jsonRows } from '#export';
import { asOf } from '#import';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { plantedCause } from '#sample';
import { sampleEngine } from '../support/sample-engine.ts';

let sample: Engine;
beforeAll(async () => {
  sample = await sampleEngine();
}, 120_000);

let books = 0;

/** The cells that the test of a cause needs, run with what a reader gives. */
async function tested(file: string, inputs: Readonly<Record<string, string>> = {}) {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const runtime = new Runtime(sample, { book: `cause_${++books}`, notebook, asOf: await asOf(sample) });
  const wanted = ['cause_tests', 'cause', 'cause_before', 'cause_weeks'];
  const idOf = (name: string) => notebook.cells.find((cell) => cell.name === name)?.id ?? '';
  await runtime.run(wanted.map(idOf));
  for (const [name, value] of Object.entries(inputs)) await runtime.setInput(name, value);
  await runtime.run(wanted.map(idOf));
  const states = Object.fromEntries(wanted.map((name) => [name, runtime.state(idOf(name))]));
  await runtime.close();
  const rows = (name: string) => {
    const state = states[name];
    return state?.status === 'done' && state.output.kind === 'table' ? jsonRows(state.output.firstPage) : [];
  };
  return {
    failed: Object.values(states).filter(({ status }) => status !== 'done'),
    sentence: String(rows('cause')[0]?.['sentence']),
    before: String(rows('cause_before')[0]?.['sentence']),
    tests: rows('cause_tests'),
    weeks: rows('cause_weeks').length,
  };
}

describe.each(['csat-drop.md', 'pt-BR/csat-drop.md'])('the test of a cause in %s', (file) => {
  const isEnglish = file === 'csat-drop.md';

  test('confirms what was found, and the affected were on the same way before', async () => {
    const { failed, sentence, before, tests } = await tested(file);
    expect(failed).toEqual([]);
    expect(Number(tests[0]?.['high'])).toBeLessThan(-0.2);
    expect(sentence).toContain(isEnglish ? 'they fell against the others' : 'caíram em relação aos demais');
    for (const member of Object.values(plantedCause.segment)) expect(sentence).toContain(member);
    expect(before).toContain(isEnglish ? 'as it should be' : 'como deve ser');
  });

  test('does not blame the campaign: its channel rose against the others, among whom the cause is', async () => {
    const found = await tested(file, {
      event_day: '2026-04-20',
      affected: `channel: ${plantedCause.decoy.channel}`,
    });
    expect(found.failed).toEqual([]);
    expect(found.sentence).toContain(
      isEnglish ? 'they rose against the others' : 'subiram em relação aos demais',
    );
    expect(found.weeks).toBeGreaterThan(20);
  });

  test('says why there is nothing to compare', async () => {
    const found = await tested(file, { event_day: '2031-01-01' });
    expect(found.failed).toEqual([]);
    expect(found.sentence).toContain(isEnglish ? 'There is nothing to compare' : 'Não há o que comparar');
    expect(found.before).toBe('');
  });
});
