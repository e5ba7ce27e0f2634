import type { HostOnlyRecipe, Recipe } from '../protocol/recipe';
import chatwoot from './recipes/chatwoot.json';
import crisp from './recipes/crisp.json';
import dongdong from './recipes/dongdong.json';
import feige from './recipes/feige.json';
import freescout from './recipes/freescout.json';
import freshchat from './recipes/freshchat.json';
import freshdesk from './recipes/freshdesk.json';
import front from './recipes/front.json';
import gorgias from './recipes/gorgias.json';
import helpScout from './recipes/help-scout.json';
import hubspot from './recipes/hubspot.json';
import intercom from './recipes/intercom.json';
import liveHelperChat from './recipes/live-helper-chat.json';
import livechat from './recipes/livechat.json';
import osticket from './recipes/osticket.json';
import pinduoduo from './recipes/pinduoduo.json';
import qiyu from './recipes/qiyu.json';
import requestTracker from './recipes/request-tracker.json';
import rocketChat from './recipes/rocket-chat.json';
import salesforce from './recipes/salesforce.json';
import sampleConsole from './recipes/sample-console.json';
import tawkTo from './recipes/tawk-to.json';
import whatsappWeb from './recipes/whatsapp-web.json';
import zammad from './recipes/zammad.json';
import zendesk from './recipes/zendesk.json';
import zohoDesk from './recipes/zoho-desk.json';

/**
 * The consoles known from the start. A test parses each file with the recipe schema; here they are
 * taken as they are, so that the console script carries no schema library.
 */
export const bundledRecipes = [
  chatwoot,
  crisp,
  dongdong,
  feige,
  freescout,
  freshchat,
  freshdesk,
  front,
  gorgias,
  helpScout,
  hubspot,
  intercom,
  liveHelperChat,
  livechat,
  osticket,
  pinduoduo,
  qiyu,
  requestTracker,
  rocketChat,
  salesforce,
  sampleConsole,
  tawkTo,
  whatsappWeb,
  zammad,
  zendesk,
  zohoDesk,
] as readonly (Recipe | HostOnlyRecipe)[];
