/** Questions that no answer fits: sent to the team, and what becomes of them there. */
export const gapsEn = {
  'gap.ask': 'None of these: ask the team',
  'gap.ask-bare': 'Ask the team',
  'gap.send.why': 'Send this to your team? Nothing else is sent.',
  'gap.send': 'Send',
  'gap.send.not': 'Don’t send',
  'gap.sent': 'Sent to your team',
  'gap.unreachable': 'The hub does not answer. The question stays noted on this machine.',
  'gap.refused': 'The hub did not take it. The question stays noted on this machine.',

  'gaps.open': 'Unanswered questions: {count}',
  'gaps.name': 'Unanswered questions',
  'gaps.none': 'No question waits for an answer.',
  'gaps.unreachable': 'The hub does not answer.',
  'gaps.times': '{count}×, last {time}',
  'gaps.once': '{time}',
  'gaps.write': 'Write an answer',
  'gaps.close': 'Done',
  'gaps.sharing': 'Questions that no answer fits come here without asking the agent each time',
  'gaps.sharing.hint':
    'Off: the agent sees the text and sends it. Mails, phones, cards and ID numbers are always put out of sight first.',
  'gaps.picks': 'Also share how customers ask, when an agent picks an answer',
  'gaps.picks.hint':
    'On: two minutes after a pick the customer’s message comes to the Studio’s page Learned with the answer it is for, put out of sight as above, unless the pick was undone. Agents are told in their settings. It is forgotten after 30 days. Off: nothing comes, and what came stays until then.',
  'gaps.rules': 'Also put out of sight, one a line',
  'gaps.rules.hint': 'Like order: HB-###### (# a digit, @ a letter, #+ one digit or more).',
  'gaps.rules.save': 'Save',
  'gaps.rules.saved': 'Saved.',
  'gaps.rules.bad': 'Not understood: {line}',
} as const;
