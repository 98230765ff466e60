import type { Translation } from '../translation.ts';
import type { sharingEn } from '../en/sharing.ts';

export const sharingPtBR: Translation<typeof sharingEn> = {
  'sharing.command.copyLink': 'Copiar link deste notebook',
  'sharing.copyLink': 'Copiar link',
  'sharing.size': '{count} KB',
  'sharing.link.copied':
    'Um link de {size} está na área de transferência. Ele leva o próprio notebook e nada dos seus dados.',
  'sharing.link.copiedLong':
    'Um link de {size} está na área de transferência. Alguns programas de e-mail e de chat cortam links tão longos: se ele não abrir, envie o arquivo.',
  'sharing.link.tooLong': 'O link teria {size}, e nem todo navegador abre um link assim. Envie o arquivo.',
  'sharing.link.notCopied':
    'O navegador não deixou o link ir para a área de transferência. Permita isso nesta página ou envie o arquivo.',
  'sharing.link.damaged':
    'O link não traz um notebook inteiro: provavelmente foi cortado no caminho. Peça o link de novo, ou o arquivo.',
  'sharing.link.newer':
    'O link foi feito por uma versão mais nova do Deskbook. Recarregue a página para usar a mais recente.',
  'sharing.saveInstead': 'Salvar arquivo…',
  'sharing.question': 'Você confia neste notebook?',
  'sharing.by.link':
    '“{name}” veio em um link e não foi escrito neste navegador. Nada dele foi executado. Isto é o que ele faria:',
  'sharing.by.file':
    '“{name}” veio de um arquivo que não foi escrito neste navegador. Nada dele foi executado. Isto é o que ele faria:',
  'sharing.by.folder':
    '“{name}” está em uma pasta e você ainda não disse que confia em quem escreve os arquivos dela. Nada dele foi executado. Isto é o que ele faria:',
  'sharing.by.withdrawn':
    'Você deixou de confiar em “{name}”. Ele não é mais executado. Isto é o que ele faria:',
  'sharing.cells': { one: 'Tem {count} célula.', other: 'Tem {count} células.' },
  'sharing.reads': 'Lê {names}.',
  'sharing.readsNothing': 'Não lê nenhuma das suas tabelas.',
  'sharing.onlyAsks': 'Seu SQL só consulta: nenhum comando dele altera nada.',
  'sharing.deeds': {
    one: '{count} comando faz mais do que consultar:',
    other: '{count} comandos fazem mais do que consultar:',
  },
  'sharing.place': 'Célula {place}',
  'sharing.nothingLeaves': 'Confiando ou não, ele não pode enviar nada: nenhum dado sai deste navegador.',
  'sharing.trust': 'Confiar e abrir',
  'sharing.trustFolder': 'Confiar na pasta toda e abrir',
  'sharing.withdraw': 'Deixar de confiar',
  'sharing.command.withdraw': 'Deixar de confiar neste arquivo ou na pasta dele',
  'sharing.folder.question': 'Você confia em quem escreve os arquivos da pasta “{name}”?',
  'sharing.folder.yes': 'Sim, confio',
  'sharing.folder.yesMeans': 'Os notebooks e KPIs dela podem ser executados aqui',
  'sharing.folder.no': 'Não, só quero ler',
  'sharing.folder.noMeans': 'Os arquivos dela abrem como texto e nada neles é executado',
  'sharing.folder.asText':
    'Você ainda não disse que confia em quem escreve os arquivos desta pasta: eles abrem como texto.',
  'sharing.folder.trust': 'Confiar na pasta',
  'sharing.cut':
    'Estes são os primeiros {count} caracteres de {all}. O que ele faria foi lido no notebook inteiro.',
  'sharing.gone': 'Este arquivo não está mais guardado. Abra de novo a partir de onde veio.',
  'sharing.status.trusted': 'Confiável',
  'sharing.status.notTrusted': 'Não confiável',
  'sharing.status.own': 'Este arquivo foi escrito neste navegador, ou você disse que confia nele.',
  'sharing.status.folder': 'Este arquivo está em uma pasta do seu disco em cujos autores você confia.',
  'sharing.status.untrusted': 'Este arquivo abre como texto e só é executado depois que você confiar nele.',
  'sharing.status.shipped': 'Este notebook vem com o Deskbook.',
  'sharing.status.stranger': 'Este notebook vem de fora e só é executado depois que você confiar nele.',
};
