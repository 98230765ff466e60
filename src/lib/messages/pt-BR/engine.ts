import type { Translation } from '../translation.ts';
import type { engineEn } from '../en/engine.ts';

export const enginePtBR: Translation<typeof engineEn> = {
  'engine.query.syntax': 'Não foi possível ler o SQL: {message}',
  'engine.query.unreadable': 'Não dá para ler o SQL a partir de “{near}”. Olhe essa palavra e a anterior.',
  'engine.query.endsEarly': 'O SQL termina cedo demais: falta algo no fim, ou algo ficou aberto.',
  'engine.query.binder': 'A consulta não combina com os dados: {message}',
  'engine.query.noColumn': 'Não há coluna “{name}” aqui. Você quis dizer {near}?',
  'engine.query.notGrouped':
    'Ao lado de uma contagem, soma ou média, é preciso agrupar por “{name}”: “group by all” agrupa por todas as colunas assim.',
  'engine.query.whereAggregate':
    'O “where” olha linha por linha, antes de contar ou somar. Ponha essa condição no “having”, depois do “group by”.',
  'engine.query.noColumnThere': 'Não há coluna “{name}” ali.',
  'engine.query.noAlias': 'A consulta não lê nada com o nome “{name}”. Você quis dizer {near}?',
  'engine.query.noFrom': 'Não há coluna “{name}” aqui: a consulta não lê nenhuma tabela. Faltou o “from”?',
  'engine.query.noTable': 'Não há tabela nem célula “{name}”. Você quis dizer {near}?',
  'engine.query.noFunction': 'Não há função “{name}”. Você quis dizer {near}?',
  'engine.query.noMatch':
    'A função “{name}” não aceita valores destes tipos: {call}. Converta-os antes, por exemplo com ::int ou ::date.',
  'engine.query.catalog': 'Não encontrado: {message}',
  'engine.query.conversion': 'Não foi possível converter um valor: {message}',
  'engine.query.constraint': 'Uma regra da tabela foi violada: {message}',
  'engine.query.interrupted': 'Interrompido.',
  'engine.query.memory':
    'Não há memória para esta consulta. Leia menos colunas, filtre antes ou reinicie o motor para liberar memória.',
  'engine.query.other': 'A consulta falhou: {message}',
  'engine.busy':
    'Este espaço de trabalho está aberto em outra aba. Use-o lá, assuma-o aqui ou continue com uma cópia vazia na memória.',
  'engine.takenOver': 'Outra aba assumiu este espaço de trabalho. Recarregue esta página para retomá-lo.',
  'engine.takeOverFailed':
    'A outra aba não liberou o espaço de trabalho. Feche-a, espere alguns segundos e tente de novo.',
  'engine.closed': 'O motor foi encerrado. Recarregue a página para iniciá-lo de novo.',
  'engine.crashed': 'O motor parou de funcionar: {message} Reinicie-o; o que foi salvo continua lá.',
  'engine.unsupported':
    'Este navegador não consegue executar o motor: falta {feature}. Use uma versão atual do Chrome, Edge, Firefox ou Safari.',
  'engine.notStarted': 'Não foi possível iniciar o motor: {message}',
  'engine.notOpened':
    'Não foi possível abrir o banco de dados do espaço de trabalho: {message} Continue na memória ou apague os dados guardados.',
  'engine.memoryOnly':
    'Este navegador não oferece armazenamento à página (janela anônima?); o que você importar se perde ao fechar a aba.',
  'engine.noHostFiles': 'A página não consegue ler {file} pelo caminho: escolha ou solte o arquivo.',
  'engine.insertColumns': 'A tabela {table} tem {expected} colunas, as linhas a inserir têm {given}.',
};
