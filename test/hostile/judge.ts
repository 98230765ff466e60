import type { Attempt, Tried } from './attempt.ts';
import { anySentence, base, type HostileCase, type Outcome, type Ticket } from './case.ts';

/** What is wrong with how a file ended; empty if nothing is. */
export function faultsOf({ file, outcome }: Pick<HostileCase, 'file' | 'outcome'>, tried: Tried): string[] {
  return [
    ...faultsOfAttempt(file, tried.attempt),
    ...faultsAgainst(outcome, tried.attempt),
    ...faultsAfter(tried),
  ];
}

/** What must hold of every file, whatever is in it. */
export function faultsOfAny(file: string, tried: Tried): string[] {
  return [...faultsOfAttempt(file, tried.attempt), ...faultsAfter(tried)];
}

function faultsOfAttempt(file: string, attempt: Attempt): string[] {
  switch (attempt.kind) {
    case 'threw':
      return [`threw instead of saying a sentence: ${attempt.stack}`];
    case 'loaded':
      return attempt.read === attempt.loaded + attempt.rejected
        ? []
        : [`${attempt.read} rows read, ${attempt.loaded} loaded and ${attempt.rejected} rejected`];
    case 'failed':
      return attempt.sentences.flatMap((sentence) => [
        ...(attempt.code === 'import.reader.refused' ? [`is caught by the net alone: ${sentence}`] : []),
        ...(namesFile(sentence, file) ? [] : [`does not name the file: ${attempt.code}: ${sentence}`]),
        ...(/\{\w+\}/.test(sentence.replaceAll(file, '')) || sentence.includes(attempt.code)
          ? [`is no sentence: ${sentence}`]
          : []),
      ]);
  }
}

/** Of a packed file the file in it may be named. */
function namesFile(sentence: string, file: string): boolean {
  return sentence.includes(file) || sentence.includes(file.replace(/\.gz$/, ''));
}

function faultsAfter({ aftermath: { answer, leftovers, filled } }: Tried): string[] {
  return [
    ...(answer === 42 ? [] : [`the engine answers ${answer}`]),
    ...(leftovers.length === 0 ? [] : [`tables are left: ${leftovers.join(', ')}`]),
    ...(filled.length === 0 ? [] : [`rows are left in ${filled.join(', ')}`]),
  ];
}

function faultsAgainst(outcome: Outcome, attempt: Attempt): string[] {
  if (attempt.kind === 'threw') return [];
  if (outcome.kind === 'either') {
    return attempt.kind === 'failed' ? [] : strangers(outcome.tickets ?? base, attempt.tickets);
  }
  if (outcome.kind === 'fails') {
    const codes = [outcome.code].flat();
    if (attempt.kind === 'failed') {
      return codes.includes(attempt.code) || codes.includes(anySentence)
        ? []
        : [`fails with ${attempt.code}: ${attempt.sentences[0]}`];
    }
    return [`loads, and was to fail: ${JSON.stringify(attempt).slice(0, 500)}`];
  }
  if (attempt.kind === 'failed') return [`fails with ${attempt.code}: ${attempt.sentences[0]}`];
  const found = { read: attempt.read, rejected: attempt.rejected, tickets: attempt.tickets };
  const expected = {
    read: outcome.read,
    rejected: outcome.rejected ?? 0,
    tickets: outcome.tickets ?? attempt.tickets,
  };
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`gives ${JSON.stringify(found)} and not ${JSON.stringify(expected)}; ${attempt.notes.join(' ')}`];
}

/** Tickets that the file never held, the last one apart: a cut may have gone through it. */
function strangers(known: readonly Ticket[], found: readonly Ticket[]): string[] {
  const texts = known.map((ticket) => JSON.stringify(ticket));
  return found
    .slice(0, -1)
    .filter((ticket) => !texts.includes(JSON.stringify(ticket)))
    .map((ticket) => `loads a ticket that the file does not hold: ${JSON.stringify(ticket)}`);
}
