import 'react-chat-elements/dist/main.css';
import { createRef } from 'react';
import { ChatList, Input, MessageList, type MessageType, Navbar } from 'react-chat-elements';
import { createRoot } from 'react-dom/client';
import type { MountKit } from '../page';
import { picture } from './picture';

/** The kit has parts only; they are put together as its readme shows them. */
export const mount: MountKit = (place, conversation, language) => {
  const { customer, agent, others, placeholder, rows } = conversation;
  const day = new Date(2026, 4, 30);
  createRoot(place).render(
    <div style={{ display: 'flex', height: '100%' }}>
      <div style={{ width: 280, overflow: 'auto' }}>
        <ChatList
          id="chats"
          lazyLoadingImage=""
          dataSource={[{ name: customer, last: rows.at(-1)?.text ?? '' }, ...others].map(
            ({ name, last }, at) => ({
              id: String(at),
              avatar: picture,
              alt: name,
              title: name,
              subtitle: last,
              date: day,
              unread: 0,
            }),
          )}
        />
      </div>
      <div style={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0 }}>
        <Navbar left={<div>{customer}</div>} right={<span>{language}</span>} type="light" />
        <div style={{ flex: 1, overflow: 'auto', background: '#f3f3f3' }}>
          <MessageList
            referance={createRef()}
            lockable
            // Its types want a status of the other one's messages too, but then it marks them as sent.
            dataSource={
              rows.map(({ role, text, at }, index) => ({
                id: String(index),
                position: role === 'agent' ? 'right' : 'left',
                type: 'text' as const,
                title: language === 'en' ? (role === 'agent' ? agent : customer) : '',
                text,
                date: day,
                dateString: at,
                ...(role === 'agent' ? { status: 'read' as const } : {}),
                titleColor: '#333',
                focus: false,
                forwarded: false,
                replyButton: false,
                removeButton: false,
                notch: true,
                retracted: false,
                avatar: picture,
              })) as MessageType[]
            }
          />
        </div>
        <Input
          placeholder={placeholder}
          multiline
          maxHeight={120}
          rightButtons={<button type="button">{language === 'en' ? 'Send' : '发送'}</button>}
        />
      </div>
    </div>,
  );
};
