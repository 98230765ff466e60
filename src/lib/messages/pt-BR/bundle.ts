import type { Translation } from '../translation.ts';
import type { bundleEn } from '../en/bundle.ts';

export const bundlePtBR: Translation<typeof bundleEn> = {
  'bundle.aside': 'Abrir na memória',
  'bundle.asideHint': 'Seus dados ficam onde estão, a um clique.',
  'bundle.asideNow': 'Estes são os dados de “{name}”, na memória.',
  'bundle.asideText':
    'Seus dados estão intactos. Os do pacote se vão quando você voltar ou recarregar a página; os notebooks ficam.',
  'bundle.asideTitle': 'Dados de um pacote',
  'bundle.command': 'Compartilhar com os dados…',
  'bundle.damaged':
    'A tabela “{table}” deste pacote está danificada: nada foi carregado. Peça o arquivo de novo.',
  'bundle.field.agent': 'Agentes (ids e nomes)',
  'bundle.field.body': 'Mensagens',
  'bundle.field.changes': 'Mudanças entre importações',
  'bundle.field.comment': 'Comentários das avaliações',
  'bundle.field.custom_fields': 'Campos personalizados dos tickets',
  'bundle.field.customer': 'Clientes (ids, chaves, nomes, empresas)',
  'bundle.field.event_values': 'Valores no histórico dos tickets',
  'bundle.field.rejected': 'Linhas rejeitadas (como estão escritas)',
  'bundle.field.subject': 'Assuntos dos tickets',
  'bundle.field.tags': 'Etiquetas dos tickets',
  'bundle.found': '{looked} valores examinados: {found}',
  'bundle.foundNothing': 'nada em {looked} valores examinados',
  'bundle.go': 'Salvar o pacote',
  'bundle.hint':
    'Um arquivo .zip com o notebook e todos os dados em Parquet: quem o abrir no Deskbook terá os mesmos números. Escolha o que fazer com o que revela quem é alguém.',
  'bundle.holds': 'O pacote “{name}” traz {rows} e {notebooks}.',
  'bundle.countsNotebooks': { one: '{count} notebook', other: '{count} notebooks' },
  'bundle.keeps': 'Como estão: {fields}.',
  'bundle.kind.card': 'cartão ({count})',
  'bundle.kind.cnpj': 'CNPJ ({count})',
  'bundle.kind.cpf': 'CPF ({count})',
  'bundle.kind.email': 'e-mail ({count})',
  'bundle.kind.ip': 'endereço IP ({count})',
  'bundle.kind.name': 'nome ({count})',
  'bundle.kind.phone': 'telefone ({count})',
  'bundle.kind.postcode': 'CEP ({count})',
  'bundle.leave': 'Voltar aos meus dados',
  'bundle.load': 'Carregar os dados',
  'bundle.loaded': 'Os dados do pacote foram carregados: {rows} linhas.',
  'bundle.loading': 'Carregando os dados do pacote…',
  'bundle.looking': 'Procurando dados pessoais…',
  'bundle.missed':
    'O que pode escapar: nomes raros, mal escritos ou sem maiúsculas e apelidos; ruas e lugares; textos em outras línguas além de inglês e português; nomes de arquivos; e quem pode ser reconhecido pelo que tem de raro.',
  'bundle.missing':
    'O pacote diz ter a tabela “{table}”, mas ela não está no arquivo: nada foi carregado. Peça o arquivo de novo.',
  'bundle.newer':
    'Este pacote foi escrito por um Deskbook mais novo. Recarregue a página para atualizar e abra-o de novo.',
  'bundle.notEmpty': 'Já há dados aqui: um pacote é carregado em um espaço vazio ou na memória.',
  'bundle.notebooks': 'Só os notebooks',
  'bundle.open': 'Abrir um pacote',
  'bundle.replaces': 'Você tem dados seus aqui.',
  'bundle.same': 'São os dados que você já tem.',
  'bundle.saved':
    'Salvo como {file}. Os dados pessoais foram tratados como escolhido; confira antes de enviar.',
  'bundle.share': 'Compartilhar o notebook com os dados',
  'bundle.stopped': '{file} não foi escrito.',
  'bundle.treatment': 'O que fazer com “{field}”',
  'bundle.treatment.drop': 'deixar de fora',
  'bundle.treatment.keep': 'manter como está',
  'bundle.treatment.mask': 'ocultar o que for encontrado',
  'bundle.treatment.pseudonym': 'pseudônimos que ainda se ligam',
  'bundle.treats': 'Oculto: {fields}.',
  'bundle.unknown':
    'Este arquivo se diz um pacote, mas não traz nada que o Deskbook entenda. Peça o arquivo de novo.',
  'bundle.writing': 'Escrevendo {file}…',
};
