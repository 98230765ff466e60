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
  /** Asks where to put the file, or downloads it; false when the reader thought better of it. */
  save(name: string, content: string | Blob): Promise<boolean>;
}

interface SavePickerType {
  readonly description: string;
  readonly accept: Record<string, string[]>;
}

interface SavePicker {
  (options: { suggestedName: string; types: readonly SavePickerType[] }): Promise<FileSystemFileHandle>;
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

function textType(name: string): SavePickerType {
  if (name.endsWith('.json')) return { description: 'JSON', accept: { 'application/json': ['.json'] } };
  return name.endsWith('.yaml')
    ? { description: 'YAML', accept: { 'application/yaml': ['.yaml'] } }
    : { description: 'Markdown', accept: { 'text/markdown': ['.md'] } };
}

async function saveFile(name: string, content: string | Blob): Promise<boolean> {
  const picker: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  if (!isSavePicker(picker)) return download(name, content);
  try {
    const types: SavePickerType[] = [
      typeof content === 'string'
        ? textType(name)
        : { description: 'ZIP', accept: { 'application/zip': ['.zip'] } },
    ];
    const handle = await picker.call(globalThis, { suggestedName: name, types });
    const writable = await handle.createWritable();
    await writable.write(content);
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

function download(name: string, content: string | Blob): boolean {
  const file = typeof content === 'string' ? new Blob([content], { type: 'text/markdown' }) : content;
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
