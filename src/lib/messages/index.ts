export {
  describe,
  isLocale,
  locales,
  say,
  tell,
  type Locale,
  type MessageCode,
  type Sentence,
} from './messages.ts';
export { messagesEn } from './en/index.ts';
export { messagesPtBR } from './pt-BR/index.ts';
