import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { backgroundCalls, backgroundRequestSchema } from '../../../lib/protocol/background-calls';
import { brainCalls, brainNewsSchema } from '../../../lib/protocol/brain-calls';
import { brainReplySchema, brainRequestSchema } from '../../../lib/protocol/brain-envelope';
import { fromConsoleSchema, toConsoleSchema } from '../../../lib/protocol/console-messages';
import { frameGreetingSchema } from '../../../lib/protocol/frame-greeting';
import { fromRelaySchema, toRelaySchema } from '../../../lib/protocol/frame-relay';
import * as hubFigures from '../../../lib/protocol/hub-figures';
import * as hubGaps from '../../../lib/protocol/hub-gaps';
import * as hubHistory from '../../../lib/protocol/hub-history';
import * as hubLearned from '../../../lib/protocol/hub-learned';
import * as hubOps from '../../../lib/protocol/hub-ops';
import * as hubPeople from '../../../lib/protocol/hub-people';
import * as hubRecipes from '../../../lib/protocol/hub-recipes';
import * as hubReview from '../../../lib/protocol/hub-review';
import * as hubSync from '../../../lib/protocol/hub-sync';
import * as hubTeam from '../../../lib/protocol/hub-team';
import { hubVersion } from '../../../lib/protocol/hub-version';
import { fileEntrySchema, knowledgeFileSchema } from '../../../lib/protocol/knowledge-file';
import { recipeSchema } from '../../../lib/protocol/recipe';
import { protocolVersion } from '../../../lib/protocol/version';

/** The hash of all schemas at each version: add a line, never change one. */
const history: { readonly [version: number]: string } = {
  1: '29de1847ec42069d',
  2: 'c37a236ec9386148',
  3: '3f6990d84f0fc35f',
};

/** The same of what hub and extension say to each other, at each `hubVersion`. */
const hubVersions: { readonly [version: number]: string } = {
  1: 'ce8980a9e2b6e37c',
};
const hubSchemas = [
  hubFigures,
  hubGaps,
  hubHistory,
  hubLearned,
  hubOps,
  hubPeople,
  hubRecipes,
  hubReview,
  hubSync,
  hubTeam,
];

const schemas = {
  backgroundCalls,
  backgroundRequestSchema,
  brainCalls,
  brainNewsSchema,
  brainReplySchema,
  brainRequestSchema,
  fileEntrySchema,
  frameGreetingSchema,
  fromConsoleSchema,
  fromRelaySchema,
  knowledgeFileSchema,
  recipeSchema,
  toConsoleSchema,
  toRelaySchema,
};

/** What a schema accepts, without its functions. */
function shapeOf(value: unknown): unknown {
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['~standard', '~run', 'expects', 'reference'].includes(key))
      .map(([key, inner]) => [key, shapeOf(inner)]),
  );
}

const hashOf = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(shapeOf(value)))
    .digest('hex')
    .slice(0, 16);

describe('the protocol', () => {
  it('has a new version whenever a message changes', () => {
    expect(history[protocolVersion]).toBe(hashOf(schemas));
  });

  it('of the hub has one of its own', () => {
    expect(hubVersions[hubVersion]).toBe(hashOf(hubSchemas.map((each) => ({ ...each }))));
  });

  it('would notice a field that became longer, optional or another type', () => {
    const changed = { ...schemas, frameGreetingSchema: fromConsoleSchema };
    expect(hashOf(changed)).not.toBe(hashOf(schemas));
  });
});
