import { DeepChat } from 'deep-chat';
import type { MountKit } from '../page';

/** The kit is one custom element without a head; who sits before it is its `user`. */
export const mount: MountKit = (place, conversation, language) => {
  const { customer, agent, placeholder, rows } = conversation;
  place.style.cssText = 'display: flex; flex-direction: column; height: 100%';
  const head = document.createElement('header');
  const name = document.createElement('h2');
  name.textContent = customer;
  head.append(name);
  const element = new DeepChat();
  element.style.cssText = 'width: 100%; flex: 1; min-height: 0';
  element.connect = { url: '/answers' };
  element.textInput = { placeholder: { text: placeholder } };
  if (language === 'en') element.names = { user: { text: agent }, ai: { text: customer } };
  element.history = rows.map(({ role, text }) => ({
    role: role === 'agent' ? 'user' : 'ai',
    text,
  }));
  place.append(head, element);
};
