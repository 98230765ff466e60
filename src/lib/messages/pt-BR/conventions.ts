import type { Translation } from '../translation.ts';
import type { conventionsEn } from '../en/conventions.ts';

export const conventionsPtBR: Translation<typeof conventionsEn> = {
  'conventions.noNames': 'O arquivo deve começar com um nome, dois-pontos e o que ele diz: {names}',
  'conventions.noWeekStart':
    'A semana não pode começar em “{value}” aqui. Pode ser: monday, sunday, saturday.',
  'conventions.noList':
    '“{list}” deve ser uma lista: abaixo, um item após o outro, cada um começando por “- ”.',
  'conventions.noFields': 'Um item de “{list}” deve ter campos com seus valores: {fields}.',
  'conventions.noInner': '“{field}” deve ter campos próprios, recuados abaixo dele: {fields}.',
  'conventions.unknownField': '“{field}” não significa nada aqui. Pode haver: {fields}.',
  'conventions.missing': 'Falta “{field}” neste item.',
  'conventions.noText': '“{field}” deve ser um texto.',
  'conventions.noNumber': '“{field}” deve ser um número, com ponto: 0.85.',
  'conventions.noTexts': '“{field}” deve ser uma lista, um por linha, cada um com “- ” na frente.',
  'conventions.noDay': '“{value}” não é um dia. Escreva 2026-03-31, ou com a hora: 2026-03-31 14:30.',
  'conventions.noHours':
    '“{value}” não é um horário. Escreva 09:00-18:00; se houver vários, separe com vírgulas.',
  'conventions.span': 'O fim vem antes do começo.',
  'conventions.twice': 'Há outro calendário “{name}”: dê outro nome a um deles ou junte os dois.',
  'conventions.about.targets':
    'Metas, cada uma de um KPI, pelo id. value está na unidade do KPI: 0.85 para 85%, segundos para durações.\nfor é um canal, equipe ou agente; from e through são o primeiro e o último dia. Os três podem faltar.',
  'conventions.about.events':
    'O que aconteceu e pode explicar um número. from é o primeiro dia; through, o último, se durou.\nkind é release, outage, policy, staffing, campaign ou other.',
  'conventions.about.calendars':
    'Quando as equipes trabalham. hours são como 09:00-12:00, 13:00-18:00; o que termina antes de começar termina no dia seguinte.\nrules dizem qual calendário vale para qual equipe e canal; sem os dois, para todos.',
  'conventions.about.settings':
    'O que vale para este espaço de trabalho, seja quem for que o abra. timeZone é o fuso de todos os horários; weekStart é monday, sunday ou saturday.\nIdioma, tema e editor são de cada leitor e ficam no navegador.',
  'conventions.kept':
    'O que estava só no banco de dados agora é um arquivo, “{name}”: dá para ler, alterar, compartilhar e salvar junto com seus outros arquivos.',
  'conventions.wrong':
    'O que “{name}” diz não está valendo, porque há um erro na linha {line}. {problem} Até a correção, vale o que ele dizia antes.',
  'conventions.broken':
    'Não dá para gravar isso em “{name}”, porque há um erro na linha {line} do arquivo. Abra o arquivo, corrija essa linha e tente de novo.',
  'conventions.name':
    'Um arquivo deste tipo não pode se chamar “{name}”: o Deskbook reconhece notebooks e KPIs por “.md”, mapeamentos pela pasta e os outros pelo nome: targets.yaml, events.yaml, calendars.yaml, settings.yaml.',
  'conventions.editor': '{name}: um arquivo do espaço de trabalho',
  'conventions.lastGood': 'Há um erro neste arquivo. Até a correção, vale o que ele dizia antes.',
  'conventions.inForce': 'Este arquivo está valendo: o que você escreve aqui vale assim que é salvo.',
  'conventions.notInForce': 'Este arquivo não está valendo agora: o que vale é “{name}”.',
  'conventions.notTop': 'Aqui este arquivo não vale: vale “{name}” no topo, fora de outras pastas.',
  'conventions.noMapping':
    'O Deskbook não consegue usar este mapeamento: falta algo nele, ou há algo desconhecido. Escolha as colunas de novo na próxima importação ou recupere uma versão anterior deste arquivo no histórico.',
  'conventions.noHeaders':
    'Falta “headers”: a lista dos cabeçalhos dos arquivos a que este mapeamento se aplica. ["Ticket ID", "Status"]',
  'conventions.untrusted': 'Este arquivo passa a valer quando você confiar nos autores da pasta.',
  'conventions.use': 'Levar isto para “{name}”',
};
