export interface MenuEntry {
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}
