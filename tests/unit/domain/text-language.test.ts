import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../lib/domain/language';
import { textLanguageOf } from '../../../lib/domain/text-language';

describe('the language of a text', () => {
  it.each([
    ['en', "What's the status of my order? I'd like a refund."],
    ['de', 'Wo ist mein Paket?'],
    ['nl', 'Waar is mijn pakket gebleven?'],
    ['fr', "Je n'ai pas reçu l'article, pouvez-vous m'aider ?"],
    ['es', '¿Dónde está mi pedido? Todavía no ha llegado'],
    ['pt', 'Onde está o meu pedido? Não recebi nada'],
    ['it', 'Quando arriva il mio pacco? Non è ancora qui'],
    ['ca', 'On és el meu paquet? Encara no ha arribat, gràcies'],
    ['ro', 'Unde este coletul meu? Nu am primit nimic încă'],
    ['da', 'Hvornår kommer min pakke? Jeg har ikke fået den endnu'],
    ['nb', 'Når kommer pakken min? Jeg har ikke fått noe ennå'],
    ['sv', 'När kommer mitt paket? Jag har inte fått det ännu'],
    ['fi', 'Missä minun pakettini on? En ole saanut sitä vielä'],
    ['hu', 'Hol van a csomagom? Még nem érkezett meg'],
    ['tr', 'Kargom nerede? Hâlâ gelmedi, lütfen yardım edin'],
    ['pl', 'Gdzie jest moja paczka? Jeszcze nie dotarła'],
    ['cs', 'Kde je můj balík? Ještě nedorazil, prosím'],
    ['id', 'Di mana paket saya? Belum sampai juga'],
    ['vi', 'Đơn hàng của tôi đâu rồi? Tôi chưa nhận được'],
    ['ru', 'Где моя посылка? Я ещё не получил её'],
    ['uk', 'Де моя посилка? Я ще не отримав її'],
    ['bg', 'Къде е моята пратка? Още не съм я получил'],
    ['el', 'Πού είναι το δέμα μου;'],
    ['ar', 'أين طلبي؟'],
    ['fa', 'بسته من کجاست؟ هنوز به دستم نرسیده پس پول را برگردانید لطفا چرا'],
    ['he', 'איפה החבילה שלי?'],
    ['hi', 'मेरा पार्सल कहाँ है'],
    ['zh', '我的包裹在哪里'],
    ['zh', '优の良品在哪里买'],
    ['ja', '荷物はいつ届きますか'],
    ['ja', '返品可能期間を教えてください'],
    ['ko', '택배가 언제 도착하나요?'],
    ['th', 'พัสดุยังไม่มาถึงเลยครับ iPhone'],
  ])('%s: %s', (language, text) => {
    expect(textLanguageOf(text)).toBe(language);
  });

  it.each(['', '12345', 'OK', 'iPhone 15 Pro', 'Rechnungen', '🙂', 'Amazon Berlin'])(
    'is not told by %s',
    (text) => {
      expect(textLanguageOf(text)).toBeUndefined();
    },
  );

  it('is not another one for a name or two in English', () => {
    expect(textLanguageOf('how do i get a flight to los angeles from las vegas')).toBe('en');
    expect(textLanguageOf('what is la casa del sol')).not.toBe('es');
  });

  it('is told of a long text in no time', () => {
    const started = performance.now();
    textLanguageOf('ağ'.repeat(500_000));
    textLanguageOf("l'".repeat(500_000));
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('the answer a text asks for', () => {
  it('is no Chinese one for a Japanese text', () => {
    expect(languageOf('返品したいです')).toBe('en');
    expect(languageOf('我要退货')).toBe('zh');
  });
});
