/** Comments left with a rating: of the satisfied, of the others by type, and of those hit by the new carrier. */
export const pleased = [
  'Ótimo atendimento!',
  'Super atenciosa, resolveu rapidinho',
  'Muito bom',
  'Adorei, nota 10',
  'resolveu meu problema na hora',
  'Atendente muito educado, parabéns',
  'Rápido e prático',
  'Gostei bastante, obrigada',
  'Tudo certo, chegou antes do prazo',
  '👏👏',
  'Só demorou um pouquinho, mas resolveu',
];

export const displeased: Readonly<Record<string, readonly string[]>> = {
  Entrega: [
    'Demorou mais do que o combinado',
    'O pedido chegou depois do prazo',
    'Queria uma previsão certa da entrega',
    'Entregador não achou o endereço e ninguém avisou',
  ],
  'Troca e devolução': [
    'O reembolso demora demais',
    'Processo de troca muito complicado',
    'Tive que explicar tudo de novo pra cada atendente',
    'Ainda espero o estorno',
  ],
  Produto: ['Produto veio com defeito e a troca é lenta', 'Qualidade caiu muito', 'Faltou peça de novo'],
  Pagamento: ['Cobraram duas vezes e ninguém resolve', 'Financeiro não responde', 'Nota fiscal nunca chega'],
  Cancelamento: ['Difícil cancelar', 'Queriam que eu desistisse de cancelar', 'Demorou pra cancelar'],
};
export const displeasedAnywhere = [
  'Demoraram pra responder',
  'Atendimento robótico, não resolveu nada',
  'não gostei',
  'Me passaram de um pra outro',
  'Resposta copiada e colada',
  'Fiquei esperando e ninguém voltou',
];

export const hitByCarrier = [
  'Atraso de mais de 10 dias e o rastreio não atualiza',
  'Essa VentoLog é péssima, só atraso',
  'Rastreio parado há uma semana em {city}, ninguém sabe de nada',
  'Desde que mudou a transportadora tudo chega com atraso aqui em {city}',
  'Demoraram horas pra responder e o rastreio continua igual',
  'Quarto dia de atraso, rastreio sem informação nenhuma',
  'Compro há anos e nunca vi tanto atraso na entrega',
  'O rastreio diz entregue e não chegou nada!',
  'Atraso na entrega e atraso pra responder',
  'VentoLog perdeu meu pacote. Rastreio some do site',
  'péssimo, atraso atrás de atraso',
];

export const promoters = [
  'Sempre compro, recomendo',
  'Loja linda e entrega boa',
  'Atendimento humano de verdade',
  'Preço justo',
];
export const detractors = [
  'Frete caro e demorado',
  'Depois que compra, somem',
  'Já foi melhor',
  'Prazo nunca é cumprido',
];
