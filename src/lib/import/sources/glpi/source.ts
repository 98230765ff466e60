import type { Mapping, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import { columnUnder, headerIndex } from '../template.ts';
import * as templates from './mapping.ts';

const vocabularies: Mapping['vocabularies'] = {
  status: {
    '1': 'new',
    '2': 'in_progress',
    '3': 'in_progress',
    '4': 'pending',
    '5': 'solved',
    '6': 'closed',
    new: 'new',
    assign: 'in_progress',
    plan: 'in_progress',
    waiting: 'pending',
    solved: 'solved',
    closed: 'closed',
    'em atendimento atribuido': 'in_progress',
    'em atendimento planejado': 'in_progress',
    'processing assigned': 'in_progress',
    'processing planned': 'in_progress',
  },
  'glpi request type': {
    '1': 'portal',
    '2': 'email',
    '3': 'phone',
    '4': 'in_person',
    '5': 'other',
    '6': 'other',
  },
  'glpi type': { '1': 'Incident', '2': 'Request' },
  'glpi priority': { '1': 'low', '2': 'low', '3': 'normal', '4': 'high', '5': 'urgent', '6': 'urgent' },
};

const shapes: readonly Shape[] = [
  {
    name: 'sheet',
    signature: {
      own: [
        'requerente requerente|requester requester',
        'atribuido tecnico|assigned to technician',
        'atribuido grupo tecnico|assigned to technician group',
        'estatisticas tempo de solucao|statistics resolution time',
        'estatisticas tempo de espera|statistics waiting time',
        'tempo para resolver excedido|time to resolve exceeded',
        'pesquisa de satisfacao satisfacao|satisfaction survey satisfaction',
        'tarefas duracao|tasks duration',
        'sla sla tempo para solucao',
      ],
      shared: [
        'id',
        'titulo|title',
        'entidade|entity',
        'status',
        'data de abertura|opening date',
        'data da solucao|resolution date',
        'ultima atualizacao|last update',
        'categoria|category',
        'tipo|type',
      ],
    },
    weights: { base: 0.2, own: 0.15, shared: 0.04 },
    tables: [templates.tickets, templates.ratings, templates.agents, templates.customers],
  },
  {
    name: 'dump of tickets',
    needs: ['id', 'name', 'date', 'content', 'status', 'solution|date mod|closedate|solvedate'],
    tables: [templates.dumped],
  },
];

const base = sourceOf({ vendor: 'glpi', title: 'GLPI', shapes, vocabularies });

/** GLPI: the list of tickets as a sheet, in Portuguese or English, and dumps of its table. */
export const glpi: Source = {
  ...base,
  tables: (raw, among) => base.tables(raw, among).map((table) => withWholeCells(table, raw)),
};

/** A cell that names several technicians or groups is kept whole beside the first of them. */
function withWholeCells(table: TableMapping, raw: RawTable): TableMapping {
  if (table.table !== 'tickets') return table;
  const headers = headerIndex(raw);
  const columns = Object.values(templates.splitColumns).flatMap((words) => columnUnder(headers, words) ?? []);
  return columns.length === 0
    ? table
    : { ...table, customFields: [...(table.customFields ?? []), ...columns] };
}
