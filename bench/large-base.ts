/** A message that a customer might write, and the id of the entry that answers it. */
export type Asked = { readonly text: string; readonly entry: string };

export type LargeBase = {
  readonly id: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    readonly phrasings: readonly string[];
    readonly answer: string;
  }[];
  /** The base as a `cuecard/1` file. */
  readonly content: string;
  /** A message in words that are no phrasing of the file; `at` counts from 0. */
  ask(at: number): Asked;
};

type Words = {
  readonly things: readonly string[];
  readonly makes: readonly string[];
  /** The first is that of a base of up to 10,000 entries. */
  readonly series: readonly string[];
  readonly problems: readonly (readonly [title: string, ...said: string[]])[];
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  title(problem: string, make: string, thing: string): string;
  phrasing(opening: string, said: string, make: string, thing: string, closing: string): string;
  answer(problem: string, make: string, thing: string, step: number): string;
};

const english: Words = {
  things: (
    'router,fibre box,phone,tablet,smart watch,TV box,booster,SIM card,eSIM,landline,modem,doorbell,' +
    'headset,charger,speaker,camera,dongle,remote control,power adapter,wall socket'
  ).split(','),
  makes: (
    'Harbour,Kestrel,Lumen,Northgate,Osprey,Pike,Quill,Rowan,Sable,Tern,Umber,Vesper,Wren,Alder,' +
    'Birch,Cedar,Dune,Ember,Fjord,Grove,Heron,Iris,Juniper,Lark,Maple'
  ).split(','),
  series: ['', ' Mini', ' Ultra', ' Classic', ' Outdoor'],
  problems: [
    ['does not switch on', 'it stays dark when i press the button', 'will not start any more'],
    ['arrived damaged', 'the box was crushed and it is cracked', 'came broken out of the parcel'],
    ['was never delivered', 'tracking says delivered but nobody came', 'still waiting for it'],
    ['keeps losing signal', 'drops out every evening', 'the connection comes and goes all day'],
    ['should be returned', 'i changed my mind and want to send it back', 'how do returns work'],
    ['was charged twice', 'you took the money two times', 'two payments on my card statement'],
    ['needs a new password', 'i forgot the password', 'locked out after three tries'],
    ['gets too hot', 'it burns my fingers', 'smells hot after an hour'],
    ['needs an update', 'it asks for new firmware', 'the update stops at half way'],
    ['should move house with me', 'we are moving next month', 'new address from july'],
    ['is slower than promised', 'speed test shows a tenth of it', 'so slow i cannot watch films'],
    ['has a wrong bill', 'the bill is higher than agreed', 'what is this extra fee'],
    ['makes a strange noise', 'it hums at night', 'there is a clicking sound inside'],
    ['should be insured', 'can i get cover for it', 'is theft included in the plan'],
    ['needs a spare part', 'the cable is missing', 'lost the small screws'],
    ['has a cancelled order', 'please stop my order', 'ordered by mistake, undo it'],
    ['needs an invoice', 'my company wants a receipt with tax', 'send me the invoice again'],
    ['has a warranty question', 'how long is the guarantee', 'bought a year ago, still covered'],
    ['does not pair', 'bluetooth cannot find it', 'linking fails with an error'],
    ['should be upgraded', 'i want the newer model', 'what does a better one cost'],
  ],
  openings: ['', 'hello, ', 'hi there, ', 'sorry to bother you, ', 'third time i ask: ', 'ok so '],
  closings: ['', '?', ' please help', ', what now', ', thanks', ' since yesterday'],
  title: (problem, make, thing) => `${make} ${thing} ${problem}`,
  phrasing: (opening, said, make, thing, closing) =>
    `${opening}my ${make} ${thing}, ${said}${closing}`,
  answer: (problem, make, thing, step) =>
    `Sorry that your ${make} ${thing} ${problem}, {{customer.name}}.\n\nPlease open **My devices**, choose the ${thing} and follow step ${step}. It takes about ten minutes; tell me what the screen shows then.`,
};

const chinese: Words = {
  things: (
    '路由器,手机壳,充电器,耳机,平板,手表,音箱,摄像头,台灯,电饭锅,吹风机,牙刷,保温杯,行李箱,键盘,鼠标,' +
    '显示器,空气炸锅,扫地机,体重秤'
  ).split(','),
  makes: (
    '木棉,白露,青禾,远山,海棠,星河,竹影,云帆,松涛,麦田,石榴,银杏,丹枫,蓝湾,橙月,紫藤,晨曦,南桥,北辰,' +
    '东篱,西岭,江枫,雪松,山茶,芦花'
  ).split(','),
  series: ['', '青春版', '旗舰版', '儿童款', '车载款'],
  problems: [
    ['开不了机', '按了没反应', '怎么都打不开'],
    ['收到就坏了', '打开快递发现裂了', '外包装压扁了东西也坏了'],
    ['一直没收到', '物流显示签收了可我没拿到', '等了好几天还没到'],
    ['老是断线', '每天晚上都掉', '信号时有时无'],
    ['想退货', '不想要了怎么退', '七天内能退吗'],
    ['重复扣款', '扣了我两次钱', '银行卡扣了两笔'],
    ['忘记密码', '密码想不起来了', '输错三次被锁了'],
    ['发热严重', '烫手不敢用', '用一会儿就很热'],
    ['怎么升级', '提示要更新系统', '更新到一半卡住'],
    ['修改地址', '地址填错了', '搬家了换个地址送'],
    ['速度太慢', '比宣传的慢多了', '卡得没法用'],
    ['账单不对', '怎么多收了钱', '这笔费用是什么'],
    ['有异响', '晚上嗡嗡响', '里面咔咔的声音'],
    ['能买保险吗', '摔坏了保不保', '有没有碎屏险'],
    ['少了配件', '没有数据线', '螺丝少了两颗'],
    ['取消订单', '拍错了帮我取消', '不买了退款'],
    ['开发票', '公司要报销发票', '发票再发我一份'],
    ['保修多久', '买了一年还保修吗', '保修期怎么算'],
    ['连不上蓝牙', '搜不到设备', '配对失败'],
    ['换新款', '想换个新型号', '以旧换新补多少'],
  ],
  openings: ['', '你好，', '亲，', '麻烦问下，', '第三次问了，', '在吗 '],
  closings: ['', '？', '，怎么办', '，谢谢', '，急', '呀'],
  title: (problem, make, thing) => `${make}${thing}${problem}`,
  phrasing: (opening, said, make, thing, closing) => `${opening}${make}的${thing}${said}${closing}`,
  answer: (problem, make, thing, step) =>
    `{{customer.name}}您好，${make}${thing}${problem}的话，请先打开**我的设备**，选择${thing}，按第${step}步操作。\n大约需要十分钟，屏幕上显示什么请告诉我。`,
};

const phrasingsPerEntry = 5;

/** A base of made-up entries, five distinct phrasings each; the same at every run. Up to 50,000. */
export function makeLargeBase(language: 'en' | 'zh', entries: number): LargeBase {
  const words = language === 'en' ? english : chinese;
  const { things, makes, series, problems, openings, closings } = words;
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const parts = (at: number) => {
    const problem = problems[at % problems.length] ?? problems[0] ?? [''];
    const thing = pick(things, Math.floor(at / problems.length));
    const made = Math.floor(at / problems.length / things.length);
    const make = pick(makes, made) + pick(series, Math.floor(made / makes.length));
    return { problem, thing, make };
  };
  const say = (at: number, way: number) => {
    const { problem, thing, make } = parts(at);
    const said = problem[way % problem.length] ?? '';
    const mixed = at * 7 + way * 5;
    const closing = pick(closings, Math.floor(mixed / openings.length) + way);
    return words.phrasing(pick(openings, mixed), said, make, thing, closing);
  };
  const id = `bench-${language}`;
  const made = Array.from({ length: entries }, (_, at) => {
    const { problem, thing, make } = parts(at);
    return {
      id: `entry-${at}`,
      title: words.title(problem[0], make, thing),
      phrasings: Array.from({ length: phrasingsPerEntry }, (_, way) => say(at, way)),
      answer: words.answer(problem[0], make, thing, 1 + (at % 9)),
    };
  });
  const base = { id, name: `Bench ${language}`, scope: 'shared', language };
  return {
    id,
    entries: made,
    content: JSON.stringify({ format: 'cuecard/1', base, entries: made }),
    ask(at) {
      // A prime step visits entries from all over the base.
      const entry = (at * 6_151) % entries;
      return { text: `${say(entry, phrasingsPerEntry + 1)} (${at + 1})`, entry: `entry-${entry}` };
    },
  };
}
