import type { gapsEn } from './gaps-en';

export const gapsZh: Record<keyof typeof gapsEn, string> = {
  'gap.ask': '都不合适：问团队',
  'gap.ask-bare': '问团队',
  'gap.send.why': '把这段文字发给团队？不会发送其他内容。',
  'gap.send': '发送',
  'gap.send.not': '不发送',
  'gap.sent': '已发给团队',
  'gap.unreachable': '服务器没有回应。问题已记在这台电脑上。',
  'gap.undone': '不再记为未解答',
  'gap.taken-back': '已从团队撤回',
  'gap.take-back-waits': '服务器没有回应，恢复后会从团队撤回。',
  'gap.take-back-refused': '这台服务器无法撤回，团队仍会看到这个问题。',
  'gap.refused': '服务器没有接收。问题已记在这台电脑上。',

  'gaps.open': '未解答的问题：{count}',
  'gaps.name': '未解答的问题',
  'gaps.none': '没有等待解答的问题。',
  'gaps.unreachable': '服务器没有回应。',
  'gaps.times': '{count} 次，最近 {time}',
  'gaps.once': '{time}',
  'gaps.write': '写一条话术',
  'gaps.close': '完成',
  'gaps.sharing': '没有合适话术的问题直接发到这里，不再逐次询问客服',
  'gaps.sharing.hint':
    '关闭时，由客服看过文字后再发送。邮箱、电话、银行卡和证件号码始终会先被隐去。',
  'gaps.picks': '客服选用话术时，也共享客户的问法',
  'gaps.picks.hint':
    '开启后，选用两分钟后，客户的那条消息会连同所选话术出现在工作室的“学到的问法”页，隐去规则同上；撤销了的选用不会发出。客服会在设置里看到说明。30 天后删除。关闭后不再发来，已发来的保留到期满。',
  'gaps.rules': '另外隐去，每行一条',
  'gaps.rules.hint':
    '例如 订单: HB-######（# 代表一位数字，@ 代表一个字母，#+ 代表一位或多位数字）。',
  'gaps.rules.save': '保存',
  'gaps.rules.saved': '已保存。',
  'gaps.rules.bad': '看不懂：{line}',
};
