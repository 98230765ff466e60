import type { HostileCase } from '../case.ts';
import { archives } from './archives.ts';
import { columnar } from './columnar.ts';
import { jsons } from './jsons.ts';
import { bombs, larges } from './large.ts';
import { cutOff, misnamed, named } from './misnamed.ts';
import { cells, encodings, headers, nothing, shapes } from './texts.ts';
import { workbooks } from './workbooks.ts';

/** Every broken or hostile file. */
export const corpus: readonly HostileCase[] = [
  ...[...encodings, ...nothing, ...shapes, ...headers, ...cells],
  ...[...jsons, ...workbooks, ...archives, ...columnar],
  ...[...misnamed, ...named, ...cutOff, ...larges, ...bombs],
];
