import { text, type Text } from '#errors';

export type ChartSpec = Readonly<Record<string, unknown>>;

/** A chart's JSON, or why it is none. */
export function parseSpec(source: string): { spec: ChartSpec | null; problem: Text | null } {
  try {
    const spec: unknown = JSON.parse(source);
    return isSpec(spec) ? { spec, problem: null } : { spec: null, problem: text('runtime.chart.object') };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { spec: null, problem: text('runtime.chart.json', { message }) };
  }
}

function isSpec(value: unknown): value is ChartSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
