import type { Recipe } from '../protocol/recipe';
import chatwoot from './recipes/chatwoot.json';
import freescout from './recipes/freescout.json';
import liveHelperChat from './recipes/live-helper-chat.json';
import sampleConsole from './recipes/sample-console.json';

/**
 * The consoles known from the start. A test parses each file with the recipe schema; here they are
 * taken as they are, so that the console script carries no schema library.
 */
export const bundledRecipes = [
  sampleConsole,
  chatwoot,
  liveHelperChat,
  freescout,
] as readonly Recipe[];
