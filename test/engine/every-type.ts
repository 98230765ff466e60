import type { Kind, Value } from '#table';

interface TypeCase {
  readonly sql: string;
  readonly type: string;
  readonly kind: Kind;
  readonly value: Value;
}

/** A value of each type, as both engines give it. */
export const everyType: readonly TypeCase[] = [
  { sql: 'true', type: 'BOOLEAN', kind: 'boolean', value: true },
  { sql: '(-7)::tinyint', type: 'TINYINT', kind: 'integer', value: -7 },
  { sql: '300::smallint', type: 'SMALLINT', kind: 'integer', value: 300 },
  { sql: '2147483647', type: 'INTEGER', kind: 'integer', value: 2147483647 },
  { sql: '9007199254740993::bigint', type: 'BIGINT', kind: 'integer', value: 9007199254740993n },
  {
    sql: '(-170141183460469231731687303715884105727)::hugeint',
    type: 'HUGEINT',
    kind: 'integer',
    value: -170141183460469231731687303715884105727n,
  },
  { sql: '255::utinyint', type: 'UTINYINT', kind: 'integer', value: 255 },
  { sql: '65535::usmallint', type: 'USMALLINT', kind: 'integer', value: 65535 },
  { sql: '4294967295::uinteger', type: 'UINTEGER', kind: 'integer', value: 4294967295 },
  { sql: '18446744073709551615::ubigint', type: 'UBIGINT', kind: 'integer', value: 18446744073709551615n },
  {
    sql: '340282366920938463463374607431768211455::uhugeint',
    type: 'UHUGEINT',
    kind: 'integer',
    value: 340282366920938463463374607431768211455n,
  },
  { sql: '1.5::decimal(4,1)', type: 'DECIMAL(4,1)', kind: 'decimal', value: '1.5' },
  { sql: '(-0.05)::decimal(9,2)', type: 'DECIMAL(9,2)', kind: 'decimal', value: '-0.05' },
  {
    sql: '12345678901234.5678::decimal(18,4)',
    type: 'DECIMAL(18,4)',
    kind: 'decimal',
    value: '12345678901234.5678',
  },
  {
    sql: '(-12345678901234567890123456789.123)::decimal(38,3)',
    type: 'DECIMAL(38,3)',
    kind: 'decimal',
    value: '-12345678901234567890123456789.123',
  },
  { sql: '0.5::float', type: 'FLOAT', kind: 'float', value: 0.5 },
  { sql: '0.1::double', type: 'DOUBLE', kind: 'float', value: 0.1 },
  { sql: "'São'", type: 'VARCHAR', kind: 'text', value: 'São' },
  { sql: "date '1969-12-31'", type: 'DATE', kind: 'date', value: -1 },
  { sql: "time '14:30:00.123456'", type: 'TIME', kind: 'time', value: 52200123456n },
  { sql: "'14:30:00+05:30'::timetz", type: 'TIME WITH TIME ZONE', kind: 'text', value: '14:30:00+05:30' },
  {
    sql: "timestamp '2026-01-05 14:30:00.123456'",
    type: 'TIMESTAMP',
    kind: 'timestamp',
    value: 1767623400123456n,
  },
  { sql: "timestamp '1969-12-31 23:59:59.999999'", type: 'TIMESTAMP', kind: 'timestamp', value: -1n },
  {
    sql: "'2026-01-05 14:30:00'::timestamp_s",
    type: 'TIMESTAMP_S',
    kind: 'timestamp',
    value: 1767623400000000n,
  },
  {
    sql: "'2026-01-05 14:30:00.123'::timestamp_ms",
    type: 'TIMESTAMP_MS',
    kind: 'timestamp',
    value: 1767623400123000n,
  },
  {
    sql: "'2026-01-05 14:30:00.123456'::timestamp_ns",
    type: 'TIMESTAMP_NS',
    kind: 'timestamp',
    value: 1767623400123456n,
  },
  {
    sql: "'2026-01-05 14:30:00.123456+00'::timestamptz",
    type: 'TIMESTAMP WITH TIME ZONE',
    kind: 'timestamp',
    value: 1767623400123456n,
  },
  {
    sql: "interval '14 months 3 days 01:00:00.000001'",
    type: 'INTERVAL',
    kind: 'interval',
    value: { months: 14, days: 3, micros: 3600000001n },
  },
  {
    sql: "'550e8400-e29b-41d4-a716-446655440000'::uuid",
    type: 'UUID',
    kind: 'text',
    value: '550e8400-e29b-41d4-a716-446655440000',
  },
  { sql: "'b'::enum('a', 'b', 'it''s')", type: "ENUM('a', 'b', 'it''s')", kind: 'text', value: 'b' },
  { sql: "'\\x00\\xFFab'::blob", type: 'BLOB', kind: 'blob', value: Uint8Array.from([0, 255, 97, 98]) },
  { sql: "'10110'::bit", type: 'BIT', kind: 'text', value: '10110' },
  { sql: "['it''s', null, 'a, \"b\"']", type: 'VARCHAR[]', kind: 'list', value: ["it's", null, 'a, "b"'] },
  { sql: '[1.50, 2.25]::decimal(5,2)[2]', type: 'DECIMAL(5,2)[2]', kind: 'list', value: ['1.50', '2.25'] },
  { sql: "[[date '2026-01-05'], []]", type: 'DATE[][]', kind: 'list', value: [[20458], []] },
  {
    sql: "{'value': 1::hugeint, 'b c': timestamp '2026-01-05 14:30:00.123456', 'list': [true]}",
    type: 'STRUCT("value" HUGEINT, "b c" TIMESTAMP, "list" BOOLEAN[])',
    kind: 'struct',
    value: { value: 1n, 'b c': 1767623400123456n, list: [true] },
  },
  {
    sql: "map {'k': 1, 'l': null}",
    type: 'MAP(VARCHAR, INTEGER)',
    kind: 'map',
    value: [
      { key: 'k', value: 1 },
      { key: 'l', value: null },
    ],
  },
];
