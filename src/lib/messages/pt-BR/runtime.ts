import type { Translation } from '../translation.ts';
import type { runtimeEn } from '../en/runtime.ts';

export const runtimePtBR: Translation<typeof runtimeEn> = {
  'runtime.name.reserved':
    '“{name}” é o nome de uma das suas tabelas. Dê outro nome à célula, para que as duas possam ser lidas.',
  'runtime.parameter.numbered': '“{token}” não tem valor aqui. Use o nome de uma entrada, como em $channel.',
  'runtime.kpi.noRows': 'No período e nos filtros não há nada que este KPI conte.',
  'runtime.sql.empty': '{reason}',
  'runtime.result.notKept':
    '{count} linhas: mais do que as {limit} que são guardadas. A consulta é executada de novo sempre que elas são lidas.',
  'runtime.chart.of':
    'O gráfico não diz qual célula desenha. Acrescente o nome dela à primeira linha: of=query_1.',
  'runtime.chart.bars':
    'O gráfico mostra as primeiras {shown} de {count} barras, na ordem das linhas. Filtre ou reduza o período para ver outras.',
  'runtime.chart.lines': 'O gráfico mostra as {shown} de {count} linhas que se apoiam em mais dados.',
  'runtime.chart.rows':
    'Desenhado com as primeiras {shown} de {count} linhas. Agregue na consulta para ver todas.',
  'runtime.input.name':
    'Uma entrada precisa de um nome com letras, dígitos e sublinhados na primeira linha, como em “```input channel”. As consultas a leem como $channel.',
  'runtime.input.noMapping': 'Uma entrada é uma lista de linhas “chave: valor”, como “type: select”.',
  'runtime.input.unreadable': 'A entrada não pôde ser lida como YAML: {message}',
  'runtime.input.type': 'Não existe entrada do tipo “{type}”. Os tipos são {types}.',
  'runtime.input.unknown': 'Uma entrada não tem a configuração “{key}”. Ela pode ter {known}.',
  'runtime.input.options':
    'Esta entrada não tem o que escolher. Acrescente “options:”, uma lista ou uma consulta.',
  'runtime.input.range':
    'Um controle deslizante vai do “min:” até o “max:”, com um “step:” maior que 0; de {min} a {max} não há o que escolher.',
  'runtime.input.period':
    '“{period}” não é um período. Tente “last 8 weeks”, “this month” ou “2026-01-01..2026-02-01”.',
  'runtime.failed.upstream': 'Não executada, porque a célula “{cell}” falhou.',
  'runtime.failed.cycle':
    'Estas células leem umas às outras em círculo: {cells}. Uma delas precisa ler outra coisa.',
  'runtime.failed.missing':
    'Já não existe célula ou tabela chamada “{name}”. Troque o nome no uso, ou traga a célula de volta.',
  'runtime.failed.parameter':
    'Não existe “{name}”. O que existe: {known}. Acrescente uma célula de entrada que o defina.',
  'runtime.failed.duplicate': 'Duas células definem “{name}”. Renomeie uma delas.',
  'runtime.failed.other': 'A célula não pôde ser executada: {message}',
};
