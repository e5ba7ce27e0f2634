import type { figuresEn } from './figures-en';

export const figuresZh: Record<keyof typeof figuresEn, string> = {
  'figures.name': '统计',
  'figures.hint':
    '客服使用团队话术的情况。服务器每分钟统计一次，日期按 UTC 计算；撤销的也计算在内。',
  'figures.span': '时间范围',
  'figures.days': '{count} 天',
  'figures.year': '一年',
  'figures.since': '从 {date} 开始统计，之前没有数据。',
  'figures.none': '还没有统计数据',
  'figures.none.hint': '客服填入团队话术后，一分钟左右就会显示在这里。',
  'figures.failed': '统计在服务器上，而服务器没有回应',
  'figures.by-day': '每天的情况，最新的在前',
  'figures.day': '日期',
  'figures.picks': '采用',
  'figures.edits': '修改后采用',
  'figures.rejections': '不合适',
  'figures.gaps': '未解答',
};
