import type { JsonObject } from '#output';
import { tableFrom, type Table } from '#table';

/** Six days from Monday 2 March 2026, by email and by chat; the first three are team A's, the others team B's. */
export const sixDays: Table = tableFrom([
  { name: 'day', type: 'DATE', values: [0, 1, 2, 3, 4, 5].flatMap((day) => [20_514 + day, 20_514 + day]) },
  {
    name: 'channel',
    type: 'VARCHAR',
    values: Array.from({ length: 12 }, (_, row) => (row % 2 ? 'chat' : 'email')),
  },
  { name: 'team', type: 'VARCHAR', values: Array.from({ length: 12 }, (_, row) => (row < 6 ? 'A' : 'B')) },
  { name: 'n', type: 'BIGINT', values: [10n, 5n, 20n, 10n, 30n, 15n, 40n, 20n, 50n, 25n, 60n, 30n] },
  { name: 'share', type: 'DOUBLE', values: [0.5, 0.4, 0.6, 0.5, 0.7, 0.6, 0.8, 0.4, 0.9, 0.5, 1, 0.6] },
  { name: 'low', type: 'DOUBLE', values: [0.4, 0.3, 0.5, 0.4, 0.6, 0.5, 0.7, 0.3, 0.8, 0.4, 0.9, 0.5] },
]);

export interface ListedSpec {
  /** The page of the Vega-Lite documentation that it tries, and how. */
  readonly name: string;
  readonly spec: JsonObject;
  /** How many marks of each kind it draws over `sixDays`; a line has one for each of its points. */
  readonly draws: Readonly<Record<string, number>>;
}

const day = { field: 'day', type: 'temporal' };
const eachDay = { field: 'day', type: 'ordinal' };
const channel = { field: 'channel', type: 'nominal' };
const team = { field: 'team', type: 'nominal' };
const n = { field: 'n', type: 'quantitative' };
const share = { field: 'share', type: 'quantitative' };
const total = { aggregate: 'sum', field: 'n', type: 'quantitative' };
const mean = { aggregate: 'mean', field: 'share', type: 'quantitative' };
const count = { aggregate: 'count', type: 'quantitative' };

const marks: readonly ListedSpec[] = [
  {
    name: 'bar: a sum of each',
    spec: { mark: 'bar', encoding: { x: channel, y: total } },
    draws: { rect: 2 },
  },
  {
    name: 'bar: stacked',
    spec: { mark: 'bar', encoding: { x: eachDay, y: n, color: channel } },
    draws: { rect: 12 },
  },
  {
    name: 'bar: side by side',
    spec: { mark: 'bar', encoding: { x: eachDay, xOffset: channel, y: n, color: channel } },
    draws: { rect: 12 },
  },
  {
    name: 'bar: shares of a whole',
    spec: { mark: 'bar', encoding: { x: eachDay, y: { ...n, stack: 'normalize' }, color: channel } },
    draws: { rect: 12 },
  },
  {
    name: 'bar: with two ends',
    spec: {
      mark: 'bar',
      encoding: { y: channel, x: { field: 'low', type: 'quantitative' }, x2: { field: 'share' } },
    },
    draws: { rect: 12 },
  },
  {
    name: 'bar: the longest first',
    spec: { mark: 'bar', encoding: { y: { ...channel, sort: '-x' }, x: total } },
    draws: { rect: 2 },
  },
  {
    name: 'line: one a channel',
    spec: { mark: 'line', encoding: { x: day, y: n, color: channel } },
    draws: { line: 12 },
  },
  {
    name: 'line: with points',
    spec: { mark: { type: 'line', point: true }, encoding: { x: day, y: n, color: channel } },
    draws: { line: 12, symbol: 12 },
  },
  {
    name: 'line: in steps',
    spec: { mark: { type: 'line', interpolate: 'step-after' }, encoding: { x: day, y: mean } },
    draws: { line: 6 },
  },
  {
    name: 'area: stacked',
    spec: { mark: 'area', encoding: { x: day, y: n, color: channel } },
    draws: { area: 12 },
  },
  {
    name: 'area: a stream',
    spec: { mark: 'area', encoding: { x: day, y: { ...n, stack: 'center', axis: null }, color: channel } },
    draws: { area: 12 },
  },
  {
    name: 'point: a scatter',
    spec: { mark: 'point', encoding: { x: n, y: share, shape: channel } },
    draws: { symbol: 12 },
  },
  {
    name: 'circle: a bubble',
    spec: { mark: 'circle', encoding: { x: n, y: share, size: n, opacity: { value: 0.6 } } },
    draws: { symbol: 12 },
  },
  {
    name: 'square: by colour',
    spec: { mark: 'square', encoding: { x: day, y: share, color: team } },
    draws: { symbol: 12 },
  },
  { name: 'tick: a strip', spec: { mark: 'tick', encoding: { x: n, y: channel } }, draws: { rect: 12 } },
  { name: 'rule: the mean', spec: { mark: 'rule', encoding: { y: mean } }, draws: { rule: 1 } },
  {
    name: 'text: the numbers',
    spec: { mark: 'text', encoding: { x: eachDay, y: channel, text: n } },
    draws: { text: 12 },
  },
  {
    name: 'rect: a heat map',
    spec: { mark: 'rect', encoding: { x: eachDay, y: channel, color: n } },
    draws: { rect: 12 },
  },
  {
    name: 'arc: a pie',
    spec: { mark: 'arc', encoding: { theta: total, color: channel } },
    draws: { arc: 2 },
  },
  {
    name: 'arc: a ring with radii',
    spec: {
      mark: { type: 'arc', innerRadius: 20 },
      encoding: { theta: total, radius: { ...total, scale: { type: 'sqrt', zero: true } }, color: team },
    },
    draws: { arc: 2 },
  },
  {
    name: 'trail: thick and thin',
    spec: { mark: 'trail', encoding: { x: day, y: n, size: n, color: channel } },
    draws: { trail: 12 },
  },
  {
    name: 'boxplot: two boxes',
    spec: { mark: { type: 'boxplot', extent: 'min-max' }, encoding: { x: channel, y: n } },
    draws: { rule: 4, rect: 4 },
  },
  {
    name: 'errorbar: a deviation',
    spec: { mark: { type: 'errorbar', extent: 'stdev' }, encoding: { y: channel, x: share } },
    draws: { rule: 2 },
  },
  {
    name: 'errorband: the quartiles',
    spec: { mark: { type: 'errorband', extent: 'iqr' }, encoding: { x: day, y: share } },
    draws: { area: 6 },
  },
  {
    name: 'geoshape: a square on the map',
    spec: {
      data: {
        values: [
          {
            type: 'Feature',
            properties: { name: 'square' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [0, 10],
                  [10, 10],
                  [10, 0],
                  [0, 0],
                ],
              ],
            },
          },
        ],
      },
      projection: { type: 'mercator' },
      mark: 'geoshape',
      encoding: { color: { field: 'properties.name', type: 'nominal' } },
    },
    draws: { shape: 1 },
  },
];

const transforms: readonly ListedSpec[] = [
  {
    name: 'aggregate',
    spec: {
      transform: [{ aggregate: [{ op: 'sum', field: 'n', as: 'total' }], groupby: ['team', 'channel'] }],
      mark: 'bar',
      encoding: { x: { field: 'total', type: 'quantitative' }, y: team, color: channel },
    },
    draws: { rect: 4 },
  },
  {
    name: 'bin: in the encoding',
    spec: { mark: 'bar', encoding: { x: { ...n, bin: { step: 20 } }, y: count } },
    draws: { rect: 3 },
  },
  {
    name: 'bin: as a transform',
    spec: {
      transform: [{ bin: { step: 0.5 }, field: 'share', as: ['from', 'to'] }],
      mark: 'bar',
      encoding: {
        x: { field: 'from', type: 'quantitative', bin: { binned: true, step: 0.5 } },
        x2: { field: 'to' },
        y: count,
      },
    },
    draws: { rect: 2 },
  },
  {
    name: 'calculate',
    spec: {
      transform: [{ calculate: 'datum.n * (1 - datum.share)', as: 'missed' }],
      mark: 'point',
      encoding: { x: n, y: { field: 'missed', type: 'quantitative' } },
    },
    draws: { symbol: 12 },
  },
  {
    name: 'density',
    spec: {
      transform: [{ density: 'share', groupby: ['channel'], extent: [0, 1], steps: 20 }],
      mark: 'area',
      encoding: {
        x: { field: 'value', type: 'quantitative' },
        y: { field: 'density', type: 'quantitative' },
        color: channel,
      },
    },
    draws: { area: 42 },
  },
  {
    name: 'filter: an expression',
    spec: {
      transform: [{ filter: 'datum.n >= 30 && datum.channel === "email"' }],
      mark: 'bar',
      encoding: { x: eachDay, y: n },
    },
    draws: { rect: 4 },
  },
  {
    name: 'filter: predicates',
    spec: {
      transform: [
        {
          filter: {
            and: [
              { field: 'channel', oneOf: ['chat'] },
              { field: 'n', range: [10, 20] },
            ],
          },
        },
      ],
      mark: 'bar',
      encoding: { x: eachDay, y: n },
    },
    draws: { rect: 3 },
  },
  {
    name: 'flatten',
    spec: {
      transform: [{ calculate: '[datum.low, datum.share]', as: 'ends' }, { flatten: ['ends'] }],
      mark: 'point',
      encoding: { x: day, y: { field: 'ends', type: 'quantitative' } },
    },
    draws: { symbol: 24 },
  },
  {
    name: 'fold',
    spec: {
      transform: [{ fold: ['low', 'share'] }],
      mark: 'line',
      encoding: {
        x: day,
        y: { field: 'value', aggregate: 'mean', type: 'quantitative' },
        color: { field: 'key', type: 'nominal' },
      },
    },
    draws: { line: 12 },
  },
  {
    name: 'impute',
    spec: {
      transform: [{ filter: 'datum.n != 15' }, { impute: 'n', key: 'day', groupby: ['channel'], value: 0 }],
      mark: 'bar',
      encoding: { x: eachDay, y: n, color: channel },
    },
    draws: { rect: 12 },
  },
  {
    name: 'joinaggregate',
    spec: {
      transform: [
        { joinaggregate: [{ op: 'sum', field: 'n', as: 'all' }], groupby: ['day'] },
        { calculate: 'datum.n / datum.all', as: 'part' },
      ],
      mark: 'bar',
      encoding: { x: eachDay, y: { field: 'part', type: 'quantitative' }, color: channel },
    },
    draws: { rect: 12 },
  },
  {
    name: 'loess',
    spec: {
      transform: [{ loess: 'share', on: 'n', groupby: ['channel'], bandwidth: 1 }],
      mark: 'line',
      encoding: { x: n, y: share, color: channel },
    },
    draws: { line: 12 },
  },
  {
    name: 'lookup',
    spec: {
      transform: [
        {
          lookup: 'channel',
          from: {
            data: {
              values: [
                { key: 'email', name: 'By letter' },
                { key: 'chat', name: 'At once' },
              ],
            },
            key: 'key',
            fields: ['name'],
          },
        },
      ],
      mark: 'bar',
      encoding: { y: { field: 'name', type: 'nominal' }, x: total },
    },
    draws: { rect: 2 },
  },
  {
    name: 'pivot',
    spec: {
      transform: [{ pivot: 'channel', value: 'n', groupby: ['day'] }],
      mark: 'point',
      encoding: { x: { field: 'email', type: 'quantitative' }, y: { field: 'chat', type: 'quantitative' } },
    },
    draws: { symbol: 6 },
  },
  {
    name: 'quantile',
    spec: {
      transform: [{ quantile: 'share', probs: [0.25, 0.5, 0.75] }],
      mark: 'point',
      encoding: { x: { field: 'prob', type: 'quantitative' }, y: { field: 'value', type: 'quantitative' } },
    },
    draws: { symbol: 3 },
  },
  {
    name: 'regression',
    spec: {
      transform: [{ regression: 'share', on: 'n', groupby: ['channel'] }],
      mark: 'line',
      encoding: { x: n, y: share, color: channel },
    },
    draws: { line: 4 },
  },
  {
    name: 'sample',
    spec: { transform: [{ sample: 5 }], mark: 'point', encoding: { x: n, y: share } },
    draws: { symbol: 5 },
  },
  {
    name: 'stack',
    spec: {
      transform: [{ stack: 'n', groupby: ['day'], as: ['from', 'to'], sort: [{ field: 'channel' }] }],
      mark: 'bar',
      encoding: {
        x: eachDay,
        y: { field: 'from', type: 'quantitative' },
        y2: { field: 'to' },
        color: channel,
      },
    },
    draws: { rect: 12 },
  },
  {
    name: 'time unit: in the encoding',
    spec: { mark: 'bar', encoding: { x: { ...day, timeUnit: 'yearmonth' }, y: total } },
    draws: { rect: 1 },
  },
  {
    name: 'time unit: as a transform',
    spec: {
      transform: [{ timeUnit: 'day', field: 'day', as: 'weekday' }],
      mark: 'bar',
      encoding: { x: { field: 'weekday', type: 'ordinal' }, y: total },
    },
    draws: { rect: 6 },
  },
  {
    name: 'window: a running total',
    spec: {
      transform: [
        {
          sort: [{ field: 'day' }],
          window: [{ op: 'sum', field: 'n', as: 'so_far' }],
          groupby: ['channel'],
          frame: [null, 0],
        },
      ],
      mark: 'line',
      encoding: { x: day, y: { field: 'so_far', type: 'quantitative' }, color: channel },
    },
    draws: { line: 12 },
  },
  {
    name: 'window: the first three',
    spec: {
      transform: [
        { sort: [{ field: 'n', order: 'descending' }], window: [{ op: 'row_number', as: 'place' }] },
        { filter: 'datum.place <= 3' },
      ],
      mark: 'bar',
      encoding: { y: eachDay, x: n },
    },
    draws: { rect: 3 },
  },
  {
    name: 'extent',
    spec: {
      transform: [
        { extent: 'n', param: 'ends' },
        { calculate: '(datum.n - ends[0]) / (ends[1] - ends[0])', as: 'place' },
      ],
      mark: 'tick',
      encoding: { x: { field: 'place', type: 'quantitative' } },
    },
    draws: { rect: 12 },
  },
];

const layers: readonly ListedSpec[] = [
  {
    name: 'layer: bars and their mean',
    spec: {
      layer: [
        { mark: 'bar', encoding: { x: channel, y: total } },
        { mark: 'rule', encoding: { y: { aggregate: 'mean', field: 'n', type: 'quantitative' } } },
      ],
    },
    draws: { rect: 2, rule: 1 },
  },
  {
    name: 'layer: a band about a line',
    spec: {
      encoding: { x: day },
      transform: [{ filter: { field: 'channel', equal: 'chat' } }],
      layer: [
        {
          mark: { type: 'area', opacity: 0.2 },
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'share' } },
        },
        { mark: 'line', encoding: { y: share } },
      ],
    },
    draws: { area: 6, line: 6 },
  },
  {
    name: 'layer: two scales',
    spec: {
      encoding: { x: day },
      layer: [
        { mark: 'bar', encoding: { y: total } },
        { mark: 'line', encoding: { y: mean } },
      ],
      resolve: { scale: { y: 'independent' } },
    },
    draws: { rect: 6, line: 6 },
  },
  {
    name: 'layer: words on bars',
    spec: {
      encoding: { y: channel, x: total },
      layer: [{ mark: 'bar' }, { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: total } }],
    },
    draws: { rect: 2, text: 2 },
  },
  {
    name: 'layer: an annotation of its own rows',
    spec: {
      layer: [
        { mark: 'line', encoding: { x: day, y: n, color: channel } },
        {
          data: { values: [{ at: '2026-03-04T00:00:00', said: 'Release' }] },
          mark: 'rule',
          encoding: { x: { field: 'at', type: 'temporal' } },
        },
        {
          data: { values: [{ at: '2026-03-04T00:00:00', said: 'Release' }] },
          mark: { type: 'text', y: 0 },
          encoding: { x: { field: 'at', type: 'temporal' }, text: { field: 'said' } },
        },
      ],
    },
    draws: { line: 12, rule: 1, text: 1 },
  },
];

const views: readonly ListedSpec[] = [
  {
    name: 'facet: columns',
    spec: { mark: 'bar', encoding: { x: eachDay, y: n, column: channel } },
    draws: { rect: 12 },
  },
  {
    name: 'facet: rows',
    spec: { mark: 'line', encoding: { x: day, y: n, row: channel } },
    draws: { line: 12 },
  },
  {
    name: 'facet: wrapped',
    spec: { mark: 'point', encoding: { x: n, y: share, facet: { ...eachDay, columns: 3 } } },
    draws: { symbol: 12 },
  },
  {
    name: 'facet: of layers',
    spec: {
      facet: { row: team },
      spec: {
        layer: [
          { mark: 'point', encoding: { x: n, y: share } },
          { mark: 'rule', encoding: { y: mean } },
        ],
      },
    },
    draws: { symbol: 12, rule: 2 },
  },
  {
    name: 'facet: with scales of their own',
    spec: {
      facet: channel,
      columns: 2,
      spec: { mark: 'bar', encoding: { x: eachDay, y: n } },
      resolve: { scale: { y: 'independent' } },
    },
    draws: { rect: 12 },
  },
  {
    name: 'concat: beside',
    spec: {
      hconcat: [
        { mark: 'bar', encoding: { x: channel, y: total } },
        { mark: 'arc', encoding: { theta: total, color: team } },
      ],
    },
    draws: { rect: 2, arc: 2 },
  },
  {
    name: 'concat: below',
    spec: {
      vconcat: [
        { mark: 'line', encoding: { x: day, y: n, color: channel } },
        { mark: 'bar', encoding: { x: eachDay, y: count } },
      ],
    },
    draws: { line: 12, rect: 6 },
  },
  {
    name: 'concat: wrapped',
    spec: {
      columns: 2,
      concat: [
        { mark: 'tick', encoding: { x: n } },
        { mark: 'tick', encoding: { x: share } },
        { mark: 'bar', encoding: { x: team, y: count } },
      ],
    },
    draws: { rect: 26 },
  },
  {
    name: 'repeat: rows and columns',
    spec: {
      repeat: { row: ['n', 'share'], column: ['low', 'n'] },
      spec: {
        mark: 'point',
        encoding: {
          x: { field: { repeat: 'column' }, type: 'quantitative' },
          y: { field: { repeat: 'row' }, type: 'quantitative' },
        },
      },
    },
    draws: { symbol: 48 },
  },
  {
    name: 'repeat: layers',
    spec: {
      repeat: { layer: ['low', 'share'] },
      spec: {
        mark: 'line',
        encoding: {
          x: day,
          y: { aggregate: 'mean', field: { repeat: 'layer' }, type: 'quantitative' },
          color: { datum: { repeat: 'layer' }, type: 'nominal' },
        },
      },
    },
    draws: { line: 12 },
  },
];

const selections: readonly ListedSpec[] = [
  {
    name: 'selection: a click dims the others',
    spec: {
      params: [{ name: 'picked', select: 'point' }],
      mark: 'bar',
      encoding: { x: channel, y: total, opacity: { condition: { param: 'picked', value: 1 }, value: 0.3 } },
    },
    draws: { rect: 2 },
  },
  {
    name: 'selection: by a field',
    spec: {
      params: [{ name: 'picked', select: { type: 'point', fields: ['team'] }, value: [{ team: 'A' }] }],
      mark: 'point',
      encoding: { x: n, y: share, color: { condition: { param: 'picked', ...team }, value: 'gray' } },
    },
    draws: { symbol: 12 },
  },
  {
    name: 'selection: the nearest point',
    spec: {
      params: [{ name: 'near', select: { type: 'point', on: 'pointerover', nearest: true } }],
      mark: 'point',
      encoding: {
        x: n,
        y: share,
        size: { condition: { param: 'near', empty: false, value: 200 }, value: 40 },
      },
    },
    draws: { symbol: 12 },
  },
  {
    name: 'selection: a brush',
    spec: {
      params: [{ name: 'brush', select: 'interval' }],
      mark: 'point',
      encoding: { x: n, y: share, color: { condition: { param: 'brush', ...channel }, value: 'gray' } },
    },
    draws: { symbol: 12 },
  },
  {
    name: 'selection: a legend',
    spec: {
      params: [{ name: 'shown', select: { type: 'point', fields: ['channel'] }, bind: 'legend' }],
      mark: 'line',
      encoding: {
        x: day,
        y: n,
        color: channel,
        opacity: { condition: { param: 'shown', value: 1 }, value: 0.2 },
      },
    },
    draws: { line: 12 },
  },
  {
    name: 'selection: pan and zoom',
    spec: {
      params: [{ name: 'view', select: 'interval', bind: 'scales' }],
      mark: 'point',
      encoding: { x: n, y: share },
    },
    draws: { symbol: 12 },
  },
  {
    name: 'selection: one chart filters another',
    spec: {
      hconcat: [
        {
          params: [{ name: 'brush', select: { type: 'interval', encodings: ['x'] }, value: { x: [25, 65] } }],
          mark: 'point',
          encoding: { x: n, y: share },
        },
        { transform: [{ filter: { param: 'brush' } }], mark: 'bar', encoding: { x: channel, y: count } },
      ],
    },
    draws: { symbol: 12, rect: 2 },
  },
  {
    name: 'selection: an overview chooses the detail',
    spec: {
      vconcat: [
        { mark: 'area', encoding: { x: { ...day, scale: { domain: { param: 'span' } } }, y: total } },
        {
          height: 40,
          params: [{ name: 'span', select: { type: 'interval', encodings: ['x'] } }],
          mark: 'area',
          encoding: { x: day, y: total },
        },
      ],
    },
    draws: { area: 12 },
  },
  {
    name: 'parameter: a slider',
    spec: {
      params: [{ name: 'least', value: 25, bind: { input: 'range', min: 0, max: 60 } }],
      transform: [{ filter: 'datum.n >= least' }],
      mark: 'bar',
      encoding: { x: eachDay, y: n, color: channel },
    },
    draws: { rect: 6 },
  },
  {
    name: 'parameter: an expression in a mark',
    spec: {
      params: [{ name: 'round', value: 4 }],
      mark: { type: 'bar', cornerRadius: { expr: 'round * 2' } },
      encoding: { x: channel, y: total },
    },
    draws: { rect: 2 },
  },
  {
    name: 'condition: a test',
    spec: {
      mark: 'bar',
      encoding: {
        x: eachDay,
        y: n,
        color: { condition: { test: 'datum.n > 40', value: 'orange' }, value: 'gray' },
      },
    },
    draws: { rect: 12 },
  },
];

/** What the page must be able to draw of what Vega-Lite can; written for the rows above, each a few lines. */
export const listedSpecs: readonly ListedSpec[] = [
  ...marks,
  ...transforms,
  ...layers,
  ...views,
  ...selections,
];
