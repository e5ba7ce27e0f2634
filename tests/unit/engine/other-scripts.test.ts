import { describe, expect, it } from 'vitest';
import { createEngine, markWords } from '../../../lib/engine/engine';
import { analyse } from '../../../lib/engine/text/analyse';
import { characterGrams, wordFeatures } from '../../../lib/engine/text/features';
import { shopEntry } from './support/shop-entry';

const today = '2026-11-22';
const keysOf = (text: string) => wordFeatures(analyse(text)).map(({ key }) => key);

/** What it ranks first, and the words that it shows for it. */
function askedOf(phrasings: { readonly [id: string]: readonly string[] }) {
  const engine = createEngine();
  engine.put(Object.entries(phrasings).map(([id, texts]) => shopEntry(id, [...texts])));
  return (text: string) => {
    const [first] = engine.rank({ text, today }).suggestions;
    return { id: first?.id, words: first?.words ?? [] };
  };
}

describe('text without blanks between its words', () => {
  it('is read in signs and pairs of them, Korean and Thai as Chinese', () => {
    expect(keysOf('환불은')).toEqual(['환', '불', '환불', '은', '불은']);
    expect(keysOf('คืนเงิน')).toEqual(['คื', 'น', 'คืน', 'เ', 'นเ', 'งิ', 'เงิ', 'น', 'งิน']);
  });

  it('leaves hiragana out where they are endings, but not where they are all there is', () => {
    expect(keysOf('返金されていません')).toEqual(['返', '金', '返金']);
    expect(keysOf('カード払い')).toEqual(['カ', 'ー', 'カー', 'ド', 'ード', '払', 'ド払']);
    expect(keysOf('りょう')).toEqual(['りょ', 'ょう']);
    expect(characterGrams(analyse('払い戻し'))).toEqual([' 払い戻', ' い戻し']);
  });

  it('keeps Han what it is in Chinese, whatever stands beside it', () => {
    const han = (text: string) => keysOf(text).filter((key) => /^\p{Script=Han}+$/u.test(key));
    expect(han('配達日数は')).toEqual(han('配達日数'));
  });

  it('is one whichever way it is composed, and its places are those of the text as written', () => {
    const half = 'すぐにﾊﾟｽﾜｰﾄﾞを';
    expect(keysOf(half)).toEqual(keysOf('すぐにパスワードを'));
    const places = wordFeatures(analyse(half)).map(({ start, end }) => half.slice(start, end));
    expect(places.slice(0, 5)).toEqual(['ﾊﾟ', 'ｽ', 'ﾊﾟｽ', 'ﾜ', 'ｽﾜ']);
    const apart = '환불'.normalize('NFD');
    expect(keysOf(apart)).toEqual(keysOf('환불'));
    expect(markWords(apart, '환불')).toEqual([[0, apart.length]]);
  });

  it('ends where a word of another script begins', () => {
    const words = analyse('ลืมpassword เปลี่ยน VIP会員').map(({ word }) => word);
    expect(words).toEqual(['ลืม', 'password', 'เปลี่ยน', 'vip', '会員']);
  });
});

describe('a base in Korean', () => {
  const ask = askedOf({
    refund: ['환불은 언제 되나요?', '돈을 돌려받고 싶어요'],
    delivery: ['배송은 얼마나 걸리나요?', '택배가 언제 도착하나요?'],
    password: ['비밀번호를 잊어버렸어요', '로그인이 안 돼요'],
  });

  it('finds a noun whatever particle follows it', () => {
    expect(ask('환불을 아직 못 받았어요')).toMatchObject({ id: 'refund', words: ['환불'] });
    expect(ask('로그인할 수가 없습니다')).toMatchObject({ id: 'password', words: ['로그인'] });
  });
});

describe('a base in Thai', () => {
  const ask = askedOf({
    refund: ['จะได้รับเงินคืนเมื่อไหร่', 'ยังไม่ได้รับเงินคืนเลย'],
    cancel: ['ต้องการยกเลิกสมาชิก', 'ยกเลิกสัญญายังไง'],
    password: ['ฉันลืมรหัสผ่าน', 'เข้าสู่ระบบไม่ได้'],
  });

  it('finds words inside a sentence of more than forty letters without a blank', () => {
    const text = 'สวัสดีค่ะพอดีว่าเมื่อวานดิฉันเพิ่งสมัครไปแต่ตอนนี้รหัสผ่านที่ตั้งไว้ใช้เข้าไม่ได้แล้วค่ะ';
    const found = ask(text);
    expect(found.id).toBe('password');
    expect(found.words).toContain('รหัสผ่าน');
  });
});

describe('a base in Japanese', () => {
  const ask = askedOf({
    cancel: ['サブスクリプションを解約したいです', '契約をやめるにはどうすればいいですか'],
    refund: ['返金はいつされますか', 'お金を返してほしいです'],
    login: ['パスワードを忘れました', 'ログインできません'],
  });

  it('goes by nouns, as every question ends alike', () => {
    expect(ask('返金してほしいのですがどうすればいいですか')).toMatchObject({
      id: 'refund',
      words: ['返金'],
    });
    expect(ask('ﾛｸﾞｲﾝしたいのにできない')).toMatchObject({ id: 'login', words: ['ﾛｸﾞｲﾝ'] });
  });
});
