import { register } from 'vue-advanced-chat';
import type { MountKit } from '../page';
import { picture } from './picture';

/** The kit is one custom element with everything in it, the list of rooms too. */
export const mount: MountKit = (place, conversation, language) => {
  const { customer, agent, others, placeholder, rows } = conversation;
  register();
  const users = [
    { _id: 'me', username: agent, avatar: picture, status: { state: 'online' } },
    { _id: 'them', username: customer, avatar: picture, status: { state: 'online' } },
  ];
  const room = (name: string, last: string, at: number) => ({
    roomId: `room-${at}`,
    roomName: name,
    avatar: picture,
    users,
    lastMessage: { content: last, senderId: 'them', timestamp: '10:20' },
  });
  const rooms = [
    room(customer, rows.at(-1)?.text ?? '', 0),
    ...others.map(({ name, last }, at) => room(name, last, at + 1)),
  ];
  const messages = rows.map(({ role, text, at }, index) => ({
    _id: String(index),
    indexId: index,
    content: text,
    senderId: role === 'agent' ? 'me' : 'them',
    username: role === 'agent' ? agent : customer,
    date: language === 'en' ? '30 May' : '5月30日',
    timestamp: at,
    saved: true,
    distributed: true,
    seen: index < 6,
  }));
  const element = document.createElement('vue-advanced-chat');
  const given = {
    height: '100vh',
    'current-user-id': 'me',
    rooms,
    'rooms-loaded': true,
    'room-id': 'room-0',
    messages,
    'messages-loaded': true,
    'text-messages': { TYPE_MESSAGE: placeholder },
    'username-options': { minUsers: language === 'en' ? 2 : 3, currentUser: language === 'en' },
    'emoji-data-source': 'data:application/json,[]',
  };
  for (const [name, value] of Object.entries(given)) {
    element.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  place.append(element);
};
