import type { Translation } from '../translation.ts';
import type { kpiFileEn } from '../en/kpi-file.ts';

export const kpiFilePtBR: Translation<typeof kpiFileEn> = {
  'kpi-file.noFront': 'Um KPI começa com uma linha “---”, depois seus campos, depois outra linha “---”.',
  'kpi-file.noMapping':
    'Entre as duas linhas “---”, cada linha é um campo: o nome, dois-pontos e o que ele diz.',
  'kpi-file.yaml.twice': 'Este campo aparece duas vezes: deixe um só.',
  'kpi-file.yaml.tab': 'Esta linha começa com tabulação: use espaços para recuar.',
  'kpi-file.yaml.indent':
    'Esta linha não tem o mesmo recuo das linhas a que pertence, ou falta fechar um colchete.',
  'kpi-file.yaml.open': 'Algo ficou aberto aqui: aspas, colchete ou chave sem fim, ou falta uma vírgula.',
  'kpi-file.yaml.quotes':
    'Ponha este texto entre aspas: ele começa com um sinal, ou contém um, que aqui tem outro sentido.',
  'kpi-file.yaml.colon':
    'Faltam dois-pontos depois do nome do campo, ou esta linha continua o texto anterior e precisa de recuo.',
  'kpi-file.yaml.other':
    'Esta linha não pode ser lida. Se um texto contém “: ” ou “ #”, ponha-o entre aspas.',
  'kpi-file.missing': 'Falta “{field}” neste KPI, e ele precisa disso.',
  'kpi-file.expected': '“{field}” deve ser um destes: {expected}.',
  'kpi-file.expectedNear': '“{field}” não pode ser “{value}”. Você quis dizer {near}? Pode ser: {expected}.',
  'kpi-file.expectedText': '“{field}” deve ser um texto.',
  'kpi-file.expectedNumber': '“{field}” deve ser um número.',
  'kpi-file.expectedList': '“{field}” deve ser uma lista de textos: [a, b].',
  'kpi-file.expectedFields': '“{field}” deve ter campos próprios, recuados abaixo dele.',
  'kpi-file.expectedTexts': '“{field}” deve ter textos, cada um com seu nome.',
  'kpi-file.expectedId':
    'Um id tem só letras minúsculas sem acento, números e _, e começa com letra: meu_kpi.',
  'kpi-file.expectedName': 'Um KPI tem nome nos dois idiomas: {en: …, pt-BR: …}.',
  'kpi-file.unknownField': '“{field}” não significa nada em um KPI e é ignorado.',
  'kpi-file.unknownFieldNear': '“{field}” não significa nada em um KPI. Você quis dizer {near}?',
  'kpi-file.noTable': 'Não existe a tabela “{name}”.',
  'kpi-file.noTableNear': 'Não existe a tabela “{name}”. Você quis dizer {near}?',
  'kpi-file.noColumn': '{table} não tem a coluna “{name}”.',
  'kpi-file.noColumnNear': '{table} não tem a coluna “{name}”. Você quis dizer {near}?',
  'kpi-file.noDimension': 'Não existe a dimensão “{name}”.',
  'kpi-file.noDimensionNear': 'Não existe a dimensão “{name}”. Você quis dizer {near}?',
  'kpi-file.dimensionAway':
    'As linhas de {table} não levam a “{name}”, então este KPI não pode ser aberto por essa dimensão.',
  'kpi-file.noCheck': 'O Deskbook não tem uma verificação chamada “{name}”.',
  'kpi-file.noCheckNear': 'O Deskbook não tem uma verificação chamada “{name}”. Você quis dizer {near}?',
  'kpi-file.noInstant': '“{field}” deve ser uma data ou um instante; isto é {type}.',
  'kpi-file.noCondition':
    '“{field}” deve ser uma condição, verdadeira ou falsa para cada linha; isto é {type}.',
  'kpi-file.oneExpression':
    '“{field}” deve ser uma única expressão SQL: aqui ela acaba antes da hora, ou ficou aberto um parêntese ou aspas.',
  'kpi-file.oneQuery':
    'O SQL próprio de um KPI é uma só consulta: um único “select”, sem nada antes nem depois.',
  'kpi-file.headlineColumns': 'A consulta do valor precisa dar as colunas value e n; falta: {columns}.',
  'kpi-file.shipped':
    '“{id}” vem com o Deskbook e fica como está: este arquivo não é usado. Dê outro id ao seu; as células que você já tem mantêm o SQL.',
  'kpi-file.twice': '“{id}” já está definido em {file}, então este arquivo não é usado. Dê outro id a este.',
  'kpi-file.noSql': 'Um KPI de forma custom precisa de SQL próprio: um bloco “```sql headline”, por exemplo.',
  'kpi-file.noProse': 'Este KPI não está explicado em {locale}.',
  'kpi-file.template.id': 'nas células, chama-se assim',
  'kpi-file.template.from': 'a tabela das linhas',
  'kpi-file.template.where': 'quais linhas contam',
  'kpi-file.template.at': 'põe a linha em um período',
  'kpi-file.template.prose': 'O que significa e como engana.',
  'kpi-file.field.id': 'Como as células o chamam: letras minúsculas, números e _.',
  'kpi-file.field.version': 'Conta as definições. Sem ele, muda sozinho sempre que a definição muda.',
  'kpi-file.field.order': 'Onde a galeria o mostra: o menor primeiro.',
  'kpi-file.field.name': 'Como se chama, nos dois idiomas.',
  'kpi-file.field.theme': 'Onde fica na galeria.',
  'kpi-file.field.unit': 'O que são os valores. Durações em segundos; percentuais como partes de 1.',
  'kpi-file.field.better': 'Para que lado é bom.',
  'kpi-file.field.shape':
    'count: quantas linhas. ratio: uma média ou divisão. quantile: de um número de cada linha. custom: SQL próprio.',
  'kpi-file.field.from': 'A tabela cujas linhas contam.',
  'kpi-file.field.with': 'Expressões de tabela comuns, nome as (…), para o SQL que as lê.',
  'kpi-file.field.where': 'Quais linhas contam: uma condição sobre as colunas da tabela.',
  'kpi-file.field.value': 'Uma agregação, como avg(…): o valor.',
  'kpi-file.field.numerator': 'O que se divide, somado ou contado nas linhas.',
  'kpi-file.field.denominator': 'Por quanto se divide; nada onde é 0.',
  'kpi-file.field.expression': 'O número de cada linha de que se tiram média, mediana e percentil.',
  'kpi-file.field.statistic': 'A que aparece quando não se pede outra.',
  'kpi-file.field.per': 'O que o denominador conta, quando são coisas distintas.',
  'kpi-file.field.at': 'A data que põe a linha em um período. Sem ela, o período não se aplica.',
  'kpi-file.field.undated':
    'Quais linhas sem essa data contam quando não há período escolhido: uma condição; sem ela, todas.',
  'kpi-file.field.trend_at': 'A data por que segue a evolução, se for outra.',
  'kpi-file.field.between':
    'Onde uma duração começa e acaba: linhas invertidas ficam de fora e são contadas.',
  'kpi-file.field.agent': 'A coluna que diz de quem é a linha.',
  'kpi-file.field.rows': 'As colunas das linhas por trás do valor.',
  'kpi-file.field.extras': 'Outras agregações ao lado do valor, por nome.',
  'kpi-file.field.needs':
    'Tabelas e colunas que não podem estar vazias; sem ele, todas as que as expressões citam.',
  'kpi-file.field.requires': 'Verificações dos dados que precisam valer.',
  'kpi-file.field.only': 'Opções sem as quais esta não tem sentido.',
  'kpi-file.field.path': 'De onde vêm os valores; os resultados dizem.',
  'kpi-file.field.components': 'Colunas somadas, cada uma das quais pode faltar.',
  'kpi-file.field.cut': 'O que a galeria mostra primeiro.',
  'kpi-file.field.grain': 'O passo da evolução.',
  'kpi-file.field.by': 'A dimensão por que se abre, se não se pedir outra.',
  'kpi-file.field.dimensions': 'Dimensões que lê a seu modo: SQL, por nome.',
  'kpi-file.field.cohort': 'share: quantos tickets de uma semana já tinham um, e quando.',
  'kpi-file.field.settles': 'De quantos dias uma linha precisa até dizer o que vai dizer.',
  'kpi-file.field.charts': 'O gráfico de cada corte.',
  'kpi-file.field.target': 'Quanto deveria ser, como ponto de partida.',
  'kpi-file.field.presets': 'A variante que dá o número do próprio fornecedor.',
  'kpi-file.field.variants': 'Outros modos de calcular, por eixo; a primeira opção de um eixo é a usual.',
  'kpi-file.field.combinations': 'O que várias opções juntas mudam: a+b.',
};
