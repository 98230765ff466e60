import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';

/** One file of an archive, written piece by piece. */
export interface Part {
  write(chunk: string | Uint8Array): void;
  end(): void;
}

/** A ZIP archive that is handed on as it comes to be; one part is open at a time. */
export interface Archive {
  /** Packed, unless it is `packed` already. */
  open(path: string, options?: { readonly packed?: boolean }): Part;
  /** Hands on what is ready. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

/** The same parts give the same bytes: none has a date of its own. */
const noDate = new Date(1980, 0, 1);

export function createArchive(write: (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>): Archive {
  const encoder = new TextEncoder();
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(new Uint8Array(chunk));
  });
  const flush = async (): Promise<void> => {
    for (const chunk of ready.splice(0)) await write(chunk);
  };
  return {
    open(path, { packed = false } = {}) {
      const part = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      part.mtime = noDate;
      zip.add(part);
      return {
        write: (chunk) => part.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk),
        end: () => part.push(new Uint8Array(), true),
      };
    },
    flush,
    end() {
      zip.end();
      return flush();
    },
  };
}

/** A ZIP archive of small files, by their paths. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync({ ...files }, { mtime: noDate }));
}
