import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';

const today = '2026-11-22';
const entry = (
  base: string,
  id: string,
  language: 'en' | 'zh',
  phrasings: string[],
): EngineEntry => ({
  base,
  id,
  title: id,
  phrasings,
  answer: '',
  smallTalk: base.startsWith('talk'),
  language,
});

function engineOf() {
  const engine = createEngine();
  engine.put([
    entry('talk-en', 'greeting', 'en', ['hi', 'hello', 'good morning', 'are you there']),
    entry('talk-en', 'thanks', 'en', ['thanks', 'ok thanks', 'thank you']),
    entry('talk-zh', '问候', 'zh', ['你好', '在吗', 'hi', 'hello']),
    entry('shop', 'weak-wifi', 'en', [
      'hello my wifi is weak',
      'hello, weak signal',
      'hello slow wifi',
    ]),
    entry('shop', 'one-device', 'en', ['ok so only one device works', 'ok one device is offline']),
    entry('shop', 'manager', 'zh', ['在吗 找经理', '在吗我要找主管', '让经理来']),
    entry('shop', 'shipping', 'zh', ['什么时候发货', '多久发货', '今天发货吗']),
    entry('shop', 'invoice', 'zh', ['能开发票吗', '发票怎么开', '要电子发票']),
  ]);
  return engine;
}
const engine = engineOf();

describe('small talk', () => {
  it.each([
    ['hello', ['my wifi is weak']],
    ['ok thanks', ['my wifi is weak', 'only one device works']],
    ['Hello??', []],
  ])('is what “%s” is, whatever was said before', (text, earlier) => {
    expect(engine.rank({ text, earlier, today }).kind).toBe('small-talk');
  });

  it.each([
    ['hi', ['hello, weak signal'], 'greeting'],
    ['hi', ['什么时候发货', '今天发货吗'], '问候'],
    ['hi', [], 'greeting'],
  ])('is answered in the language of the conversation: %s', (text, earlier, id) => {
    expect(engine.rank({ text, earlier, today }).suggestions[0]?.id).toBe(id);
  });

  it('gives way to a topic with that very phrasing', () => {
    const engine = createEngine();
    engine.put([
      entry('talk-en', 'waiting', 'en', ['any news?', 'still waiting']),
      entry('shop', 'lost-parcel', 'en', ['Any news', 'the parcel says delivered and is not here']),
      entry('shop', 'opening-hours', 'en', ['when are you open', 'are you open on sunday']),
    ]);
    const ids = (text: string) => engine.rank({ text, today }).suggestions.map(({ id }) => id);
    expect(ids('Any news?')[0]).toBe('lost-parcel');
    expect(ids('Still waiting')).toEqual(['waiting']);
  });

  it('is no question of its own in a longer message', () => {
    const { groups } = engine.rank({ text: '在吗\n什么时候发货？能开发票吗？', today });
    expect(groups.map(({ suggestions }) => suggestions[0]?.id)).toEqual(['shipping', 'invoice']);
  });
});
