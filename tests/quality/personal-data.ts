import { seeded } from '../support/seeded';

export type LabelledText = {
  readonly text: string;
  /** What must be gone from it; empty where nothing may be. */
  readonly secret: string;
  readonly kind: string;
};

const random = seeded(20_261_122);
const below = (count: number) => Math.floor(random() * count);
const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[below(values.length)] ?? values[0];
/** A pattern in which each `9` is any digit and each `2` one from 2 to 9. */
const fill = (pattern: string) =>
  pattern.replace(/[92]/g, (sign) => String(sign === '9' ? below(10) : 2 + below(8)));

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (digits: string, sizes: readonly number[], gap: string) => {
  const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, at) => digits.slice(end - (sizes[at] ?? 0), end)).join(gap);
};

function mail(): string {
  const name = pick(['maria', 'j.chen', 'zhang_wei', 'o-neill', 'info+shop', 'wang.li88', 'a1']);
  const host = pick([
    'gmail.com',
    'qq.com',
    '163.com',
    'mail.example.co.uk',
    'x-y.io',
    'uni.edu.cn',
  ]);
  return `${name}${below(1000)}@${host}`;
}

function withLuhn(head: string): string {
  for (let check = 0; check < 10; check++) {
    const digits = `${head}${check}`;
    const sum = [...digits].reverse().reduce((total, sign, at) => {
      const doubled = Number(sign) * (at % 2 === 0 ? 1 : 2);
      return total + (doubled % 10) + Math.floor(doubled / 10);
    }, 0);
    if (sum % 10 === 0) return digits;
  }
  return head;
}

function card(): string {
  const [prefix, length]: readonly [string, number] = pick([
    ['4', 16],
    ['4', 13],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['34', 15],
    ['37', 15],
    ['36', 14],
    ['6011', 16],
    ['3530', 16],
    ['62', 16],
    ['6222', 19],
    ['6228', 19],
  ]);
  const number = withLuhn(prefix + fill('9'.repeat(length - prefix.length - 1)));
  const gap = pick(['', ' ', '-', '']);
  if (gap === '') return number;
  if (length === 15) return grouped(number, [4, 6, 5], gap);
  if (length === 14) return grouped(number, [4, 6, 4], gap);
  return grouped(number, [4, 4, 4, 4, ...(length > 16 ? [3] : [])], gap).replace(/[ -]$/, '');
}

function chineseId(): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const head = `${pick(['110105', '310101', '440305', '510104', '330106'])}${1940 + below(70)}${two(1 + below(12))}${two(1 + below(28))}${fill('999')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(head[at]), 0);
  const id = head + '10X98765432'.charAt(sum % 11);
  return pick([id, id, id.toLowerCase(), grouped(id, [6, 8, 4], ' ')]);
}

/** What people put between digits on a Chinese keyboard, and on others that space widely. */
const chineseGaps = ['－', '　', '—', '–', '\u00a0', '\u2011'] as const;
/** Letters that stand directly before a number in Chinese, with and without a sign between. */
const wideDigits = (text: string) =>
  text.replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const mobile = () => {
  const number = `1${3 + below(7)}${fill('999999999')}`;
  const written = pick([
    number,
    grouped(number, [3, 4, 4], ' '),
    grouped(number, [3, 4, 4], '-'),
    grouped(number, [3, 4, 4], pick(chineseGaps)),
  ]);
  return pick(['', '', '+86 ', '+86', '0086 ', '86-', '(+86) ', '＋86 ']) + written;
};

const international = () =>
  fill(
    pick([
      '+1 (229) 299-9999',
      '(229) 299-9999',
      '229-299-9999',
      '1-829-299-9999',
      '+44 7999 999999',
      '+44 20 7999 9999',
      '020 7999 9999',
      '+49 171 9999999',
      '+33 6 99 99 99 99',
      '06 99 99 99 99',
      '+852 9999 9999',
      '+65 8999 9999',
      '+81-90-9999-9999',
      '+61 499 999 999',
      '+8801799999999',
      '010-69999999',
      '0755-2999 9999',
      '(021) 6999 9999',
      '010－69999999',
      '0755—29999999',
      '+86 (0)21 6999 9999',
      '+44 (0)20 7999 9999',
      '+81 80-9999-9999',
      '+55 11 99999-9999',
      '+7 929 999-99-99',
      '+34 699 99 99 99',
      '+43 660 9999999',
      '+380 67 999 9999',
      '+886 999 999 999',
      '+60 12-999 9999',
      '+31 6 99999999',
      '00 44 7999 999999',
      '0033 6 99 99 99 99',
    ]).replace(/(?<=\+\d*)2/, '2'),
  );

const around: Record<string, readonly [string, ...string[]]> = {
  mail: ['My mail is #.', 'Please write to # today', '我的邮箱是#谢谢', '发到#，急', '(#)'],
  card: [
    '卡号：#，麻烦查一下',
    '银行卡「#」扣了两次',
    'I paid with #.',
    'My card number is #, exp 12/28',
    '我的卡号是#',
    '用#付的款',
    'card # was charged twice',
  ],
  id: [
    'My ID is #.',
    '身份证号：#',
    '我的身份证#，请核实',
    'ID number # for the contract',
    '实名用#可以吗',
  ],
  mobile: [
    'Call me on # please',
    '电话：#，谢谢',
    '我的电话是#（微信同号）',
    '联系方式#、急用',
    '收货人手机【#】',
    '我的手机号是#',
    '打#找我',
    '电话#，急！',
    'You can reach me at #.',
    '#',
  ],
  phone: [
    '电话：#。',
    '传真＃ #，座机同号',
    'Call me on # please',
    'My number is #.',
    '座机#',
    'Reach me at # after 5 pm',
    '#',
  ],
};

const makers = { mail, card, id: chineseId, mobile, phone: international };

/** Sentences of customers, each with one thing in it that must not be stored. */
export const withPersonalData = (count: number): LabelledText[] =>
  Array.from({ length: count }, (_, at) => {
    const kinds = Object.keys(makers) as [keyof typeof makers];
    const kind = kinds[at % kinds.length] ?? 'mail';
    const plain = makers[kind]();
    const dress = random();
    const secret = dress < 0.1 ? wide(plain) : dress < 0.2 ? wideDigits(plain) : plain;
    return { kind, secret, text: pick(around[kind] ?? ['#']).replace('#', () => secret) };
  });

const two = (number: number) => String(number).padStart(2, '0');
const day = (gap: string) => [2024 + below(4), two(1 + below(12)), two(1 + below(28))].join(gap);
const time = () => `${two(below(24))}:${two(below(60))}`;

const harmless: Record<string, () => string> = {
  order: () =>
    `${pick(['My order number is ', 'Order #', 'order ', '订单号', '订单号：', '订单编号是'])}${fill(
      pick([
        '99999999',
        '2999999999',
        '999999999999',
        '2999999999999999',
        '299999999999999999',
        '9999999999999999999',
        '113-9999999-9999999',
      ]),
    )}`,
  tracking: () =>
    `${pick(['Tracking ', 'tracking number is ', 'The parcel ', '快递单号', '运单号：', '物流单号是'])}${fill(
      pick([
        'SF9999999999999',
        'YT9999999999999',
        '999999999999',
        '9400999999999999999999',
        '1Z999AA99999999999',
        'JD99999999999',
        '7799999999999',
      ]),
    )}`,
  bare: () =>
    `${pick(['Where is ', '查一下', 'It says ', 'status of '])}${fill(pick(['999999', '99999999', '299999999', '100299999999', '2026112299999999', '2999999999999999', '299999999999999999', '20261122999999999']))}`,
  price: () =>
    `${pick(['I paid ', '花了', 'It costs ', 'refund of '])}${pick(['$', '€', '¥', '￥', ''])}${fill(pick(['29.99', '1,299.00', '12999.00', '299', '1 299,00', '1,234,567.89']))}${pick(['', ' USD', '元', ' dollars'])}`,
  date: () =>
    `${pick(['On ', '从', 'since ', 'It was '])}${pick([day('-'), day('/'), day('.'), day(''), `${day('-')} ${time()}`, `${two(1 + below(28))}.${two(1 + below(12))}.2026`, `2026年${1 + below(12)}月${1 + below(28)}日${time()}`])}`,
  other: () =>
    pick([
      () => `Error code ${fill('0x999')} on firmware ${fill('9.99.9')}`,
      () => `My router is 192.168.${below(255)}.${below(255)}`,
      () => `IMEI ${withLuhn(fill('35999999999999'))}`,
      () => `第${below(1000)}页第${below(50)}行，共${fill('29999')}字`,
      () => `We are @harbour_help, ticket INV-${fill('2999999999')}`,
      () => `Version ${fill('2.9.9')} of pack@${fill('2.9.9')}`,
      () => `It ran from ${time()} to ${time()}, ${fill('29')} % done, seat ${fill('29')}A`,
      () => `https://shop.example/orders/${fill('29999999999')}?page=${fill('2')}`,
      () => `ISBN 978-${fill('9-999-99999-9')}`,
      () => `${fill('29')} x ${fill('29')} cm, ${fill('2999')} mm, ${fill('29')} kg`,
      () => `订单号：${wideDigits(fill('299999999999'))}`,
      () => `快递单号　${fill('7799999999999')}`,
      () => `一共￥${wideDigits(fill('2999'))}．${fill('99')}`,
      () => `尺寸 ${fill('299')}×${fill('299')}×${fill('29')}`,
      () => `${day('－')}下的单，${fill('2')}－${fill('2')}天到`,
      () => `工单【${fill('2999999999')}】还没处理`,
      () => `温度 ${fill('29')}–${fill('29')}°C，湿度 ${fill('29')}%`,
      () => `满${fill('299')}减${fill('29')}，券码 ${fill('A2B9-9C99-D999')}`,
      () => `${fill('29')}.${fill('999999')}, ${fill('229')}.${fill('999999')}`,
      () => `scored ${fill('2-9')}, ${fill('29-29')} and ${fill('99:99')}`,
      () => `货号${fill('2999999999')}，尺码${fill('29')}，数量${fill('2')}`,
      () => `timestamp ${fill('17999999999')}99`,
      () => `发票号码${fill('99999999')}，税号91${fill('9999999999999999')}`,
    ])(),
};

/** Sentences full of figures in which there is nothing to hide. */
export const withoutPersonalData = (count: number): LabelledText[] =>
  Array.from({ length: count }, (_, at) => {
    const kinds = Object.keys(harmless);
    const kind = kinds[at % kinds.length] ?? 'order';
    const text = `${harmless[kind]?.() ?? ''}${pick(['', '.', ', please check', '，谢谢', '？', ' and hurry'])}`;
    return { kind, secret: '', text };
  });
