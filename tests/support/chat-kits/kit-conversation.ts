export type KitRow = {
  readonly role: 'customer' | 'agent' | 'system';
  readonly text: string;
  /** Hour and minute. */
  readonly at: string;
};

/** What a page made with a chat kit shows; the reader is asked to find the same again. */
export type KitConversation = {
  readonly customer: string;
  readonly agent: string;
  readonly others: readonly { readonly name: string; readonly last: string }[];
  readonly placeholder: string;
  readonly rows: readonly KitRow[];
};

export type KitLanguage = 'en' | 'zh';

const row = (role: KitRow['role'], at: string, text: string): KitRow => ({ role, at, text });

export const kitConversations: { readonly [Language in KitLanguage]: KitConversation } = {
  en: {
    customer: 'Priya Nair',
    agent: 'Tomas',
    others: [
      { name: 'Ben Ortega', last: 'Thanks, that worked.' },
      { name: 'Ines Duarte', last: 'When do you open on Saturday?' },
      { name: 'Karl Holm', last: 'I still see the old price.' },
    ],
    placeholder: 'Type message here',
    rows: [
      row('customer', '09:12', 'Hello, the router I got on Monday does not turn on.'),
      row('agent', '09:13', 'Hi Priya, sorry to hear that. Is the lamp next to the plug lit?'),
      row('customer', '09:14', 'No'),
      row('customer', '09:14', 'I tried two sockets in different rooms, none of them helps.'),
      row('agent', '09:16', 'Then the power supply is broken. I can send you a new one today.'),
      row('customer', '09:17', 'How long will that take?'),
      row('agent', '09:18', 'Two working days.'),
      row('customer', '09:20', 'Fine. Do I have to send the broken one back, and who pays for it?'),
    ],
  },
  zh: {
    customer: '周晓彤',
    agent: '小林',
    others: [
      { name: '王建国', last: '好的，谢谢' },
      { name: '李静', last: '什么时候发货？' },
    ],
    placeholder: '请输入',
    rows: [
      row('customer', '14:02', '你好，我昨天买的外套尺码不合适'),
      row('agent', '14:03', '您好，请问您想换大一码还是小一码呢？'),
      row('customer', '14:03', '大一码，黑色还有货吗'),
      row('agent', '14:05', '黑色 L 码有货，可以为您换货。'),
      row('agent', '14:05', '请您在订单页面申请换货，填写快递单号即可。'),
      row('customer', '14:08', '运费谁出'),
      row('agent', '14:09', '首次换货由我们承担来回运费。'),
      row('customer', '14:11', '收到后多久能寄出新的？'),
    ],
  },
};
