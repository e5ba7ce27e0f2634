import type { RedactionRule } from '../domain/redaction-rule';
import { redact, replaceIn } from './redact';

type Token = { readonly is: (sign: string) => boolean; readonly repeats: boolean };

/** As `redact`, and what the team's own rules name before it. Time is as the text is long. */
export function redactByRules(text: string, rules: readonly RedactionRule[]): string {
  let kept = text;
  for (const { name, pattern } of rules) {
    const tokens = tokensOf(pattern);
    kept = replaceIn(kept, (folded) =>
      found(folded, tokens).map((at) => ({ ...at, by: `‹${name}›` })),
    );
  }
  return redact(kept);
}

const isDigit = (sign: string) => /^\d$/.test(sign);
const isLetter = (sign: string) => /^[a-z]$/i.test(sign);
const isWordSign = (sign: string | undefined) => sign !== undefined && /^[a-z\d]$/i.test(sign);

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const sign of pattern.toLowerCase()) {
    const last = tokens.at(-1);
    if (sign === '+' && last !== undefined && (last.is === isDigit || last.is === isLetter)) {
      tokens[tokens.length - 1] = { ...last, repeats: true };
    } else if (sign === '#') tokens.push({ is: isDigit, repeats: false });
    else if (sign === '@') tokens.push({ is: isLetter, repeats: false });
    else tokens.push({ is: (each) => each === sign, repeats: false });
  }
  return tokens;
}

/**
 * Where the pattern stands as a word of its own. A run is taken whole and never given back, and is
 * begun only at its start: nothing is looked at more often than the pattern is long.
 */
function found(text: string, tokens: readonly Token[]): { from: number; until: number }[] {
  const all: { from: number; until: number }[] = [];
  if (tokens.length === 0) return all;
  for (let from = 0; from < text.length; from++) {
    if (isWordSign(text[from - 1]) && isWordSign(text[from])) continue;
    const until = endOf(text, from, tokens);
    if (until === undefined || (isWordSign(text[until - 1]) && isWordSign(text[until]))) continue;
    all.push({ from, until });
    from = until - 1;
  }
  return all;
}

function endOf(text: string, from: number, tokens: readonly Token[]): number | undefined {
  let at = from;
  const fits = ({ is }: Token) => at < text.length && is((text[at] ?? '').toLowerCase());
  for (const token of tokens) {
    if (!fits(token)) return undefined;
    at++;
    while (token.repeats && fits(token)) at++;
  }
  return at;
}
