import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskbook } from './deskbook.ts';

let folder: string;
let calls: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-run-'));
  calls = write(
    'calls.csv',
    [
      'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
      'ID0001,Diane,2026-01-12,9:12:58,Contract | other,Y,Y,109,0:02:23,3',
      'ID0002,Becky,2026-01-13,12:00:00,Streaming,Y,N,70,0:04:02,5',
    ].join('\n'),
  );
  path = write(
    'weekly.md',
    [
      '# Calls',
      '',
      'There are {{by_topic.calls}} calls on *{{by_topic.topic}}*.',
      '',
      '```sql by_topic',
      'select type as topic, count(*) as calls from calls group by topic order by topic',
      '```',
      '',
      '```sql a_step fold',
      'select 1 as one',
      '```',
      '',
      '```vega-lite topics of=by_topic',
      '{"mark": "bar", "encoding": {"x": {"field": "topic", "type": "nominal"}, "y": {"field": "calls", "type": "quantitative"}}}',
      '```',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, `${text}\n`);
  return file;
}

function at(name: string): string {
  return join(folder, name);
}

// The latest call began at noon on the 13th, waited 1:10 and took 4:02; it is noon on the 15th (UTC).
const line = 'weekly.md · 4 cells, 0 failed, 0 without data · 2 rows up to 2026-01-13 12:05 (1 day old)';

describe('deskbook run', () => {
  test('writes as many files as are asked for, each what its ending says, and answers in one line', async () => {
    const files = ['all.html', 'all.xlsx', 'all.md', 'all.zip'].map(at);
    expect(await deskbook('run', path, '--data', calls, ...files.flatMap((file) => ['--out', file]))).toEqual(
      {
        status: 0,
        out: `2026-01-15 12:00 · ${line} · ${files.join(', ')}\n`,
        err: '',
      },
    );
    expect(readFileSync(at('all.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(Object.keys(unzipSync(readFileSync(at('all.xlsx'))))).toContain('xl/workbook.xml');
    const pictures = unzipSync(readFileSync(at('all.zip')));
    expect(Object.keys(pictures)).toEqual(['01-topics.svg']);
    expect(strFromU8(pictures['01-topics.svg'] ?? new Uint8Array())).toMatch(/^<svg [^]*#1f77d0[^]*<\/svg>$/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('Markdown has the values in its sentences and its tables, and says what they rest on', async () => {
    await deskbook('run', path, '--data', calls, '--out', at('text.md'), '--locale', 'pt-BR');
    const text = readFileSync(at('text.md'), 'utf8').replace(/[0-9a-f]{16,}/, 'FINGERPRINT');
    expect(text).toBe(`*todas as linhas · dados até 13/01/2026 12:05 · gerado em 15/01/2026 12:00 (UTC)*

# Calls

There are 1 calls on *Contract \\| other*.

\`by_topic\`

| topic | calls |
| --- | --: |
| Contract \\| other | 1 |
| Streaming | 1 |

*Gráfico: calls por topic, 2 linhas.*

---

**Em que estes números se baseiam**

- **Período:** todas as linhas
- **Filtro:** nenhum
- **Dados:** calls.csv (calls, 2 linhas)
- **Linhas:** 2
- **Posição em:** 13/01/2026 12:05
- **Fuso horário:** UTC
- **Gerado:** 15/01/2026 12:00
- **Impressão digital dos dados:** FINGERPRINT
`);
  });

  test('--summary answers in the same line where nothing is written', async () => {
    const { status, out } = await deskbook('run', path, '--data', calls, '--summary');
    expect({ status, out }).toEqual({ status: 0, out: `2026-01-15 12:00 · ${line}\n` });
  });

  test('data that are older than --max-age end with 3, and the report is written all the same', async () => {
    const run = (age: string) =>
      deskbook('run', path, '--data', calls, '--out', at('aged.html'), '--max-age', age);
    expect((await run('2d')).status).toBe(0);
    rmSync(at('aged.html'));
    const { status, err } = await run('47h');
    expect({ status, err, isWritten: existsSync(at('aged.html')) }).toEqual({
      status: 3,
      err: 'The latest row is of 2026-01-13 12:05, 1 day ago: older than was asked for.\n',
      isWritten: true,
    });
  });

  test('an export without a row ends with 3 and says so', async () => {
    const header = readFileSync(calls, 'utf8').split('\n', 1)[0] ?? '';
    const { status, out, err } = await deskbook('run', path, write('none.csv', header), '--summary');
    expect({ status, out: out.split(' · ').at(-1), err }).toEqual({
      status: 3,
      out: '0 rows\n',
      err: expect.stringContaining('No rows were loaded: the results are of no data.\n'),
    });
  });

  test.each([
    [
      ['--out', 'report.pdf'],
      'What is report.pdf to be? Name a file that ends in .html, .xlsx, .md or .zip.',
    ],
    [['--json', '--summary'], '--json and --summary are two answers; ask for one of them.'],
    [['--max-age', 'old'], '“old” is no age; write 2d for two days, 36h for hours.'],
  ])('%s is refused before anything is read', async (asked, why) => {
    const { status, err } = await deskbook('run', path, '--data', at('not-there.csv'), ...asked);
    expect({ status, err }).toEqual({
      status: 2,
      err: `deskbook: ${why}\nSee: deskbook run --help\n`,
    });
  });

  test('a file that cannot be written ends with 1, and the others are written', async () => {
    const [file, other] = [join(folder, 'no-such-folder', 'report.html'), at('other.md')];
    const answer = await deskbook('run', path, '--data', calls, '--out', file, '--out', other);
    expect({ ...answer, isWritten: existsSync(other) }).toEqual({
      status: 1,
      out: `2026-01-15 12:00 · ${line} · ${other}\n`,
      err: `The file ${file} cannot be written: is the folder there, and may you write into it?\n`,
      isWritten: true,
    });
  });

  test('a folder that no export has come to yet ends with 3', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { status, out, err } = await deskbook('run', path, '--data', empty, '--out', at('never.html'));
    expect({
      status,
      out,
      err: err.split(':', 2).join(':'),
      isWritten: existsSync(at('never.html')),
    }).toEqual({
      status: 3,
      out: '',
      err: `deskbook: There is no export in ${empty}`,
      isWritten: false,
    });
  });
});
