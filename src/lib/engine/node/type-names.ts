import {
  DuckDBArrayType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  type DuckDBType,
} from '@duckdb/node-api';

/** DuckDB's name of a type, as the browser's engine gives it too: aliases by their alias, a struct's names quoted. */
export function typeNameOf(type: DuckDBType): string {
  if (type.alias !== undefined) return type.alias;
  if (type instanceof DuckDBListType) return `${typeNameOf(type.valueType)}[]`;
  if (type instanceof DuckDBArrayType) return `${typeNameOf(type.valueType)}[${type.length}]`;
  if (type instanceof DuckDBMapType) return `MAP(${typeNameOf(type.keyType)}, ${typeNameOf(type.valueType)})`;
  if (type instanceof DuckDBStructType) {
    const parts = type.entryNames.map((name, i) => {
      const entry = type.entryTypes[i];
      return `"${name.replaceAll('"', '""')}" ${entry ? typeNameOf(entry) : ''}`;
    });
    return `STRUCT(${parts.join(', ')})`;
  }
  return type.toString();
}
