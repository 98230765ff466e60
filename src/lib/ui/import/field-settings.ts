import {
  setDateOrder,
  setDecimals,
  setUse,
  type ColumnUse,
  type DateOrder,
  type DateReview,
  type DurationUnit,
  type Field,
  type Mapping,
  type MappingReview,
  type RawColumn,
  type Scale,
} from '#import';
import type { Workspace } from '#workspace';

/** One thing that can be chosen about how a column is read. */
export interface FieldSetting {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly SettingOption[];
}

export interface SettingOption {
  readonly value: string;
  readonly label: string;
  /** The mapping once this is chosen. */
  readonly mapping: Mapping;
}

export interface SettingsOf {
  readonly mapping: Mapping;
  readonly use: ColumnUse;
  readonly columns: readonly RawColumn[];
  readonly review: MappingReview | null;
  readonly timeZone: string;
  readonly t: Workspace['t'];
}

const units: readonly DurationUnit[] = ['milliseconds', 'seconds', 'minutes', 'hours', 'days'];
const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', 'ydm'];
const scales: readonly Scale[] = ['1-5', '1-3', '1-7', '0-10', '0-100', 'good_bad', 'thumbs', 'freshdesk'];

/** What can be chosen about one use of a column, by the kind of its field. */
export function settingsOf(about: SettingsOf): FieldSetting[] {
  const { field } = about.use;
  switch (field?.kind) {
    case 'instant':
      return [
        ...readAs(about),
        orderSetting(about),
        ...clockSetting(about, field),
        ...timeSetting(about, field),
      ];
    case 'date':
      return [orderSetting(about)];
    case 'offset':
      return [...readAs(about), fromSetting(about, field), unitSetting(about, field)];
    case 'duration':
      return [unitSetting(about, field), decimalsSetting(about)];
    case 'number':
    case 'money':
    case 'integer':
      return [decimalsSetting(about)];
    case 'list':
      return [separatorSetting(about, field)];
    case 'boolean':
      return [senseSetting(about, field)];
    case 'score':
      return [scaleSetting(about, field)];
    default:
      return [];
  }
}

function columnOf({ field }: ColumnUse): string {
  return field && 'column' in field ? field.column : '';
}

/** Instants of the same table that another one can be counted from. */
function anchors({ mapping, use }: SettingsOf): string[] {
  const columns = mapping.tables[use.index]?.columns ?? {};
  return Object.entries(columns).flatMap(([name, field]) =>
    name !== use.name && field.kind === 'instant' ? [name] : [],
  );
}

function readAs(about: SettingsOf): FieldSetting[] {
  const { mapping, use, t } = about;
  const [anchor] = anchors(about);
  if (anchor === undefined || !use.field) return [];
  const column = columnOf(use);
  const asOffset: Field =
    use.field.kind === 'offset' ? use.field : { kind: 'offset', from: anchor, column, unit: 'minutes' };
  const asInstant: Field = use.field.kind === 'instant' ? use.field : { kind: 'instant', column };
  return [
    {
      id: 'readAs',
      label: t('mapping.setting.readAs'),
      value: use.field.kind,
      options: [
        { value: 'instant', label: t('mapping.setting.instant'), mapping: setUse(mapping, use, asInstant) },
        {
          value: 'offset',
          label: t('mapping.setting.offset', { column: asOffset.from }),
          mapping: setUse(mapping, use, asOffset),
        },
      ],
    },
  ];
}

function fromSetting(about: SettingsOf, field: Field & { kind: 'offset' }): FieldSetting {
  const { mapping, use, t } = about;
  const options = [...new Set([field.from, ...anchors(about)])].map((from) => ({
    value: from,
    label: from,
    mapping: setUse(mapping, use, { ...field, from }),
  }));
  return { id: 'from', label: t('mapping.setting.from'), value: field.from, options };
}

function unitSetting(
  { mapping, use, t }: SettingsOf,
  field: Field & { kind: 'duration' | 'offset' },
): FieldSetting {
  const options = units.map((unit) => ({
    value: unit,
    label: t(`mapping.setting.unit.${unit}`),
    mapping: setUse(mapping, use, { ...field, unit }),
  }));
  return { id: 'unit', label: t('mapping.setting.unit'), value: field.unit, options };
}

function orderSetting({ mapping, use, review, t }: SettingsOf): FieldSetting {
  const column = columnOf(use);
  const found = foundOrder(review?.dates.find((each) => each.column === column));
  const auto = found
    ? t('mapping.setting.order.autoIs', { order: t(`data.import.order.${found}`) })
    : t('mapping.setting.order.auto');
  return {
    id: 'order',
    label: t('mapping.setting.order'),
    value: mapping.dateOrders[column] ?? '',
    options: [
      { value: '', label: auto, mapping: setDateOrder(mapping, column, null) },
      ...orders.map((order) => ({
        value: order,
        label: t(`data.import.order.${order}`),
        mapping: setDateOrder(mapping, column, order),
      })),
    ],
  };
}

function foundOrder(date: DateReview | undefined): DateOrder | null {
  if (!date) return null;
  if (date.way === 'iso') return 'ymd';
  const [first] = date.orders;
  return first && first.basis !== 'stated' ? first.order : null;
}

function clockSetting(
  { mapping, use, review, timeZone, t }: SettingsOf,
  field: Field & { kind: 'instant' },
): FieldSetting[] {
  const date = review?.dates.find(({ column }) => column === field.column);
  if (date?.offsets || date?.way === 'seconds' || date?.way === 'milliseconds') return [];
  const { utc: _, ...local } = field;
  const zone = mapping.timeZone ?? timeZone;
  return [
    {
      id: 'clock',
      label: t('mapping.setting.clock'),
      value: field.utc ? 'utc' : '',
      options: [
        {
          value: '',
          label: t('mapping.setting.clock.source', { zone }),
          mapping: setUse(mapping, use, local),
        },
        {
          value: 'utc',
          label: t('mapping.setting.clock.utc'),
          mapping: setUse(mapping, use, { ...local, utc: true }),
        },
      ],
    },
  ];
}

/** Offered where the column has days only, or another has times of day. */
function timeSetting(
  { mapping, use, columns, t }: SettingsOf,
  field: Field & { kind: 'instant' },
): FieldSetting[] {
  const timed = columns.filter(
    ({ name, samples }) => name === field.time || (name !== field.column && samples.some(isTimeOfDay)),
  );
  if (timed.length === 0) return [];
  const { time: _, ...alone } = field;
  return [
    {
      id: 'time',
      label: t('mapping.setting.time'),
      value: field.time ?? '',
      options: [
        { value: '', label: t('mapping.setting.time.same'), mapping: setUse(mapping, use, alone) },
        ...timed.map(({ name, header }) => ({
          value: name,
          label: header || name,
          mapping: setUse(mapping, use, { ...alone, time: name }),
        })),
      ],
    },
  ];
}

function isTimeOfDay(sample: string): boolean {
  return /^\d{1,2}[:h]\d{2}(:\d{2})?( ?[ap]m)?$/i.test(sample.trim());
}

function decimalsSetting({ mapping, use, review, t }: SettingsOf): FieldSetting {
  const column = columnOf(use);
  const stated = mapping.decimals?.[column];
  const found = review?.commas.includes(column) ? 'comma' : 'point';
  const auto =
    stated || !review ? t('mapping.setting.decimals.auto') : t(`mapping.setting.decimals.auto.${found}`);
  return {
    id: 'decimals',
    label: t('mapping.setting.decimals'),
    value: stated ?? '',
    options: [
      { value: '', label: auto, mapping: setDecimals(mapping, column, null) },
      {
        value: 'comma',
        label: t('mapping.setting.decimals.comma'),
        mapping: setDecimals(mapping, column, 'comma'),
      },
      {
        value: 'point',
        label: t('mapping.setting.decimals.point'),
        mapping: setDecimals(mapping, column, 'point'),
      },
    ],
  };
}

const separators = { auto: null, comma: ',', semicolon: ';', bar: '|', line: '\n' } as const;

function separatorSetting({ mapping, use, t }: SettingsOf, field: Field & { kind: 'list' }): FieldSetting {
  const names = ['auto', 'comma', 'semicolon', 'bar', 'line'] as const;
  return {
    id: 'separator',
    label: t('mapping.setting.separator'),
    value: names.find((name) => separators[name] === field.separator) ?? 'auto',
    options: names.map((name) => ({
      value: name,
      label: t(`mapping.setting.separator.${name}`),
      mapping: setUse(mapping, use, { ...field, separator: separators[name] }),
    })),
  };
}

function senseSetting({ mapping, use, t }: SettingsOf, field: Field & { kind: 'boolean' }): FieldSetting {
  const { not: _, ...plain } = field;
  return {
    id: 'sense',
    label: t('mapping.setting.sense'),
    value: field.not ? 'not' : 'same',
    options: [
      {
        value: 'same',
        label: t('mapping.setting.sense.same', { target: use.name }),
        mapping: setUse(mapping, use, plain),
      },
      {
        value: 'not',
        label: t('mapping.setting.sense.not', { target: use.name }),
        mapping: setUse(mapping, use, { ...plain, not: true }),
      },
    ],
  };
}

function scaleSetting(
  { mapping, use, review, t }: SettingsOf,
  field: Field & { kind: 'score' },
): FieldSetting {
  const found = review?.scores.find(({ column }) => column === field.column)?.scale;
  const auto =
    found && field.scale === null
      ? t('mapping.setting.scale.autoIs', { scale: t(`mapping.scale.${found}`) })
      : t('mapping.setting.scale.auto');
  return {
    id: 'scale',
    label: t('mapping.setting.scale'),
    value: field.scale ?? '',
    options: [
      { value: '', label: auto, mapping: setUse(mapping, use, { ...field, scale: null }) },
      ...scales.map((scale) => ({
        value: scale,
        label: t(`mapping.scale.${scale}`),
        mapping: setUse(mapping, use, { ...field, scale }),
      })),
    ],
  };
}
