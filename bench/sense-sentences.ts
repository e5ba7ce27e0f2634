import { readFileSync } from 'node:fs';
import { seeded } from '../tests/support/seeded.ts';

/**
 * How people ask a customer service or a household assistant, with places for words: N and P nouns,
 * V D G S verbs (base, -ed, -ing, -s), A adjectives, R adverbs, X names and words of no known kind.
 */
const frames = `
how do i {V} my {N}
how can i {V} the {N}
how do i {V} a {N}
can i {V} my {N}
can you {V} my {N}
can you {V} the {N} for me
could you please {V} the {N}
please {V} my {N}
please {V} the {A} {N}
i want to {V} my {N}
i want to {V} a {N} {N}
i would like to {V} a {N}
i'd like to {V} my {N}
i need to {V} my {N}
i need a {A} {N}
i need help with my {N}
i have a question about my {N}
i have a problem with the {N} {N}
i can't {V} my {N}
i cannot {V} the {N}
why can't i {V} my {N}
why was my {N} {D}
why is my {N} {A}
why is my {N} not {G}
why did the {N} {V}
why hasn't my {N} been {D} yet
my {N} is not {G}
my {N} isn't {G}
my {N} has not been {D}
my {N} was {D}
my {N} {N} is {A}
my {N} doesn't {V}
the {N} is {A}
the {N} was {D} by the {N}
the {N} {S} the {N}
the {A} {N} {S}
there is a {N} in my {N}
there is a {A} {N} on the {N}
what is a {N}
what is the {N} of the {N}
what is my {N} {N}
what are the {P}
what are the {A} {P} for {P}
what {P} do you have
what should i do if my {N} is {D}
what happens when i {V} the {N}
what time does the {N} {V}
what do i need to {V} a {N}
when will my {N} be {D}
when will my {N} arrive
when is the {A} {N}
when can i {V} the {N}
where can i {V} a {N}
where is my {N}
where is the {N} {N}
where do i find the {P}
which {P} can i {V}
which {N} is {A}
who {D} my {N}
who can {V} the {N}
how much is the {N}
how much does it cost to {V} a {N}
how many {P} do i have
how many {P} are in a {N}
how long does a {N} take
how long until my {N} is {D}
how long will the {N} {V}
is there a {N} for {G} {P}
is there a {A} {N}
is the {N} {A}
is it possible to {V} the {N}
is my {N} {D}
are there any {P} for the {N}
are {P} {A}
do you have {P}
do you {V} {P}
do i need a {N} to {V}
does the {N} {V} {P}
does my {N} {V}
did you {V} my {N}
will you {V} the {N}
will i be {D} for the {N}
should i {V} the {N}
tell me about {P}
tell me the {N} of {N}
show me the {P}
give me the {N} for {N}
find me a {A} {N}
find a {N} near the {N}
let me know the {N}
set the {N} to {A}
set a {N} for {N}
turn the {N} off
turn on the {N}
add {N} to my {N}
add {P} to the {N} list
remove the {N} from my {N}
send a {N} to my {N}
play some {A} {N}
i {D} my {N}
i {D} the {N} but it is {A}
i {D} a {N} and it was {D}
i just {D} the {A} {N}
i have {D} the {N}
i haven't {D} my {N} yet
i think my {N} was {D}
i think the {N} is {A}
i am {A} about the {N}
i am {G} a {N}
i am {G} my {N} to {X}
i was {D} for a {N}
i was {G} the {N} when it {D}
i don't {V} the {N}
i don't have a {N}
i don't know how to {V} the {N}
i didn't {V} this {N}
i got {D} by the {N}
i lost my {N}
i would {V} a {A} {N} if it {S}
i never {D} the {N}
someone {D} my {N}
you {D} me the {A} {N}
you should {V} {P}
we {V} the {P}
we are {G} to {X}
he {D} the {N}
she {S} {P}
they {D} the {A} {P}
they are {A}
it {S} {R}
it is {R} {A}
it was {D} {R}
it keeps {G}
it won't {V}
that {N} is {R} {A}
this {N} {N} is {A}
{G} the {N}
{G} {P}
{G} my {N} {N}
{V} the {N}
{V} my {A} {N}
{V} {P} {R}
{V}
{N}
{N} {N}
{A} {N}
{A} {P}
{D} {N}
{P}
{X}
{A}
{R}
{G} {N}
{N} {D}
{N} {A}
{N} not {G}
{N} and {N}
{N} or {N}
{N} {P} in {X}
{N} for {P}
{N} without {N}
{X} {N}
is {X} {A}
what is {X}
{X} and {X} {N}
can i {V} with {X}
does {X} {V} {P}
my {X} {N} {D}
please help me {V} the {N} because the {N} is {A}
i want to know if the {N} can be {D}
i want to know why the {N} is {G}
i'm trying to {V} a {N} but the {N} {S}
i tried to {V} my {N} but it was {D}
do i have to {V} before i {V} the {N}
can i {V} the {N} after {G} it
can i get a {N} for my {N}
can i have more than one {N}
can i {V} or {V} my {N}
could i {V} it in {X}
my {N} says {A} {N}
the {N} you {D} is {A}
the {P} in my {N} are {A}
the {P} were {D} {R}
there are {A} {P} i did not {V}
there was a {N} with my {N} {N}
are you {G} {P}
are you a {N}
are you {A}
how {A} is the {N}
how do {P} {V}
how is the {N} {D}
how often do you {V} {P}
if i {V} the {N} will it {V}
in the {N}
with a {N} and a {N}
to {V} {P} {R}
before the {N} {S}
after {G} the {N}
because the {N} was {A}
thanks for the {N}
hi i {D} a {N} and need to {V} it
hello my {N} is {A} please {V}
what's the {N} on my {N}
what's wrong with my {N}
what kind of {N} should i {V}
what does {A} mean
what does {N} mean
explain {N} to me
make a {N} for {P}
make the {N} {A}
order a {N} from {X}
buy {P} for my {N}
pay the {N} with my {N}
change my {N} to {N}
cancel my {N}
book a {N} to {X}
check the {N} of my {N}
update my {N}
track my {N}
report a {D} {N}
stop {G} my {N}
`
  .trim()
  .split('\n');

type Kind = 'N' | 'P' | 'V' | 'D' | 'G' | 'S' | 'A' | 'R' | 'X';

const functionWords = new Set(
  `a an the i you he she it we they me my your his her its our their mine and or but if of to in on
  at for from by with as is am are was were be been being do does did doing done have has had having
  will would can could should may might must shall not no so than then that this these those there
  here what which who whom whose when where why how`.match(/[a-z]+/g),
);
/** Rarer kinds of a word, by how often WordNet's texts have it so, are left out. */
const leastShare = 0.08;
/** How often the next word is one of the nearest in meaning to the one before, and among how many. */
const relatedShare = 0.5;
const related = 40;

/**
 * Sentences with these words in the places of the frames, half of them beside a word of like
 * meaning. What the Universal Sentence Encoder makes of them tells what a word adds to a sentence,
 * for words that no sentence at hand has, too.
 * @param vectors by word, of length 1
 * @param index WordNet's index.sense: how often a word is which kind
 */
export function senseSentences(
  count: number,
  words: readonly string[],
  vectors: readonly Float32Array[],
  index: string,
): string[] {
  const random = seeded(5);
  const kinds = kindsIn(readFileSync(index, 'utf8'));
  const places = new Map<Kind, { at: number[]; upTo: number[] }>();
  words.forEach((word, rank) => {
    if (functionWords.has(word)) return;
    const own = kindsOf(word, kinds);
    const sum = [...own.values()].reduce((total, share) => total + share, 0);
    for (const [kind, share] of own) {
      if (share / sum < leastShare) continue;
      const place = places.get(kind) ?? { at: [], upTo: [] };
      places.set(kind, place);
      place.at.push(rank);
      place.upTo.push((place.upTo.at(-1) ?? 0) + ((1 / (rank + 30)) ** 0.35 * share) / sum);
    }
  });
  const near = new Map<string, readonly number[]>();
  const sentences = new Set<string>();
  while (sentences.size < count) {
    const frame = frames[Math.floor(random() * frames.length)] ?? '';
    let before: number | undefined;
    const sentence = frame.replace(/\{(\w)\}/g, (_, kind: Kind) => {
      const isNear = before !== undefined && random() < relatedShare;
      before = isNear ? relatedTo(before ?? 0, kind) : drawn(kind);
      return words[before] ?? '';
    });
    sentences.add(sentence);
  }
  return [...sentences];

  function drawn(kind: Kind): number {
    const { at, upTo } = places.get(kind) ?? { at: [0], upTo: [1] };
    const goal = random() * (upTo.at(-1) ?? 0);
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((upTo[middle] ?? 0) < goal) low = middle + 1;
      else high = middle;
    }
    return at[low] ?? 0;
  }

  function relatedTo(word: number, kind: Kind): number {
    const key = `${word} ${kind}`;
    const known = near.get(key) ?? nearest(word, places.get(kind)?.at ?? []);
    near.set(key, known);
    return known[Math.floor(random() * known.length)] ?? word;
  }

  function nearest(word: number, among: readonly number[]): number[] {
    const own = vectors[word] ?? new Float32Array(0);
    const scored = among.map((other) => ({ other, score: dot(own, vectors[other] ?? own) }));
    scored.sort((a, b) => b.score - a.score);
    return scored.slice(0, related + 1).flatMap(({ other }) => (other === word ? [] : [other]));
  }
}

/** By word how often it is a noun, a verb and so on. */
function kindsIn(index: string): Map<string, Map<Kind, number>> {
  const byNumber: readonly Kind[] = ['N', 'V', 'A', 'R', 'A'];
  const kinds = new Map<string, Map<Kind, number>>();
  for (const line of index.trim().split('\n')) {
    const [key = '', , , count = '0'] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    const kind = byNumber[Number(rest[0]) - 1];
    if (kind === undefined || lemma.includes('_')) continue;
    const own = kinds.get(lemma) ?? new Map<Kind, number>();
    kinds.set(lemma, own);
    own.set(kind, (own.get(kind) ?? 0) + Number(count) + 0.3);
  }
  return kinds;
}

/** The kinds of a word as it stands, endings included. */
function kindsOf(word: string, kinds: ReadonlyMap<string, ReadonlyMap<Kind, number>>) {
  const own = new Map(kinds.get(word) ?? []);
  const add = (kind: Kind, share: number) => own.set(kind, (own.get(kind) ?? 0) + share);
  const verbOf = (...bases: string[]) =>
    bases.map((base) => kinds.get(base)?.get('V')).find((share) => share !== undefined);
  if (word.endsWith('s') && !word.endsWith('ss')) {
    for (const base of [word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`]) {
      const noun = kinds.get(base)?.get('N');
      const verb = kinds.get(base)?.get('V');
      if (noun !== undefined) add('P', noun);
      if (verb !== undefined) add('S', verb / 2);
    }
  }
  if (word.endsWith('ed')) {
    const [one, two, three] = [word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)];
    const verb = verbOf(one, two, three, `${three}y`);
    if (verb !== undefined) add('D', verb + 1);
  }
  if (word.endsWith('ing')) {
    const base = word.slice(0, -3);
    const verb = verbOf(base, `${base}e`, base.slice(0, -1));
    if (verb !== undefined) add('G', verb + 1);
  }
  if (own.size === 0) own.set('X', 1);
  return own;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
