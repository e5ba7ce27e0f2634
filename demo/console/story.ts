const couponPhoto = new URL('./photos/coupon.svg', import.meta.url).href;

export type StoryMessage = {
  /** Pause since the message before. */
  readonly afterMs: number;
  /** Id of the conversation. */
  readonly customer: string;
  readonly text: string;
  readonly photo?: string;
};

/**
 * What customers write on their own, in about three minutes. Nobody waits for Ana: they talk across
 * each other, as on a busy morning.
 */
export const story: readonly StoryMessage[] = [
  {
    afterMs: 3_000,
    customer: 'c-maria',
    text: 'ok so i moved it and now the light on the fibre box is red and i have no internet at all',
  },
  {
    afterMs: 14_000,
    customer: 'c-chen-jing',
    text: '亲 我刚发现收货地址填错了，还没发货吧，能帮我改一下吗',
  },
  {
    afterMs: 15_000,
    customer: 'c-tom',
    text: 'hi me again, why is my bill so much higher this month?? i didnt change anything',
  },
  // A burst of three: to be read as one.
  { afterMs: 13_000, customer: 'c-wang-lei', text: '在不在' },
  { afterMs: 1_800, customer: 'c-wang-lei', text: '物流三天没动了' },
  { afterMs: 2_200, customer: 'c-wang-lei', text: '一直停在中转站，我急用啊！！' },
  // Two questions in one message.
  {
    afterMs: 16_000,
    customer: 'c-aisha',
    text: 'How do I activate my eSIM on my iPhone? Also my sister is visiting and I forgot the wifi password, where do I find it?',
  },
  { afterMs: 13_000, customer: 'c-maria', text: 'thank you so much Ana, youre a star' },
  {
    afterMs: 14_000,
    customer: 'c-lin-xiaoyu',
    text: '退货都签收两天了，退款怎么还没到账？',
  },
  // Chinese and English in one breath.
  {
    afterMs: 15_000,
    customer: 'c-zhang-wei',
    text: '还有 昨天约的 engineer 根本没来，I waited in all day, nobody showed up，什么时候能 reschedule？',
  },
  // A picture first, its question after it.
  { afterMs: 14_000, customer: 'c-chen-jing', text: '', photo: couponPhoto },
  { afterMs: 2_500, customer: 'c-chen-jing', text: '这张优惠券怎么用不了，是灰的点不动' },
  // Nothing in a knowledge base answers this one.
  {
    afterMs: 15_000,
    customer: 'c-tom',
    text: 'random one: do you lot sponsor kids football? my sons under 9s are after new shirts',
  },
  {
    afterMs: 15_000,
    customer: 'c-aisha',
    text: 'tbh if this drags on i want to cancel. how much to leave before the contract ends',
  },
  { afterMs: 13_000, customer: 'c-wang-lei', text: '算了 先问下能开发票吗，报销用' },
  { afterMs: 14_000, customer: 'c-lin-xiaoyu', text: '另外那条裤子买小了，想换大一码怎么弄' },
];
