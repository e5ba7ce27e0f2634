const longestLabel = 28;

const orderWords =
  /(?:order|tracking|parcel|shipment|invoice|ticket|case|contract|booking|serial|account|reference|transaction|waybill|ref|imei|sku|isbn|ean|barcode|订单|运单|快递|物流|包裹|发票|流水|工单|合同|交易|货|编|单|串|序列|条码)[\s-]*(?:numbers?|no\.?|id|code|号码|编号|号|码)?[\s:,#'"“(]*(?:is|was|are|是|为)?[\s:#'"“(]*$/i;
const phoneWords =
  /(?:(?:^|[^a-z])(?:tele)?phone|(?:^|[^a-z])(?:tel|cell|mobile|mob|whatsapp|sms|fax|call|ring|dial|my number)|(?:call|reach|ring|text|phone|contact) (?:me|us|him|her|them)(?: back)?|电话|手机|座机|固话|传真|联系方式|联系我|致电|拨打|打给我)[\s.]*(?:numbers?|no\.?|号码|号)?[\s:,'"“(]*(?:is|at|on|under|是|为|打)?[\s:'"“(]*$/i;
const cardWords =
  /(?:card|visa|mastercard|amex|卡)[\s-]*(?:numbers?|no\.?|号码|号)?[\s:,'"“(]*(?:is|was|是|为)?[\s:'"“(]*$/i;
/** Letters that a number hangs on, as in INV-2041 or /orders/2041. */
const glued = /(?:^|[^A-Za-z0-9])([A-Za-z0-9_/-]*[A-Za-z])[-_/]?$/;
const gluedLabel = /^(?:phone|tel|cell|mobile|mob|call|whatsapp|wa|card|visa|id|is|at|on|to)$/i;

/** Only a letter or a sign within the last few characters can be the end of a label. */
const mayLabel = /[^\d\s.()-][^\d]{0,6}$/;

export type NumberLabel = 'code' | 'phone' | 'card' | 'price' | 'none';

/**
 * What the words directly before a number, and not before `free`, call it. Only a few characters are read, so that the
 * time for a text stays in proportion to its length.
 */
export function labelBefore(text: string, at: number, free: number): NumberLabel {
  const before = text.slice(Math.max(free, at - longestLabel), at);
  if (!mayLabel.test(before)) return 'none';
  const hangsOn = glued.exec(before)?.[1];
  if (hangsOn !== undefined && !gluedLabel.test(hangsOn)) return 'code';
  if (/[$€£¥₩₹][ ]?$/.test(before)) return 'price';
  if (orderWords.test(before)) return 'code';
  // "Phone #" is a phone; a # alone, or behind anything else, numbers an order.
  const named = before.replace(/#\s?$/, '');
  if (cardWords.test(named)) return 'card';
  if (phoneWords.test(named)) return 'phone';
  return named === before ? 'none' : 'code';
}
