export interface PickOptions {
  readonly accept: readonly string[];
  readonly multiple: boolean;
  /** A folder, of which all files are meant. */
  readonly folder?: boolean;
}

/** The reader's own disk, through the browser's dialogs. */
export interface Disk {
  /** Lets the reader choose files; empty when nothing was chosen. */
  pick(options: PickOptions): Promise<readonly File[]>;
  /** Asks where to put the text, or downloads it; false when the reader thought better of it. */
  save(name: string, text: string): Promise<boolean>;
}

interface SavePicker {
  (options: {
    suggestedName: string;
    types: readonly { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

export function browserDisk(): Disk {
  return { pick: pickFiles, save: saveFile };
}

function pickFiles(options: PickOptions): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = options.accept.join(',');
  input.multiple = options.multiple;
  input.webkitdirectory = options.folder === true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}

async function saveFile(name: string, text: string): Promise<boolean> {
  const picker: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  if (!isSavePicker(picker)) return download(name, text);
  try {
    const types = [{ description: 'Markdown', accept: { 'text/markdown': ['.md'] } }];
    const handle = await picker.call(globalThis, { suggestedName: name, types });
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}

function isSavePicker(value: unknown): value is SavePicker {
  return typeof value === 'function';
}

function download(name: string, text: string): boolean {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
