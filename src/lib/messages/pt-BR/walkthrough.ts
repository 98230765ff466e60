import type { Translation } from '../translation.ts';
import type { walkthroughEn } from '../en/walkthrough.ts';

export const walkthroughPtBR: Translation<typeof walkthroughEn> = {
  'walkthrough.command': 'Primeiros passos',
  'walkthrough.title': 'Primeiros passos',
  'walkthrough.intro': 'Quatro passos, da exportação ao primeiro KPI',
  'walkthrough.progress': '{count} de {all} feitos',
  'walkthrough.done': 'feito',
  'walkthrough.data.title': 'Traga uma exportação',
  'walkthrough.data.text':
    'Solte os arquivos da sua central de atendimento em qualquer lugar desta página, ou conheça uma loja fictícia. Nada sai do seu computador.',
  'walkthrough.data.import': 'Importar arquivos…',
  'walkthrough.data.sample': 'Abrir a loja de exemplo',
  'walkthrough.kpi.title': 'Veja um KPI',
  'walkthrough.kpi.text':
    'O catálogo diz o que cada KPI significa, como é calculado, como engana e quanto vale nos seus dados.',
  'walkthrough.kpi.open': 'Abrir o catálogo',
  'walkthrough.insert.title': 'Coloque-o em um notebook',
  'walkthrough.insert.text':
    'Inserir no notebook, na página de um KPI, faz dele uma célula: SQL simples, que você pode ler e alterar. Um notebook pronto já traz os primeiros.',
  'walkthrough.insert.page': 'Abrir o CSAT',
  'walkthrough.insert.ready': 'Abrir um notebook pronto',
  'walkthrough.run.title': 'Execute',
  'walkthrough.run.text':
    'Shift+Enter executa uma célula; Executar tudo, o notebook inteiro. O valor vem com seu intervalo, sua variação e seu n.',
  'walkthrough.run.run': 'Executar o notebook',
  'walkthrough.end': 'É só isso. O menu de qualquer valor explica por que ele mudou.',
};
