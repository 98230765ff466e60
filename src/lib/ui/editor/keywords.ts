/** DuckDB's words and types, for the editor's dialect and for colouring cells that have no editor. */
export const keywords =
  `select from where group by order having limit offset qualify window with recursive as on using join left right
full outer inner cross natural asof positional semi anti lateral union all except intersect distinct values case when then else end and
or not in is null like ilike similar between exists any some cast try_cast asc desc nulls first last over partition rows range groups
preceding following current row unbounded exclude replace columns filter within interval true false create table view temp temporary
insert into update delete set pivot unpivot describe summarize show explain analyze sample tablesample escape collate materialized
default primary key references unique check drop alter add column rename macro function returning`.replace(
    /\s+/g,
    ' ',
  );

export const typeNames =
  `bigint int8 integer int int4 smallint int2 tinyint ubigint uinteger usmallint utinyint hugeint double float8
float float4 real decimal numeric boolean bool varchar char text string blob date time timestamp timestamptz uuid json struct map list
enum bit`.replace(/\s+/g, ' ');

const known = new Set(keywords.split(' '));

export function isKeyword(word: string): boolean {
  return known.has(word.toLowerCase());
}
