import { channel } from './channel.ts';
import {
  agentState,
  author,
  boolean,
  direction,
  eventKind,
  offerResult,
  outcome,
  priority,
  ratingKind,
  stage,
} from './other.ts';
import { endedStatus, status } from './status.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every vocabulary that a mapping may name. */
export const vocabularies: readonly Vocabulary[] = [
  status,
  endedStatus,
  channel,
  priority,
  outcome,
  direction,
  author,
  boolean,
  eventKind,
  ratingKind,
  stage,
  agentState,
  offerResult,
];

export function vocabulary(name: string): Vocabulary | undefined {
  return vocabularies.find((candidate) => candidate.name === name);
}

export { meaning, wordsOf, type Vocabulary } from './vocabulary.ts';
export { isNullWord, nullWords, plainWord } from './word.ts';
export { reopenedWords, unsolvedWords } from './status.ts';
