import { type Language, languages } from '../../domain/language';
import type { ColumnField } from '../../protocol/import-calls';

/** What a column's name says: `question` becomes title or phrasing, depending on the other columns. */
export type HeaderMeaning =
  | { readonly kind: Exclude<ColumnField, 'answer.en' | 'answer.zh' | 'ignore'> }
  | { readonly kind: 'question' | 'answer'; readonly language?: Language };

const words: readonly (readonly [pattern: RegExp, kind: HeaderMeaning['kind']])[] = [
  [/^(?:id|entryid|articleid|key|编号|编码|标识|知识id|主键)$/, 'id'],
  [
    /^(?:title|name|topic|subject|shortcode|shortcut|heading|标题|主题|名称|知识标题|标准问标题)$/,
    'title',
  ],
  [
    /^(?:phrasings?|alternativequestions?|variants?|utterances?|similar(?:question)?s?|synonyms?|aliases|otherquestions?|相似问(?:法|题)?|扩展问(?:法|题)?|问法|其他问法|别名|同义问法?|相似问句)$/,
    'phrasing',
  ],
  [
    /^(?:questions?|q|query|faq|customerquestion|asks?|问题|提问|问|标准问(?:题|法)?|客户问题|用户问题|问句)$/,
    'question',
  ],
  [
    /^(?:answers?|a|reply|replies|response|content|body|text|message|solution|答案|回答|答|回复|回复内容|答复|内容|标准答案|话术|解答)$/,
    'answer',
  ],
  [
    /^(?:tags?|labels?|category|categories|keywords?|folder|collection|group|标签|分类|类别|类目|关键词|关键字|目录)$/,
    'tags',
  ],
  [
    /^(?:validfrom|from|start|startdate|effectivefrom|生效日期|生效时间|开始日期|有效期起|生效)$/,
    'validFrom',
  ],
  [
    /^(?:validuntil|validto|until|end|enddate|expires?|expiry|expirydate|expireson|失效日期|失效时间|结束日期|有效期至|有效期止|到期日|过期时间|失效)$/,
    'validUntil',
  ],
  [/^(?:asksfirst|askfirst|clarify|followupquestion|反问|先问|追问|澄清问题)$/, 'asksFirst'],
  [/^(?:mustedit|editfirst|needsedit|需修改|须修改|必须修改|需编辑)$/, 'mustEdit'],
  [/^(?:attachments?|files?|downloads?|附件|附件链接|文件)$/, 'attachments'],
  [/^(?:links?|related|关联|关联知识|链接)$/, 'links'],
];

const languageWords: { readonly [language in Language]: RegExp } = {
  en: /^(?:en|eng|english|us|gb)$/,
  zh: /^(?:zh|cn|chinese|hans|chs)$/,
};

/** What a column's name says, in English or Chinese; undefined when it says nothing known. */
export function headerMeaning(name: string): HeaderMeaning | undefined {
  const plain = name.slice(0, 100).normalize('NFKC').trim();
  const whole = kindOf(plain.toLowerCase());
  if (whole !== undefined) return { kind: whole };
  // "answer_en", "AnswerEn", "Answer (English)", "英文答案": the language is taken off.
  const words = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/英文|英语/g, ' en ')
    .replace(/(?:简体)?中文|汉语/g, ' zh ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  for (const language of languages) {
    const others = words.filter((word) => !languageWords[language].test(word));
    if (others.length === words.length) continue;
    const kind = kindOf(others.join(''));
    if (kind === 'question' || kind === 'answer') return { kind, language };
    if (kind === 'title') return { kind: 'question', language };
    if (kind === 'phrasing') return { kind };
  }
  return undefined;
}

function kindOf(name: string): HeaderMeaning['kind'] | undefined {
  const bare = name.replace(/[\s_\-–.()[\]（）【】:：/*#]+|(?<!\d)\d+$/g, '');
  return words.find(([pattern]) => pattern.test(bare))?.[1];
}
