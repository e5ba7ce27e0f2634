import { describe, expect, it } from 'vitest';
import type { Mood } from '../../../lib/domain/mood';
import { moodOf } from '../../../lib/engine/mood';

const read = (text: string) => moodOf(text).mood;
const shown = (text: string) => moodOf(text).words.map((word) => [word.text, word.mood]);

describe('the mood of a message', () => {
  it.each<[Mood, string]>([
    ['calm', 'What time do you open on Sundays?'],
    ['calm', '请问可以改收货地址吗'],
    ['pleased', 'Thank you so much, that fixed it!'],
    ['pleased', '太棒了，谢谢你们这么快解决'],
    ['worried', "I'm worried that someone has my password"],
    ['worried', '我有点担心，钱会不会被转走'],
    ['frustrated', "This is the third time I've called and it still isn't working"],
    ['frustrated', '等了三天了还没人联系我，真无语'],
    ['angry', 'This is outrageous, you are thieves'],
    ['angry', '一群骗子，我要去12315投诉'],
    ['angry', '你们的 customer service 真是 ridiculous，我要投诉'],
    ['calm', ''],
  ])('is %s: %s', (mood, text) => {
    expect(read(text)).toBe(mood);
  });

  it.each([
    'how do I cancel my contract',
    'The light on my box is red since this morning. And how do I cancel my contract?',
    'I would like to close my account now',
    'can I cancel the whole order',
    'who is the manager of my account',
    'how do I get my money back',
    '怎么取消合同',
    '我要退货',
  ])('is no anger where somebody only wants to leave, or asks: %s', (text) => {
    expect(read(text)).toBe('calm');
  });

  it.each([
    'You people are useless. I am cancelling my contract.',
    'Cancel my subscription immediately!',
    'How can you people be so rude? Get me your manager',
    '垃圾公司，我要退货',
  ])('stays anger where leaving is said in anger: %s', (text) => {
    expect(read(text)).toBe('angry');
  });

  it.each<[Mood, string]>([
    ['pleased', 'Great, thanks. What if nobody is at home?'],
    ['calm', 'Where do you leave the parcel when no one is in?'],
    ['frustrated', 'Nobody is answering the phone'],
    ['frustrated', 'Great. Nobody has called me back'],
  ])('is %s, whether nobody helped or somebody only asks what if: %s', (mood, text) => {
    expect(read(text)).toBe(mood);
  });

  it('is found where a swear word hides its letters', () => {
    expect(shown('F*** your policy')).toEqual([['F***', 'angry']]);
  });

  it('is surer the more shows it', () => {
    const little = moodOf('I am worried');
    const much = moodOf('I am very worried and scared, please help me');
    expect(much.confidence).toBeGreaterThan(little.confidence);
  });

  it('names the words that show it, where they stand in the message', () => {
    const text = 'Hello. I am so disappointed with you, 太失望了';
    for (const { text: word, range } of moodOf(text).words) expect(text.slice(...range)).toBe(word);
    expect(shown(text)).toContainEqual(['disappointed', 'frustrated']);
    expect(shown(text)).toContainEqual(['失望', 'frustrated']);
  });
});

describe('a denied mood', () => {
  it.each([
    ['I am not happy with this', 'frustrated'],
    ["I wasn't very impressed", 'frustrated'],
    ['不太满意', 'frustrated'],
    ['我不是很喜欢', 'frustrated'],
    ["I'm not angry, just asking", 'calm'],
    ["Don't worry about it", 'calm'],
    ['不用担心，慢慢来', 'calm'],
    ['没有不满意', 'calm'],
    ['No complaints, all perfect', 'pleased'],
  ])('turns around: %s', (text, mood) => {
    expect(read(text)).toBe(mood);
  });

  it('is shown with the word that denies it', () => {
    expect(shown('I am not happy')).toEqual([['not happy', 'frustrated']]);
    expect(shown('我不满意')).toEqual([['不满', 'frustrated']]);
  });

  it('is not what a Chinese question of the form A-not-A means', () => {
    expect(read('大家满不满意？')).not.toBe('frustrated');
  });
});

describe('emphasis', () => {
  const sure = (text: string) => moodOf(text).confidence;
  it.each([
    ['disappointed', 'DISAPPOINTED'],
    ['I am disappointed', 'I am absolutely disappointed'],
    ['worried', 'worrrrried'],
    ['great', 'great!!!'],
    ['我担心', '我非常担心'],
    ['太好了', '太太太好了'],
  ])('makes %s less than %s', (plain, emphatic) => {
    expect(read(emphatic)).toBe(read(plain));
    expect(sure(emphatic)).toBeGreaterThan(sure(plain));
  });

  it('is made less by a small word', () => {
    expect(sure('a little worried')).toBeLessThan(sure('worried'));
    expect(sure('有点担心')).toBeLessThan(sure('担心'));
  });

  it('is read from emoji', () => {
    expect(read('ok 😡')).toBe('angry');
    expect(read('ok 🥰')).toBe('pleased');
    expect(moodOf('好的😡').words.at(-1)).toEqual({ text: '😡', range: [2, 4], mood: 'angry' });
  });
});

describe('words that are what the message is about', () => {
  it.each([
    'How do I report an angry caller?',
    'How do I calm a furious customer?',
    'The film "I hate Mondays" is not in my list, where can I find it?',
    '怎么投诉快递员',
    '如何应对愤怒的客户',
  ])('do not make it angry: %s', (text) => {
    expect(read(text)).toBe('calm');
  });

  it('still count when the writer speaks of themselves', () => {
    expect(read('I am a very angry customer')).toBe('angry');
  });
});

describe('a burst and its turns', () => {
  it('counts the last message most', () => {
    expect(read('I am furious\nok that worked, thank you so much')).toBe('pleased');
    expect(read('Thank you so much\nthis is ridiculous, I am furious')).toBe('angry');
  });

  it('counts what follows "but" most', () => {
    expect(read('I was worried but I am happy now')).toBe('pleased');
    expect(read('我本来很担心，但是现在很满意')).toBe('pleased');
  });
});

describe('bitter praise', () => {
  it.each(['Great, third time this week.', 'Thanks for nothing', '又是系统升级，真棒👏'])(
    'is frustrated: %s',
    (text) => {
      expect(read(text)).toBe('frustrated');
    },
  );
});

describe('a message in another language', () => {
  it('is not taken for an English one by a word that looks like it', () => {
    const { mood, words } = moodOf("le site est lent, et j'ai une rage de dents");
    expect({ mood, words }).toEqual({ mood: 'calm', words: [] });
  });

  it('still shows its mood by signs', () => {
    expect(moodOf('où est mon colis 😡😡').mood).toBe('angry');
  });
});
