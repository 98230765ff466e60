/** Files that were dropped or picked, waiting in an import tab; they live as long as the page. */
export class Imports {
  #files = new Map<string, readonly File[]>();
  #next = 1;

  add(files: readonly File[]): string {
    const id = String(this.#next++);
    this.#files.set(id, files);
    return id;
  }

  files(id: string): readonly File[] {
    return this.#files.get(id) ?? [];
  }

  release(id: string): void {
    this.#files.delete(id);
  }
}
