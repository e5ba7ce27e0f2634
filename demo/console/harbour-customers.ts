import type { Customer } from './customer.ts';

const redLightPhoto = new URL('./photos/red-light.svg', import.meta.url).href;

export const harbourCustomers: readonly Customer[] = [
  {
    id: 'c-maria',
    name: 'Maria Lopez',
    channel: 'Web · Harbour Broadband',
    card: { plan: 'Fibre 300', region: 'North Quay' },
    history: [
      { minutesAgo: 34, from: 'customer', text: 'Hi there' },
      {
        minutesAgo: 34,
        from: 'bot',
        text: 'Welcome to Harbour Broadband! Tell us what it is about and somebody will be with you shortly.',
      },
      { minutesAgo: 33, from: 'system', text: 'Conversation assigned to Ana' },
      {
        minutesAgo: 33,
        from: 'customer',
        text: 'is it ok to move my box behind the sofa? its in the way where it is',
      },
      {
        minutesAgo: 31,
        from: 'agent',
        text: 'Hi Maria, yes, as long as the thin fibre lead is not bent or squashed. Keep it in a loose curve, no tighter than a mug.\nThe hub itself likes to stand in the open, so leave that on a shelf if you can.',
      },
      { minutesAgo: 30, from: 'customer', text: 'perfect will do it tonight' },
      {
        minutesAgo: 29,
        from: 'note',
        text: 'Moving the box tonight. If she comes back with a red light, check the lead first.',
      },
      { minutesAgo: 28, from: 'agent', text: 'Great. Shout if anything looks odd afterwards.' },
    ],
  },
  {
    id: 'c-zhang-wei',
    name: 'Zhang Wei',
    channel: 'App · Harbour Broadband',
    card: { plan: 'Fibre 900', region: 'Old Town' },
    history: [
      { minutesAgo: 6, from: 'customer', text: 'Hi' },
      { minutesAgo: 5, from: 'system', text: 'Conversation assigned to Ana' },
      {
        minutesAgo: 5,
        from: 'agent',
        text: 'Hello Zhang Wei, this is Ana. How can I help?',
      },
      {
        minutesAgo: 3,
        from: 'note',
        text: 'Called on Friday as well, call-back was promised and is still open in the queue.',
      },
      {
        minutesAgo: 2,
        from: 'customer',
        text: 'My fibre has been down since last night, the light on the box is red. I already restarted it TWICE and nobody called me back. I work from home!!',
      },
      { minutesAgo: 1, from: 'customer', text: '', photo: redLightPhoto },
    ],
  },
  {
    id: 'c-tom',
    name: 'Tom Becker',
    channel: 'WhatsApp · Harbour Broadband',
    card: { plan: 'Fibre 100', region: 'West Pier' },
    history: [
      { minutesAgo: 55, from: 'system', text: 'Conversation assigned to Ana' },
      { minutesAgo: 54, from: 'customer', text: '', voiceSeconds: 14 },
      {
        minutesAgo: 53,
        from: 'note',
        text: 'Voice note: TV box stuck on the logo since the update, wants it fixed before the match.',
      },
      {
        minutesAgo: 52,
        from: 'agent',
        text: 'Hi Tom, please pull the power lead out of the TV box, count to thirty and plug it in again. The first start takes about five minutes.',
      },
      { minutesAgo: 44, from: 'customer', text: 'thanks, that fixed it' },
      { minutesAgo: 43, from: 'agent', text: 'Glad to hear it. Enjoy the match!' },
    ],
  },
  {
    id: 'c-aisha',
    name: 'Aisha Khan',
    channel: 'Web · Harbour Broadband',
    card: { plan: 'Mobile 20 GB', order: 'H-20417', region: 'Old Town' },
    history: [
      {
        minutesAgo: 130,
        from: 'bot',
        text: 'Welcome to Harbour Broadband! Tell us what it is about and somebody will be with you shortly.',
      },
      { minutesAgo: 129, from: 'customer', text: 'hello, ordered the mobile plan on sunday' },
      { minutesAgo: 128, from: 'system', text: 'Conversation assigned to Ana' },
      { minutesAgo: 128, from: 'customer', text: '', attachment: 'order-confirmation.pdf' },
      { minutesAgo: 127, from: 'note', text: 'Order found, eSIM was sent to her e-mail today.' },
      {
        minutesAgo: 126,
        from: 'agent',
        text: 'Thank you, Aisha. Your order is complete and the e-mail with the eSIM is on its way to you.',
      },
    ],
  },
];
