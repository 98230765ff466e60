import type { Command } from './command.ts';
import { cellCommands } from './cell.ts';
import { dataCommands } from './data.ts';
import { editorCommands } from './editor.ts';
import { fileCommands } from './file.ts';
import { historyCommands } from './history.ts';
import { kpiCommands } from './kpi.ts';
import { preferenceCommands } from './preferences.ts';
import { viewCommands } from './view.ts';

/** The commands that are always there, in the order in which the palette lists them unasked. */
export const builtIn: readonly Command[] = [
  ...fileCommands,
  ...historyCommands,
  ...dataCommands,
  ...kpiCommands,
  ...cellCommands,
  ...viewCommands,
  ...editorCommands,
  ...preferenceCommands,
];
