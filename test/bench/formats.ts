import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { strToU8, zipSync } from 'fflate';
import { openNodeEngine } from '#engine/node';
import { quoteLiteral } from '#sql';

/** One way to write the rows of the benchmark's CSV. */
export interface BenchFormat {
  readonly name: string;
  readonly title: string;
  /** Rows that such a file sensibly holds. */
  readonly most: number;
  write(csv: string, path: string): Promise<void>;
}

/** The most rows of a sheet, the names among them. */
const sheetRows = 1_048_575;

export const formats: readonly BenchFormat[] = [
  { name: 'csv', title: 'CSV', most: Infinity, write: copyFile },
  { name: 'parquet', title: 'Parquet', most: Infinity, write: (csv, path) => byEngine(csv, path, 'parquet') },
  { name: 'ndjson', title: 'NDJSON', most: Infinity, write: toNdjson },
  { name: 'xlsx', title: 'XLSX', most: Math.min(sheetRows, 100_000), write: toXlsx },
];

async function byEngine(csv: string, path: string, format: string): Promise<void> {
  const engine = await openNodeEngine({ threads: 1 });
  await engine.exec(
    `copy (from read_csv(${quoteLiteral(csv)}, all_varchar = true)) to ${quoteLiteral(path)} (format ${format})`,
  );
  await engine.close();
}

/** One object a row; cells without text are left out. */
async function toNdjson(csv: string, path: string): Promise<void> {
  await pipeline(Readable.from(jsonLines(csv)), createWriteStream(path));
}

async function* jsonLines(csv: string): AsyncGenerator<string> {
  let names: readonly string[] | null = null;
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    const cells = cellsOf(line);
    if (names === null) names = cells;
    else batch.push(`${JSON.stringify(objectOf(names, cells))}\n`);
    if (batch.length < 5000) continue;
    yield batch.join('');
    batch = [];
  }
  yield batch.join('');
}

function objectOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : [])),
  );
}

/** The file quotes cells with a comma, and none holds a quote. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

const part = 'http://schemas.openxmlformats.org';

/** A workbook of one sheet, its cells written in place. */
async function toXlsx(csv: string, path: string): Promise<void> {
  const lines = (await readFile(csv, 'utf8')).trimEnd().split('\n');
  const rows = lines.map((line) => `<row>${cellsOf(line).map(cellXml).join('')}</row>`);
  const files = {
    '[Content_Types].xml': `<Types xmlns="${part}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${part}/spreadsheetml/2006/main" xmlns:r="${part}/officeDocument/2006/relationships"><sheets><sheet name="tickets" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${part}/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  await writeFile(path, zipSync(Object.fromEntries(packed), { level: 1 }));
}

function relation(kind: string, target: string): string {
  return `<Relationships xmlns="${part}/package/2006/relationships"><Relationship Id="rId1" Type="${part}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
}

function cellXml(cell: string): string {
  if (/^\d{1,15}$/.test(cell)) return `<c><v>${cell}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}
