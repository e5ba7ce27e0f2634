import type { rankingEn } from './ranking-en';

export const rankingZh: Record<keyof typeof rankingEn, string> = {
  'question.number': '第 {at} 个问题，共 {count} 个',
  'question.answered': '已回答',
  'question.none': '没有适合这个问题的回复。',
  'question.none-direct': '这个问题没有可直接回复的话术。',
  'question.related': '相关',
  'live.questions.one': '{count} 个问题，最合适：{title}',
  'live.questions.other': '{count} 个问题，第一个最合适：{title}',
  'live.questions-open.one': '{count} 个问题，最合适：{title}',
  'live.questions-open.other': '{count} 个问题，第一个没有适合的回复；其他问题最合适：{title}',

  'better.found': '有更合适的回复',
  'better.show': '看看',

  'update.changed': '刚刚更新',
  'update.changed.take': '显示新内容',
  'update.gone': '刚刚撤下',
  'update.gone.take': '收起',
  'live.update': '刚刚更新：{title}',
  'live.gone': '刚刚撤下：{title}',

  'why.show': '为什么',
  'why.nearest': '最像的问法：{phrasing}',
  'why.words': '相同的词：{words}',
  'why.between': '、',
  'why.votes': '依据：{votes}',
  'why.vote.words': '用词 {percent}%',
  'why.vote.letters': '相近写法 {percent}%',
  'why.vote.phrasings': '最像的问法 {percent}%',
  'why.vote.keywords': '少见的词 {percent}%',
  'why.vote.sense': '意思相近的词 {percent}%',
};
