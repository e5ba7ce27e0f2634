import type { Role } from '../../domain/message';
import { roleOfWord, wordsOf } from '../generic/words';
import { sharedClass } from './find-rows';
import { shows, tokensOf } from './row-tokens';

/** Selectors by which the reader tells the roles of rows. */
export type Apart = {
  readonly customer: string;
  readonly agent: string;
  readonly note: readonly string[];
  readonly system: readonly string[];
};

const mostTokens = 24;
const enough = { strong: 0.6, weak: 0.7, name: 1 } as const;
const weights = { covered: 6, overlap: 5, named: 3, misnamed: -6 } as const;

type Candidate = {
  readonly token: string;
  readonly rows: ReadonlySet<Element>;
  readonly worth: number;
};

/**
 * What a customer's row has and one of the agent's has not, and the other way round, where the other
 * rows have one or the other too. Undefined where names tell nothing.
 */
export function tellApart(
  customerRow: Element,
  agentRow: Element,
  rows: readonly Element[],
  list: Element,
): Apart | undefined {
  const ofCustomer = tokensOf(customerRow, list);
  const ofAgent = tokensOf(agentRow, list);
  const own = (tokens: ReadonlySet<string>, without: Element, role: Role) =>
    [...tokens]
      .filter((token) => !shows(without, token))
      .map((token) => candidateOf(token, role, rows))
      .sort((one, other) => other.worth - one.worth)
      .slice(0, mostTokens);
  const customers = own(ofCustomer, agentRow, 'customer');
  const agents = own(ofAgent, customerRow, 'agent');
  const pair = bestPair(customers, agents, rows.length);
  const told =
    (pair && pair.share >= enough.strong && pair.least >= 0 ? pair : undefined) ??
    oneSided(customers, agents, sharedClass(customerRow, agentRow)) ??
    (pair && pair.share >= enough.weak ? pair : undefined);
  if (told === undefined) return undefined;
  const others = rows.flatMap((row) => [...tokensOf(row, list)]);
  const named = (role: Role) =>
    [...new Set(others)]
      .filter((token) => roleOfToken(token) === role)
      .filter((token) => !ofCustomer.has(token) && !ofAgent.has(token))
      .slice(0, 4);
  const { customer, agent } = told;
  return { customer, agent, note: named('note'), system: named('system') };
}

type Pair = Pick<Apart, 'customer' | 'agent'> & {
  /** The share of the rows that have just one of both. */
  readonly share: number;
  readonly least: number;
};

function bestPair(
  customers: readonly Candidate[],
  agents: readonly Candidate[],
  rows: number,
): Pair | undefined {
  let best: Pair | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const customer of customers) {
    for (const agent of agents) {
      const both = [...customer.rows].filter((row) => agent.rows.has(row)).length;
      const share = (customer.rows.size + agent.rows.size - 2 * both) / rows;
      const worth = weights.covered * share - weights.overlap * both + customer.worth + agent.worth;
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      const least = Math.min(customer.worth, agent.worth);
      best = { customer: customer.token, agent: agent.token, share, least };
    }
  }
  return best;
}

/** Many consoles mark the agent's own rows only; the customer's are then the others of that kind. */
function oneSided(
  customers: readonly Candidate[],
  agents: readonly Candidate[],
  kind: string | undefined,
): Pick<Apart, 'customer' | 'agent'> | undefined {
  const isName = ({ worth }: Candidate) => worth >= enough.name;
  const agent = agents.find(isName);
  if (agent !== undefined) return { customer: kind ?? '*', agent: agent.token };
  const customer = customers.find(isName);
  if (customer === undefined || kind === undefined) return undefined;
  const { token } = customer;
  return { customer: token, agent: `${kind}:not(${token}):not(:has(${token}))` };
}

function candidateOf(token: string, role: Role, rows: readonly Element[]): Candidate {
  const having = new Set(rows.filter((row) => shows(row, token)));
  const said = roleOfToken(token);
  const opposite: Role = role === 'customer' ? 'agent' : 'customer';
  const named = said === role ? weights.named : said === opposite ? weights.misnamed : 0;
  return { token, rows: having, worth: named + lastingness(token) };
}

/** How likely a token still means the same tomorrow. */
function lastingness(token: string): number {
  if (/^[a-z]/.test(token)) return -2;
  if (token.startsWith('[style')) return -1;
  if (/\d/.test(token)) return -1;
  // Made by a build: letters in no order.
  if (/[a-z][A-Z][a-z]*[A-Z]/.test(token) || /[^aeiouy\W_-]{5}/i.test(token)) return 0;
  return token.startsWith('[') ? 2 : 1.5;
}

function roleOfToken(token: string): Role | undefined {
  if (/^[a-z]|^\[style/.test(token)) return undefined;
  const [name = '', value = ''] = token.split('=');
  const words = value === '' || value === '"true"' ? name : value;
  return value === '"false"' ? undefined : wordsOf(words).map(roleOfWord).find(Boolean);
}
