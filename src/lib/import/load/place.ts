/** Where rows are written: the base tables, or tables that stand before them until they are merged. */
export type Place = (table: string) => string;
