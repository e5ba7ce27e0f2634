import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry, markWords } from '../../../lib/engine/engine';
import { analyse } from '../../../lib/engine/text/analyse';
import { wordFeatures } from '../../../lib/engine/text/features';
import { shopEntry } from './support/shop-entry';

const today = '2026-11-22';

const german = [
  shopEntry('refund', ['Wann bekomme ich mein Geld zurück?', 'Die Erstattung ist nicht da']),
  shopEntry('invoice', ['Ich brauche eine Rechnung', 'Wo finde ich meine Rechnung?']),
  shopEntry('cancel', ['Ich möchte mein Abonnement kündigen', 'Wie beende ich den Vertrag?']),
  shopEntry('address', ['Ich bin umgezogen', 'Wie kann ich meine Adresse ändern?']),
];
const french = [
  shopEntry('remboursement', ['Quand vais-je être remboursé ?', 'Je veux mon remboursement']),
  shopEntry('résiliation', ['Je souhaite résilier mon abonnement', 'Comment arrêter le contrat ?']),
  shopEntry('adresse', ["J'ai déménagé", "Je veux changer l'adresse de livraison"]),
];
const spanish = [
  shopEntry('reembolso', ['¿Cuándo me devuelven el dinero?', 'No me ha llegado el reembolso']),
  shopEntry('baja', ['Quiero cancelar mi suscripción', '¿Cómo doy de baja el contrato?']),
  shopEntry('roto', ['El aparato llegó dañado', 'El producto está roto']),
];
const russian = [
  shopEntry('возврат', ['Когда мне вернут деньги?', 'Возврат денег ещё не пришёл']),
  shopEntry('подписка', ['Я хочу отменить подписку', 'Как расторгнуть договор?']),
  shopEntry('посылка', ['Сколько времени занимает доставка?', 'Когда придёт моя посылка?']),
];
const english = [
  shopEntry('poison', ['is there a gift card', 'how do I send a gift to a friend']),
  shopEntry('die-cut', ['do you sell die cut stickers', 'the die is broken']),
];

function engineOf(entries: readonly EngineEntry[]) {
  const engine = createEngine();
  engine.put(entries);
  return engine;
}
function askedOf(entries: readonly EngineEntry[]) {
  const engine = engineOf(entries);
  return (text: string) => {
    const [first] = engine.rank({ text, today }).suggestions;
    return { id: first?.id, words: first?.words ?? [] };
  };
}

describe('a base in German', () => {
  const ask = askedOf(german);

  it('finds a word in another form by its stem', () => {
    expect(ask('schickt mir bitte die Rechnungen')).toEqual({
      id: 'invoice',
      words: ['Rechnungen'],
    });
    expect(ask('haben Sie meine Verträge beendet')).toMatchObject({ id: 'cancel' });
  });

  it('finds it without its accents', () => {
    expect(ask('ich will kundigen').words).toEqual(['kundigen']);
  });

  it('finds it where nothing tells the language', () => {
    expect(ask('Adressen')).toEqual({ id: 'address', words: ['Adressen'] });
    expect(ask('Erstattungen?')).toEqual({ id: 'refund', words: ['Erstattungen'] });
  });

  it('shows no little word as a reason', () => {
    expect(ask('wo ist denn meine Rechnung').words).toEqual(['Rechnung']);
  });
});

describe('bases in other languages', () => {
  it('are asked in French with articles and endings on', () => {
    const ask = askedOf(french);
    expect(ask("c'est pour les adresses")).toEqual({ id: 'adresse', words: ['adresses'] });
    expect(ask('la resiliation de mes abonnements')).toMatchObject({ id: 'résiliation' });
    expect(ask('vous me remboursez quand')).toEqual({ id: 'remboursement', words: ['remboursez'] });
  });

  it('are asked in Spanish in another number, person or tense', () => {
    const ask = askedOf(spanish);
    expect(ask('he cancelado las suscripciones')).toMatchObject({ id: 'baja' });
    expect(ask('dos productos rotos')).toEqual({ id: 'roto', words: ['productos', 'rotos'] });
  });

  it('are asked in Russian in another case', () => {
    const ask = askedOf(russian);
    expect(ask('нет возврата денег')).toMatchObject({ id: 'возврат' });
    expect(ask('где мои посылки')).toEqual({ id: 'посылка', words: ['посылки'] });
    expect(ask('по договору')).toMatchObject({ id: 'подписка' });
  });
});

describe('bases of several languages', () => {
  const all = [...german, ...french, ...spanish, ...russian, ...english];
  const ask = askedOf(all);

  it('each answer in their own', () => {
    expect(ask('schickt mir bitte die Rechnungen')).toMatchObject({ id: 'invoice' });
    expect(ask('vous me remboursez quand')).toMatchObject({ id: 'remboursement' });
    expect(ask('dos productos rotos')).toMatchObject({ id: 'roto' });
    expect(ask('где мои посылки')).toMatchObject({ id: 'посылка' });
    expect(ask('can you help me with gifts')).toEqual({ id: 'poison', words: ['gifts'] });
  });

  it('find a word of one in a sentence of another', () => {
    expect(ask('hello, it is about the two Rechnungen')).toEqual({
      id: 'invoice',
      words: ['Rechnungen'],
    });
  });

  it('do not take a German word for an English one', () => {
    const keys = (text: string, language?: string) =>
      wordFeatures(analyse(text, language)).map(({ key }) => key);
    expect(keys('gift bill', 'de')).toEqual(['gift@de', 'bill@de', 'gift@de bill@de']);
    expect(keys('bill')).toContain('bill');
    expect(keys('bill').some((key) => key.startsWith('='))).toBe(true);
  });

  it('leave the order of English entries as it is without them', () => {
    const alone = engineOf(english);
    const beside = engineOf(all);
    for (const text of ['a gift for a friend', 'stickers', 'is the die broken']) {
      const own = alone.rank({ text, today }).suggestions.map(({ id }) => id);
      expect(beside.rank({ text, today }).suggestions[0]?.id).toBe(own[0]);
    }
  });

  it('rank alike in whatever order they come', () => {
    const one = engineOf(all);
    const other = createEngine();
    for (const entry of all.toReversed()) {
      other.put([entry]);
      other.rank({ text: 'rechnungen', today });
    }
    for (const text of ['die Rechnungen bitte', 'remboursez', 'gifts', 'посылки', 'rotos']) {
      expect(other.rank({ text, today })).toEqual(one.rank({ text, today }));
    }
  });

  it('come back from a snapshot with their languages', () => {
    const one = engineOf(all);
    const cue = { text: 'wo sind die Rechnungen', today };
    const answer = one.rank(cue);
    const other = createEngine({ train: 'later' });
    other.put(all);
    expect(other.restore([...(one.snapshot() ?? [])])).toMatchObject({ outcome: 'restored' });
    expect(other.rank(cue)).toEqual(answer);
  });

  it('learn a pick in their own words', () => {
    const engine = engineOf(all);
    engine.learn({
      id: 'l1',
      kind: 'pick',
      text: 'Mahnung erhalten',
      entry: { base: 'shop', id: 'invoice' },
    });
    expect(engine.rank({ text: 'ich habe Mahnungen erhalten', today }).suggestions[0]?.id).toBe(
      'invoice',
    );
  });
});

describe('marking words in an answer', () => {
  it('goes by the stems of the language that it is written in', () => {
    const answer = 'Sie finden Ihre Rechnungen im Konto unter „Belege“.';
    const marked = markWords(answer, 'Rechnung?').map(([from, to]) => answer.slice(from, to));
    expect(marked).toEqual(['Rechnungen']);
  });
});
