declare module 'virtual:chart-schema' {
  export const chartSchema: import('./lib/ui/editor/chart-schema.ts').ChartSchema;
}
