import type { ChartChoice, ChartColumn } from './choice.ts';
import { toSpec } from './choice-spec.ts';
import { isJsonObject, sameJson, type Json, type JsonObject } from './json.ts';
import { toChoice } from './spec-choice.ts';

/** A spec drawn as another choice: what the choice does not speak of stays as it is written. */
export function editSpec(spec: JsonObject, next: ChartChoice, columns: readonly ChartColumn[]): JsonObject {
  const choice = toChoice(spec);
  const before = choice ? toSpec(choice, columns) : {};
  return changed(spec, { before, after: toSpec(next, columns), merge: mergedPart });
}

interface Change {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** What becomes of a part that is another than before. */
  readonly merge: (key: string, own: Json | undefined, before: Json | undefined, after: Json) => Json;
}

/** Takes over what is another after than before; the rest of what is written stays. */
function changed(own: JsonObject, { before, after, merge }: Change): JsonObject {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const [written, wanted] = [own[key], after[key]];
      if (sameJson(before[key], wanted)) return written === undefined ? [] : [[key, written]];
      return wanted === undefined ? [] : [[key, merge(key, written, before[key], wanted)]];
    }),
  );
}

function mergedPart(key: string, own: Json | undefined, before: Json | undefined, after: Json): Json {
  if (key === 'mark') return mergedMark(own, before, after);
  if (key === 'transform' && Array.isArray(own) && Array.isArray(after) && before === undefined)
    return [...own, ...after];
  if (key !== 'encoding' || !isJsonObject(own) || !isJsonObject(after)) return after;
  return changed(own, { before: isJsonObject(before) ? before : {}, after, merge: mergedChannel });
}

/** How a mark looks stays, whatever its type becomes. */
function mergedMark(own: Json | undefined, before: Json | undefined, after: Json): Json {
  const merged = changed(asMark(own), { before: asMark(before), after: asMark(after), merge: taken });
  const { type, ...looks } = merged;
  return Object.keys(looks).length === 0 && type !== undefined ? type : merged;
}

/** A title is of the column that it was written for; what goes with one type of scale does not go with another. */
function mergedChannel(_: string, own: Json | undefined, before: Json | undefined, after: Json): Json {
  if (!isJsonObject(own) || !isJsonObject(after) || !isJsonObject(before)) return after;
  const { title: _title, ...untitled } = own;
  const isSame = sameJson(before['field'], after['field']);
  if (!isSame && !sameJson(before['type'], after['type'])) return after;
  return changed(isSame ? own : untitled, { before, after, merge: taken });
}

function taken(_key: string, _own: Json | undefined, _before: Json | undefined, after: Json): Json {
  return after;
}

function asMark(mark: Json | undefined): JsonObject {
  if (isJsonObject(mark)) return mark;
  return mark === undefined ? {} : { type: mark };
}
