import { parseDocument } from 'yaml';
import { text } from '#errors';
import type { Engine } from '#engine';
import { readSetting, setSettingSql } from '../canonical/prepare.ts';
import { parseMapping } from '../mapping-file.ts';
import { setKeptMappings, signatureFor } from '../mapping-store.ts';
import type { Mapping } from '../mapping.ts';
import type { ConventionFile } from './convention.ts';
import { problemAt, type FileProblem } from './list-file.ts';
import { yamlReason } from './yaml-reason.ts';

/** How files with certain headers are read. */
export interface MappingFile {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
}

/** What a file of `mappings/` says. */
export type MappingReading =
  | { readonly file: MappingFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly FileProblem[] };

export function parseMappingFile(source: string): MappingReading {
  const value = jsonOf(source);
  const mapping = parseMapping(source);
  const headers = headersIn(value);
  if (mapping && headers) return { file: { headers, mapping }, problems: [] };
  const [error] = value === undefined ? parseDocument(source, { prettyErrors: false }).errors : [];
  const why = error ? yamlReason(error.code) : mapping ? 'conventions.noHeaders' : 'conventions.noMapping';
  return { file: null, problems: [problemAt(source, text(why), [error?.pos[0] ?? 0, source.length])] };
}

/** How files are read, as the text of a file. */
export function serializeMappingFile({ headers, mapping }: MappingFile): string {
  const { deskbook, ...rest } = mapping;
  return `${JSON.stringify({ deskbook, headers, ...rest }, null, 2)}\n`;
}

type Headed = Pick<MappingFile, 'headers'>;

/** Whether two are for files with the same headers, whatever their order. */
export function isForSame(one: Headed, other: Headed): boolean {
  return signatureFor(one.headers) === signatureFor(other.headers);
}

/** The files that the table of mappings is a copy of; null where it was filled before there were files. */
export async function copiedMappings(engine: Engine): Promise<readonly ConventionFile[] | null> {
  const kept = await readSetting(engine, setting);
  const value: unknown = kept === null ? null : JSON.parse(kept);
  return Array.isArray(value) ? value.flatMap(toFile) : null;
}

/** Makes the table a copy of files, of which the first for the same headers counts. One that is broken says what it said before. */
export async function copyMappings(engine: Engine, files: readonly ConventionFile[]): Promise<void> {
  const before = (await copiedMappings(engine)) ?? [];
  const good = files.flatMap((file) => {
    const said = [file, ...before.filter(({ path }) => path === file.path)];
    return said.find((each) => parseMappingFile(each.text).file !== null) ?? [];
  });
  await setKeptMappings(
    engine,
    good.flatMap((file) => parseMappingFile(file.text).file ?? []),
  );
  await engine.exec(setSettingSql(engine.database, setting, JSON.stringify(good)));
}

const setting = 'file mappings';

function headersIn(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || !('headers' in value)) return null;
  const { headers } = value;
  if (!Array.isArray(headers) || headers.length === 0) return null;
  const texts = headers.flatMap((each: unknown) => (typeof each === 'string' ? [each] : []));
  return texts.length === headers.length ? texts : null;
}

/** Undefined for what is no JSON. */
function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function toFile(value: unknown): ConventionFile[] {
  if (typeof value !== 'object' || value === null || !('path' in value && 'text' in value)) return [];
  return [{ path: String(value.path), text: String(value.text) }];
}
