import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  Avatar,
  ChatContainer,
  Conversation,
  ConversationHeader,
  ConversationList,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  MessageSeparator,
  Search,
  Sidebar,
} from '@chatscope/chat-ui-kit-react';
import { createRoot } from 'react-dom/client';
import type { MountKit } from '../page';
import { picture } from './picture';

/** As in the kit's own example of a whole messenger. */
export const mount: MountKit = (place, conversation, language) => {
  const { customer, agent, others, placeholder, rows } = conversation;
  const withAvatars = language === 'en';
  createRoot(place).render(
    <MainContainer responsive style={{ height: '100%' }}>
      <Sidebar position="left" scrollable={false}>
        <Search placeholder="Search..." />
        <ConversationList>
          <Conversation name={customer} info={rows.at(-1)?.text} active>
            <Avatar src={picture} name={customer} />
          </Conversation>
          {others.map(({ name, last }) => (
            <Conversation key={name} name={name} lastSenderName={name} info={last}>
              <Avatar src={picture} name={name} />
            </Conversation>
          ))}
        </ConversationList>
      </Sidebar>
      <ChatContainer>
        <ConversationHeader>
          <Avatar src={picture} name={customer} />
          <ConversationHeader.Content userName={customer} info="Active 10 mins ago" />
        </ConversationHeader>
        <MessageList>
          <MessageSeparator content={language === 'en' ? 'Saturday, 30 May' : '5月30日'} />
          {rows.map(({ role, text, at }) => {
            const isOwn = role === 'agent';
            const sender = isOwn ? agent : customer;
            return (
              <Message
                key={text}
                model={{
                  message: text,
                  sentTime: at,
                  sender,
                  direction: isOwn ? 'outgoing' : 'incoming',
                  position: 'single',
                }}
              >
                {withAvatars && !isOwn ? <Avatar src={picture} name={sender} /> : null}
                {withAvatars ? <Message.Header sender={sender} sentTime={at} /> : null}
              </Message>
            );
          })}
        </MessageList>
        <MessageInput placeholder={placeholder} />
      </ChatContainer>
    </MainContainer>,
  );
};
