import type { Customer } from './customer.ts';

export const kapokCustomers: readonly Customer[] = [
  {
    id: 'c-chen-jing',
    name: '陈静',
    channel: '微信 · 木棉商城',
    card: { order: 'KP88210', region: '杭州' },
    history: [
      { minutesAgo: 21, from: 'customer', text: '在吗' },
      {
        minutesAgo: 21,
        from: 'bot',
        text: '您好，欢迎光临木棉商城，请稍等，正在为您转接人工客服。',
      },
      { minutesAgo: 20, from: 'system', text: 'Conversation assigned to Ana' },
      { minutesAgo: 20, from: 'customer', text: '那个米色的保温杯还有货吗' },
      {
        minutesAgo: 19,
        from: 'agent',
        text: '在的亲，米色 500ml 现在有货，今天下午四点前拍下当天发出。',
      },
      { minutesAgo: 17, from: 'customer', text: '好 我拍了' },
      { minutesAgo: 16, from: 'note', text: '老顾客，今年第 6 单，说话客气点~' },
      { minutesAgo: 16, from: 'agent', text: '收到，谢谢您的支持！' },
    ],
  },
  {
    id: 'c-wang-lei',
    name: '王磊',
    channel: 'App · 木棉商城',
    card: { order: 'KP88236', region: '成都' },
    history: [
      { minutesAgo: 75, from: 'system', text: 'Conversation assigned to Ana' },
      { minutesAgo: 75, from: 'customer', text: '我的货发了没有' },
      {
        minutesAgo: 73,
        from: 'agent',
        text: '您好，已经查到了：\n前天下午已发出，走的是中通，物流信息在订单页可以看到。',
      },
      { minutesAgo: 72, from: 'customer', text: '行' },
      { minutesAgo: 71, from: 'note', text: '催过一次物流，再来问就转快递专员。' },
      { minutesAgo: 70, from: 'agent', text: '好的，有问题随时找我。' },
    ],
  },
  {
    id: 'c-lin-xiaoyu',
    name: '林小雨',
    channel: '网页 · 木棉商城',
    card: { order: 'KP88251', region: '广州' },
    history: [
      { minutesAgo: 190, from: 'customer', text: '卫衣的退货我寄回去了哈' },
      { minutesAgo: 189, from: 'system', text: 'Conversation assigned to Ana' },
      { minutesAgo: 188, from: 'agent', text: '好的亲，仓库签收验货后会给您退款，请留意短信。' },
      { minutesAgo: 187, from: 'note', text: '退货单号已登记，等仓库签收。' },
      { minutesAgo: 186, from: 'customer', text: '嗯嗯' },
      { minutesAgo: 185, from: 'agent', text: '感谢您的理解，祝您生活愉快~' },
    ],
  },
];
