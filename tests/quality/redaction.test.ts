import { describe, expect, it } from 'vitest';
import { redact } from '../../lib/privacy/redact';
import { type LabelledText, withoutPersonalData, withPersonalData } from './personal-data';

/** Share of the texts of each kind, in percent. */
function shares(texts: readonly LabelledText[], isMarked: (text: LabelledText) => boolean) {
  const kinds = [...new Set(texts.map(({ kind }) => kind))];
  const shareOf = (some: readonly LabelledText[]) =>
    Math.round((10_000 * some.filter(isMarked).length) / some.length) / 100;
  const perKind = kinds.map((kind) => [kind, shareOf(texts.filter((text) => text.kind === kind))]);
  return { all: shareOf(texts), ...(Object.fromEntries(perKind) as Record<string, number>) };
}

/** The whole of it must be gone, and the sentence around it still be there. */
function isHidden({ text, secret }: LabelledText): boolean {
  const [before, after] = text.split(secret);
  return ['mail', 'card', 'id', 'phone'].some(
    (kind) => redact(text) === `${before}‹${kind}›${after}`,
  );
}

describe('redaction on generated messages', () => {
  it('hides at least 99 % of mails, phones, cards and identity numbers', () => {
    const texts = withPersonalData(2_000);
    const recall = shares(texts, isHidden);
    const missed = texts.filter((text) => !isHidden(text));
    console.log(
      'recall %',
      recall,
      missed.slice(0, 12).map(({ text }) => `${text} → ${redact(text)}`),
    );
    for (const [kind, share] of Object.entries(recall)) {
      expect(share, kind).toBeGreaterThanOrEqual(99);
    }
  });

  it('leaves at least 99 % of orders, parcels, prices, dates and other figures alone', () => {
    const texts = withoutPersonalData(2_000);
    const changed = texts.filter(({ text }) => redact(text) !== text);
    const alarms = shares(texts, ({ text }) => redact(text) !== text);
    console.log(
      'false alarms %',
      alarms,
      changed.slice(0, 12).map(({ text }) => `${text} → ${redact(text)}`),
    );
    expect(alarms.all).toBeLessThanOrEqual(1);
  });
});
