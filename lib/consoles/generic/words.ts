import type { Role } from '../../domain/message';

const set = (words: string) => new Set(words.split(' '));

/** Words of classes, attributes and names that tell who wrote a row, in the languages of consoles. */
const roleWords: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ['note', set('note notes internal private whisper memo remark notiz intern 备注 内部')],
  [
    'system',
    set(
      'system sys event events info activity status date day divider separator notice tip lineitem log 系统 提示',
    ),
  ],
  ['bot', set('bot robot chatbot automated 机器人')],
  [
    'agent',
    set(
      'agent operator op admin staff support outgoing outbound out sent self mine me my own ours you employee seller service representative assistant mitarbeiter berater agente kefu 客服 坐席 商家 我',
    ),
  ],
  [
    'customer',
    set(
      'customer visitor client guest user enduser requester incoming inbound in received other others them their theirs buyer contact kunde kundin cliente kehu 客户 访客 买家 顾客 用户',
    ),
  ],
];

/** The role that a word stands for; undefined for all others. */
export function roleOfWord(word: string): Role | undefined {
  return roleWords.find(([, words]) => words.has(word))?.[0];
}

/** Some consoles call the customer so, others whoever sits before them: where a row stands says more. */
export const isEitherOnes = (word: string): boolean => word === 'user' || word === 'users';

/** `isFromVisitor` → is, from, visitor. Short words count only between marks: hashes hold them too. */
export function wordsOf(name: string): string[] {
  const marked = new Set(name.toLowerCase().split(/[^\p{L}]+/u));
  return name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3 || marked.has(word));
}

/** Marks of delivery stand below what the composer's owner wrote. */
export const deliveryMark =
  /^(✓|✔|seen\b|read\b|delivered|sent\b|gelesen|zugestellt|gesendet|le[ií]do|enviado|lu\b|已读|未读|已送达|已发送)/i;
export const replyWords =
  /reply|respon|answer|message|write|type|antwort|nachricht|schreib|respuest|escrib|mensaje|répon|rispo|回复|输入|消息|发送|返信|رد|اكتب|ответ/i;
export const sendWords =
  /^(send|reply|submit|antworten|senden|enviar|responder|envoyer|répondre|发送|回复|发 送|送信|إرسال|отправить)/i;
export const searchWords = /search|find|filter|such|busca|cherch|搜索|查找|查询|بحث|поиск/i;
/** What is written for staff only says so; what is for the customer, too, is none of it. */
export const noteBoxWords =
  /\b(note|notes|internal|internally|private|privately|whisper|notiz|notizen|intern|interne|interna|interno|nota|privad[ao]|privat|priv\u00e9e?)\b|备注|内部|私密|仅团队|メモ|заметк|внутренн|ملاحظة|داخلي/i;
export const replyBoxWords =
  /\b(reply|respond|public|customer|client|visitor|antwort\w*|kunden?|responder|r\u00e9pon\w*)\b|回复|客户|访客|ответ|رد على/i;
/** Fields beside a reply box that are none. */
export const otherFieldWords =
  /subject|betreff|asunto|title|\bto\b|\bcc\b|note|notiz|remark|internal|private|signature|备注|内部|标题|tag/i;
