import { Zip, ZipDeflate } from 'fflate';

/** One file of an archive, written piece by piece. */
export interface Part {
  write(text: string): void;
  end(): void;
}

/** A ZIP archive that is handed on as it comes to be; one part is open at a time. */
export interface Archive {
  open(path: string): Part;
  /** Hands on what is ready. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

/** The same rows give the same bytes: no part has a date of its own. */
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
    open(path) {
      const part = new ZipDeflate(path, { level: 6 });
      part.mtime = noDate;
      zip.add(part);
      return {
        write: (text) => part.push(encoder.encode(text)),
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
