import { guessPlan } from '../../../lib/consoles/generic/guess-plan';
import { findComposer } from '../../../lib/consoles/read/find-composer';
import { findVisible } from '../../../lib/consoles/read/find-visible';
import { isVisible } from '../../../lib/consoles/read/is-visible';
import {
  readConversation,
  readConversationKey,
} from '../../../lib/consoles/read/read-conversation';
import type { ReadingPlan } from '../../../lib/consoles/read/reading-plan';

/** The generic reader alone, called by the test from within a page. */
function readUnknown(wantedComposer: string | undefined) {
  const begin = performance.now();
  const { plan, sure } = guessPlan(window);
  const tookMs = performance.now() - begin;
  if (plan === undefined) return { sure, tookMs };
  const found = findComposer(plan, document, isVisible);
  const wanted = wantedComposer && findVisible(document, [wantedComposer], isVisible);
  const body = (wanted as HTMLIFrameElement | undefined)?.contentDocument?.body;
  return {
    sure,
    tookMs,
    plan,
    isComposer: found !== undefined && (found === wanted || found === body),
    conversation: readConversation(plan, window, isVisible),
  };
}

let plan: ReadingPlan | undefined;

/** The key by the plan that the page was first read with, as the guard of an insertion asks for it. */
function keyNow(): string | undefined {
  plan ??= guessPlan(window).plan;
  return plan && readConversationKey(plan, window, isVisible);
}

Object.assign(window, { readUnknown, keyNow });

export type UnknownReading = ReturnType<typeof readUnknown>;
