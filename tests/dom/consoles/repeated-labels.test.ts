import { beforeEach, describe, expect, it } from 'vitest';
import { repeatedLabels } from '../../../lib/consoles/generic/repeated-labels';

const row = (...parts: readonly (readonly [string, string])[]) => {
  const element = document.createElement('li');
  for (const [place, text] of parts) {
    const part = document.createElement('span');
    part.className = place;
    part.textContent = text;
    element.append(part);
  }
  return element;
};

beforeEach(() => document.body.replaceChildren());

describe('labels of rows', () => {
  it('are the names that stand before or after the words of several rows', () => {
    const before = row(['who', 'Ana'], ['says', 'Where is my parcel now?']);
    const after = row(['says', 'Let me have a look.'], ['who', 'Tom']);
    const labels = repeatedLabels([
      before,
      after,
      before.cloneNode(true),
      after.cloneNode(true),
    ] as Element[]);
    expect([...labels].sort()).toEqual(['Ana', 'Tom']);
  });

  it('are never what was said, however often', () => {
    const rows = ['Yes', 'Yes', 'Yes'].map((words) => row(['who', 'Anastasia'], ['says', words]));
    rows.push(row(['who', 'Anastasia'], ['says', 'And what does it cost?']));
    rows.push(row(['who', 'Anastasia'], ['says', 'I still have the receipt.']));
    rows.push(row(['who', 'Tom'], ['says', 'It costs nothing.']));
    rows.push(row(['who', 'Tom'], ['says', 'You are welcome.']));
    expect(repeatedLabels(rows)).not.toContain('Yes');
    expect(repeatedLabels(rows)).toContain('Anastasia');
  });
});
