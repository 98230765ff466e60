import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { concat, fromBase64, gzip, utf8, zip, type Bytes } from './bytes.ts';
import { base, header } from './case.ts';
import { workbook } from './workbook.ts';

/** One good file of each format, all with the rows of `base`. */
export const seeds: Readonly<Record<string, () => Bytes>> = {
  csv: () => csv(','),
  tsv: () => csv('\t'),
  json: () => utf8(JSON.stringify(objects(), null, 2)),
  ndjson: () =>
    utf8(
      objects()
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    ),
  xlsx: () => workbook(),
  parquet: () => fromBase64(parquet),
  arrow: () => arrow('file'),
  gz: () => gzip(csv(',')),
  zip: () => zip({ name: 'tickets.csv', bytes: csv(',') }),
};

/** Further files that the mutator starts from. */
export const moreSeeds: Readonly<Record<string, () => Bytes>> = {
  'packed.parquet': () => fromBase64(packedParquet),
  'stream.arrow': () => arrow('stream'),
  'list.json': () => utf8(JSON.stringify({ tickets: objects(), next_page: null, count: 3 })),
  'semicolons.csv': () => csv(';'),
};

export function csv(delimiter: string): Bytes {
  const lines = [header, ...base].map((cells) =>
    cells.map((cell) => quoted(cell ?? '', delimiter)).join(delimiter),
  );
  return utf8(`${lines.join('\n')}\n`);
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) ? `"${cell}"` : cell;
}

export function objects(): Readonly<Record<string, string | null>>[] {
  return base.map(([id, subject, status, createdAt]) => ({ id, subject, status, created_at: createdAt }));
}

function arrow(kind: 'file' | 'stream'): Bytes {
  const column = (index: number) => base.map((ticket) => ticket[index] ?? '');
  const table = tableFromArrays({
    id: column(0),
    subject: column(1),
    status: column(2),
    created_at: column(3),
  });
  return concat(tableToIPC(table, kind));
}

/** Written by DuckDB: three rows, `created_at` a timestamp; plain, and packed with zstd. */
const parquet =
  'UEFSMRUAFSoVKiwVBhUAFQYVBgAAAgAAAAYBAQAAADEBAAAAMgEAAAAzFQAVYBVgLBUGFQAVBhUGAAACAAAABgEFAAAARmlyc3QGAAAAU2Vjb25kEwAAAFRoaXJkLCB3aXRoIGEgY29tbWEVABVEFUQsFQYVABUGFQYAAAIAAAAGAQQAAABPcGVuBgAAAFNvbHZlZAYAAABDbG9zZWQVABU8FTwsFQYVABUGFQYAAAIAAAAGAQDIh4jzSwYAAJ486AhMBgAAi0wSHkwGABUCGVw1ABgNZHVja2RiX3NjaGVtYRUIABUMJQIYAmlkJQAAFQwlAhgHc3ViamVjdCUAABUMJQIYBnN0YXR1cyUAABUEJQIYCmNyZWF0ZWRfYXQlFEyMEhwsAAAAAAAWBhkcGUwmABwVDBkVABkYAmlkFQAWBhZMFkwmCDwYATMYATEWACgBMxgBMRERAAAAJgAcFQwZFQAZGAdzdWJqZWN0FQAWBhaCARaCASZUPBgTVGhpcmQsIHdpdGggYSBjb21tYRgFRmlyc3QWACgTVGhpcmQsIHdpdGggYSBjb21tYRgFRmlyc3QREQAAACYAHBUMGRUAGRgGc3RhdHVzFQAWBhZmFmYm1gE8GAZTb2x2ZWQYBkNsb3NlZBYAKAZTb2x2ZWQYBkNsb3NlZBERAAAAJgAcFQQZFQAZGApjcmVhdGVkX2F0FQAWBhZeFl4mvAI8GAgAi0wSHkwGABgIAMiHiPNLBgAWACgIAItMEh5MBgAYCADIh4jzSwYAEREAAAAWkgMWBiYIFpIDACgoRHVja0RCIHZlcnNpb24gdjEuNC4zIChidWlsZCBkMWRjODhmOTUwKQC3AQAAUEFSMQ==';
const packedParquet =
  'UEFSMRUAFSoVPCwVBhUAFQYVBgAAKLUv/SAVqQAAAgAAAAYBAQAAADEBAAAAMgEAAAAzFQAVYBVyLBUGFQAVBhUGAAAotS/9IDCBAQACAAAABgEFAAAARmlyc3QGAAAAU2Vjb25kEwAAAFRoaXJkLCB3aXRoIGEgY29tbWEVABVEFVYsFQYVABUGFQYAACi1L/0gIhEBAAIAAAAGAQQAAABPcGVuBgAAAFNvbHZlZAYAAABDbG9zZWQVABU8FU4sFQYVABUGFQYAACi1L/0gHvEAAAIAAAAGAQDIh4jzSwYAAJ486AhMBgAAi0wSHkwGABUCGVw1ABgNZHVja2RiX3NjaGVtYRUIABUMJQIYAmlkJQAAFQwlAhgHc3ViamVjdCUAABUMJQIYBnN0YXR1cyUAABUEJQIYCmNyZWF0ZWRfYXQlFEyMEhwsAAAAAAAWBhkcGUwmABwVDBkVABkYAmlkFQwWBhZMFl4mCDwYATMYATEWACgBMxgBMRERAAAAJgAcFQwZFQAZGAdzdWJqZWN0FQwWBhaCARaUASZmPBgTVGhpcmQsIHdpdGggYSBjb21tYRgFRmlyc3QWACgTVGhpcmQsIHdpdGggYSBjb21tYRgFRmlyc3QREQAAACYAHBUMGRUAGRgGc3RhdHVzFQwWBhZmFngm+gE8GAZTb2x2ZWQYBkNsb3NlZBYAKAZTb2x2ZWQYBkNsb3NlZBERAAAAJgAcFQQZFQAZGApjcmVhdGVkX2F0FQwWBhZeFnAm8gI8GAgAi0wSHkwGABgIAMiHiPNLBgAWACgIAItMEh5MBgAYCADIh4jzSwYAEREAAAAWkgMWBiYIFtoDACgoRHVja0RCIHZlcnNpb24gdjEuNC4zIChidWlsZCBkMWRjODhmOTUwKQC3AQAAUEFSMQ==';
