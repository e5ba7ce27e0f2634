import { type KitConversation, type KitLanguage, kitConversations } from './kit-conversation';

export type MountKit = (
  place: HTMLElement,
  conversation: KitConversation,
  language: KitLanguage,
) => void | Promise<void>;

const kits: { readonly [name: string]: () => Promise<{ mount: MountKit }> } = {
  chatscope: () => import('./kinds/chatscope'),
  'vue-advanced-chat': () => import('./kinds/vue-advanced-chat'),
  'react-chat-elements': () => import('./kinds/react-chat-elements'),
  'deep-chat': () => import('./kinds/deep-chat'),
};

const asked = new URLSearchParams(location.search);
const kit = kits[asked.get('kit') ?? ''];
const language = asked.get('language') === 'zh' ? 'zh' : 'en';
const place = document.querySelector<HTMLElement>('#app');
if (kit === undefined || place === null) throw new Error('No such kit');
document.documentElement.lang = language;
await (await kit()).mount(place, kitConversations[language], language);
document.body.dataset['ready'] = 'yes';
