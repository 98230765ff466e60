import type { Translation } from '../translation.ts';
import type { galleryEn } from '../en/gallery.ts';

export const galleryPtBR: Translation<typeof galleryEn> = {
  'gallery.alternatives': 'Com estes dados dá para calcular: {alternatives}.',
  'gallery.better.down': 'quanto menor, melhor',
  'gallery.better.neither': 'nem mais nem menos é melhor',
  'gallery.better.up': 'quanto maior, melhor',
  'gallery.cut.breakdown': 'Por dimensão',
  'gallery.cut.headline': 'Valor',
  'gallery.cut.rows': 'As linhas por trás',
  'gallery.cut.trend': 'Evolução',
  'gallery.cuts': 'Cortes',
  'gallery.insert': 'Inserir no notebook',
  'gallery.meaning': 'O que significa e como engana',
  'gallery.noData': 'Importe dados para ver o valor.',
  'gallery.none': 'Nenhum KPI corresponde a “{query}”.',
  'gallery.now': 'Todos os dados carregados · {path}',
  'gallery.search': 'Buscar KPIs',
  'gallery.theme.agents': 'Agentes e escala',
  'gallery.theme.commerce': 'Vendas e redes sociais',
  'gallery.theme.customer': 'Cliente',
  'gallery.theme.resolution': 'Qualidade da resolução',
  'gallery.theme.satisfaction': 'Satisfação',
  'gallery.theme.speed': 'Velocidade',
  'gallery.theme.volume': 'Volume e backlog',
  'gallery.title': 'KPIs',
  'gallery.unknown': 'Não existe KPI chamado {id}.',
};
