/** One expression of `i` for every type that DuckDB can hand over; both engines must give the same values to the last bit. */
const expressions = [
  '(i%3=0)',
  '(i%128)::tinyint',
  '(i*6)::smallint',
  '(i*-77777)::integer',
  '(i*9007199254741)::bigint',
  '(i::hugeint*17014118346046923173168730371)',
  '(i%256)::utinyint',
  '(i*5%65536)::usmallint',
  '(i*77777)::uinteger',
  '(i*77777777777)::ubigint',
  '(i::uhugeint*17014118346046923173168730371)',
  '(i%700/8)::decimal(4,1)',
  '(-i*0.05)::decimal(9,2)',
  '(i*1234567.8912::decimal(18,4))',
  '(i*-1.5::decimal(38,3))',
  '(i/3)::float',
  'i/7.0::double',
  "'São '||i",
  "date '1969-12-31'+(i-2000)::int",
  "(time '00:00:00.123456' + to_seconds(i*11))",
  "timestamp '1969-12-31 23:59:59.999999' + to_milliseconds(i*777-99999)",
  "(timestamp '2026-01-05' + to_seconds(i))::timestamp_s",
  "(timestamp '2026-01-05' + to_milliseconds(i))::timestamp_ms",
  "(timestamp '2026-01-05' + to_milliseconds(i))::timestamp_ns",
  "(timestamp '2026-01-05' + to_milliseconds(i))::timestamptz",
  'to_months((i%40)::int)+to_days((i%9)::int)+to_seconds(i)',
  'md5(i::varchar)::uuid',
  "encode('b'||i)",
  '(i%8)::int::bit',
  "[i::varchar,null,'x']",
  '[i%2=0,null]',
  "[[date '2026-01-05'+i::int],[]]",
  "{'a':i::hugeint,'t':timestamp '2026-01-05'+to_seconds(i),'b':i%5=0,'l':[i%3=0]}",
  "map {'k'||i: i::int, 'l': null}",
  "case when i%2=0 then 'a' else 'b' end::enum('a','b')",
  'i%7::smallint',
  '[(i%100)::tinyint]',
] as const;

/** Five thousand rows of every type, each eleventh NULL: one row says nothing of packing, offsets and validity. */
export const manyOfEveryType = `select ${expressions
  .map((sql, column) => `case when i % 11 = 5 then null else ${sql} end as c${column}`)
  .join(', ')} from range(5000) t(i) order by i`;

/** What the rows are, whoever read them: SHA-256 over their text. */
export async function fingerprint(rows: readonly unknown[]): Promise<string> {
  const text = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value instanceof Uint8Array ? [...value] : value,
  );
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
