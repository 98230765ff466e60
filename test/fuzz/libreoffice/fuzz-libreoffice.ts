import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deskbook } from '../../cli/deskbook.ts';
import { readAnswer, type AnsweredCell } from './answer.ts';
import type { OfficeSheet } from './fods.ts';
import { hostileFaults, hostileNotebook } from './hostile.ts';
import { officeVersion, openWorkbooks } from './office.ts';
import { workbookFaults } from './workbook.ts';

interface LibreOfficeRun {
  /** Words of the name of what is tried. */
  readonly only: string;
  readonly say: (line: string) => void;
}

/** Writes workbooks by the command line and has LibreOffice open them: how many values it takes for something else. */
export async function fuzzLibreOffice({ only, say }: LibreOfficeRun): Promise<number> {
  const version = officeVersion();
  if (version === null) {
    say(
      'LibreOffice is not installed. On Debian: apt-get install libreoffice-calc; else point SOFFICE_BIN at its soffice.',
    );
    return 1;
  }
  say(version);
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-libreoffice-'));
  try {
    return await tryAll(folder, { only, say });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tryAll(folder: string, { only, say }: LibreOfficeRun): Promise<number> {
  let faulty = 0;
  for (const { title, exports, notebooks } of await everyTrial(folder)) {
    if (!title.includes(only)) continue;
    const { faults, values, workbooks } = await tryOne(join(folder, title), { exports, notebooks });
    say(`${title}: ${workbooks} workbooks, ${values} values, ${faults.length} at fault`);
    for (const fault of faults.slice(0, 20)) say(`    ${fault}`);
    faulty += faults.length;
  }
  return faulty;
}

interface Trial {
  readonly exports: string;
  /** Paths. */
  readonly notebooks: readonly string[];
}

/** Real exports beside the project, where they are: calls, and chats in Portuguese. */
const real = ['pwc-call-center', 'br-suporte-whatsapp'].filter((name) =>
  existsSync(`../shared/data/${name}`),
);

/** What a spreadsheet likes to make something else of, and each shipped notebook on each export. */
async function everyTrial(folder: string): Promise<readonly (Trial & { readonly title: string })[]> {
  const sample = join(folder, 'shop');
  const written = await deskbook('sample', sample);
  if (written.status !== 0) throw new Error(written.err);
  const notebook = join(folder, 'hostile.md');
  writeFileSync(notebook, hostileNotebook);
  const shipped = [
    { title: 'sample', exports: sample },
    ...real.map((name) => ({ title: name, exports: `../shared/data/${name}` })),
  ];
  return [
    { title: 'hostile', exports: `${sample}/agents.csv`, notebooks: [notebook] },
    ...shipped.flatMap(({ title, exports }) =>
      ['notebooks', 'notebooks/pt-BR'].map((place) => ({
        title: `${title}, ${place}`.replaceAll('/', '-'),
        exports,
        notebooks: readdirSync(place)
          .filter((name) => name.endsWith('.md'))
          .map((name) => join(place, name)),
      })),
    ),
  ];
}

interface Tried {
  readonly faults: readonly string[];
  readonly values: number;
  readonly workbooks: number;
}

async function tryOne(folder: string, { exports, notebooks }: Trial): Promise<Tried> {
  mkdirSync(folder);
  const answers = new Map<string, { readonly notebook: string; readonly cells: readonly AnsweredCell[] }>();
  for (const notebook of notebooks) {
    const path = join(folder, `${basename(notebook, '.md')}.xlsx`);
    const locale = notebook.includes('pt-BR') ? 'pt-BR' : 'en';
    const { out, err } = await deskbook(
      'run',
      notebook,
      '--data',
      exports,
      '--json',
      '--out',
      path,
      '--locale',
      locale,
    );
    if (!existsSync(path)) throw new Error(`${notebook}: ${err}`);
    answers.set(path, { notebook, cells: readAnswer(out) });
  }
  const opened = openWorkbooks([...answers.keys()], folder);
  const faults: string[] = [];
  let values = 0;
  for (const [path, { notebook, cells }] of answers) {
    const sheets = opened.get(path) ?? [];
    const found = notebook.includes('hostile')
      ? hostileFaults(sheets)
      : workbookFaults(sheets, { notebook: readFileSync(notebook, 'utf8'), cells });
    values += countOf(sheets);
    faults.push(...found.map((fault) => `${basename(path)}: ${fault}`));
  }
  return { faults, values, workbooks: answers.size };
}

function countOf(sheets: readonly OfficeSheet[]): number {
  const cells = sheets.flatMap(({ rows }) => rows.map((row) => row.filter((cell) => cell !== null).length));
  return cells.reduce((sum, count) => sum + count, 0);
}
