/** What is said in the middle of a conversation, whatever it is about. */
export const greetings = [
  'Olá! Eu sou a Pita, assistente virtual da Pitanga Casa. Já já alguém do time fala com você.',
  'Oi! Aqui é a Pita, da Pitanga Casa. Me conta em poucas palavras o que aconteceu?',
];
export const botAnswers = [
  'Encontrei seu pedido: ele está a caminho. Posso ajudar em algo mais?',
  'Você acompanha tudo em Minha Conta › Pedidos. Ficou alguma dúvida?',
  'Prontinho! Enviei o passo a passo para o seu e-mail.',
];
export const botThanks = ['Era só isso, obrigada', 'ok obg', 'Valeu!', 'Perfeito, obrigado', 'beleza'];
export const followUps = [
  'E quanto tempo demora?',
  'Certo, vou aguardar então',
  'Mas já me disseram isso ontem...',
  'Segue a foto',
  'O CPF é o mesmo do cadastro',
  'Tem como ver isso hoje ainda?',
  'Entendi. E se não chegar até lá?',
  'Não achei esse e-mail não',
  'Pode ser, obrigada',
  'oi? alguém aí?',
];
export const replies = [
  'Só um instante, {first}, vou verificar com o time responsável.',
  'Obrigado por aguardar, {first}! Já temos retorno.',
  'Consegui confirmar aqui. Você recebe a atualização por e-mail ainda hoje.',
  'Pode me mandar uma foto, por favor?',
  'Me confirma o CPF do titular, por gentileza?',
  'Registrei tudo no seu atendimento, {first}.',
];
export const closings = [
  'Fico à disposição, {first}! Se puder, avalie meu atendimento.',
  'Qualquer coisa é só chamar. Um abraço!',
  'Tudo resolvido por aqui! Obrigado pelo contato, {first}.',
];
export const reopenings = [
  'Oi, voltei. Ainda não resolveu',
  'Boa tarde, o problema continua',
  'Disseram que chegava hoje e nada de novo',
  'O estorno não apareceu, podem ver outra vez?',
];
export const notes = [
  'Cliente recorrente, cuidado no retorno.',
  'Aguardando posição da transportadora.',
  'Validado com o financeiro.',
  'Cliente ligou antes sobre o mesmo assunto.',
];
export const callNotes = [
  'Atendimento por telefone registrado.',
  'Cliente orientado por telefone.',
  'Retorno combinado por e-mail.',
];
export const lateReplies = [
  'Oi, {first}, desculpe a demora. Estamos com muitos contatos sobre a VentoLog na sua região.',
  'Peço desculpas, {first}: a VentoLog ainda não nos passou a posição do pedido {order}.',
  'O pedido {order} segue sem movimentação na VentoLog, {first}. Abri reclamação com eles.',
];
export const invitationsBody = ['Oi! Posso ajudar a escolher?', 'Está com dúvida no frete? Fala comigo!'];
