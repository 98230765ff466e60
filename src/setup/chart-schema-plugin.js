import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a chart takes from its page or must not have: never offered. */
const leftOut = new Set(['$schema', 'config', 'usermeta', 'datasets']);
const forbidden = new Set(['UrlData', 'SequenceGenerator', 'SphereGenerator', 'GraticuleGenerator']);

/** Vega-Lite's own schema without what completion does not need: a tenth of it. */
export function chartSchema() {
  const path = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
  const { $ref, definitions } = JSON.parse(readFileSync(path, 'utf8'));
  const root = nameOf($ref);
  const kept = {};
  const waiting = [root];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in kept || forbidden.has(name)) continue;
    kept[name] = name === 'FieldName' ? { type: 'field' } : condensed(definitions[name], waiting);
  }
  return { root, definitions: kept };
}

function condensed(node, found) {
  if (node.$ref !== undefined) {
    const ref = nameOf(node.$ref);
    found.push(ref);
    return { ref };
  }
  if (node.anyOf !== undefined) return { any: node.anyOf.map((each) => condensed(each, found)) };
  if (node.const !== undefined) return { values: [node.const] };
  if (node.enum !== undefined) return { values: node.enum };
  if (node.properties !== undefined) {
    const keys = Object.entries(node.properties).filter(([key]) => !leftOut.has(key));
    return { keys: Object.fromEntries(keys.map(([key, each]) => [key, condensed(each, found)])) };
  }
  if (node.items !== undefined && !Array.isArray(node.items)) return { items: condensed(node.items, found) };
  return { type: [node.type].flat().join(' ') };
}

function nameOf(ref) {
  return decodeURIComponent(ref.slice('#/definitions/'.length));
}

const id = 'virtual:chart-schema';

/** Gives the editor of charts the schema as a module of its own.
 * @returns {import('vite').Plugin} */
export function chartSchemaPlugin() {
  return {
    name: 'deskbook-chart-schema',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}` ? `export const chartSchema = ${JSON.stringify(chartSchema())}` : undefined,
  };
}
