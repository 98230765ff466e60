import { plainLayout, type ColumnFilter, type ColumnLayout, type RowQuery, type Sort } from '#output';

/** What the reader has made of a grid: kept while the rows below it are computed anew. */
export class GridView {
  sort = $state.raw<Sort | null>(null);
  search = $state('');
  filters = $state.raw<readonly ColumnFilter[]>([]);
  layout = $state.raw<ColumnLayout>(plainLayout);
  /** The column whose menu is open. */
  menu = $state<string | null>(null);

  /** The question of it that can be put to rows with these columns. */
  queryOf(names: readonly string[]): RowQuery {
    return {
      sort: this.sort && names.includes(this.sort.column) ? this.sort : null,
      search: this.search,
      filters: this.filters.filter(({ column }) => names.includes(column.name)),
    };
  }
}
