/** The team: in the panel's foot, the settings and the Studio's publish bar. */
export const teamEn = {
  'team.synced': 'Up to date with {organisation}',
  'team.catching-up': 'Getting the newest answers of {organisation}…',
  'team.offline': 'Offline since {time}. The answers on this machine still work.',
  'team.unreachable':
    'The hub has not answered since {time}. The answers on this machine still work.',
  'team.needs-update':
    'Update Cuecard: the hub of {organisation} is newer. Until then the answers stay as they are on this machine.',
  'team.hub-old':
    'The hub of {organisation} is older than this Cuecard: tell whoever runs it. The answers on this machine still work.',
  'team.removed': 'Your access to {organisation} was taken away, and its answers were removed.',

  'settings.team': 'Team',
  'settings.team.hint':
    'A team shares its answers from a hub of its own. Without one, Cuecard talks to nobody.',
  'settings.team.link': 'Invite link',
  'settings.team.your-name': 'Your name, for the team',
  'settings.team.join': 'Join',
  'settings.team.joining': 'Joining…',
  'settings.team.bad-link': 'This is not an invite link. It ends in /join# and many letters.',
  'settings.team.not-secure':
    'This link begins with http, so anybody on the way could read your team’s answers. Ask for one that begins with https.',
  'settings.team.in-sight':
    'This hub is reached without encryption: others on your network could read along.',
  'settings.team.used-up': 'This link was used already or has expired. Ask for a new one.',
  'settings.team.unreachable': 'The hub does not answer. Check the link and your network.',
  'settings.team.sign-in': 'Sign in with your company account',
  'settings.team.sign-in.hint':
    'If your team signs in with company accounts, type the hub’s address here instead.',
  'settings.team.code': 'Code from the sign-in page',
  'settings.team.finish': 'Finish',
  'settings.team.wrong-code': 'This is not the code that the page shows.',
  'settings.team.over': 'This sign-in is over. Begin it again.',
  'settings.team.by-invite': 'This hub lets people in by an invite link.',
  'settings.team.member': 'You are in {organisation} ({hub}).',
  'settings.team.invite': 'Invite somebody',
  'settings.team.invite.as': 'As',
  'settings.team.invite.make': 'Make a link',
  'settings.team.invite.hint': 'The link works once, within seven days.',
  'settings.team.invite.failed': 'The hub did not make a link.',
  'settings.team.another': 'Use another browser, too',
  'settings.team.another.hint':
    'Makes a link that lets another browser of yours in as you, with the same roles.',
  'settings.team.another.link': 'Link for your other browser',
  'settings.team.another.once':
    'Paste it there in Cuecard’s settings, under Team. It works once, until {time}, and whoever has it comes in as you: pass it on to nobody.',
  'settings.team.another.failed': 'The hub did not make a link.',
  'settings.team.another.copy': 'Copy',
  'settings.team.another.copied': 'Copied.',
  'settings.team.another.not-copied': 'The browser did not allow copying. Copy the link by hand.',
  'settings.team.own.as':
    'You join {organisation} as {name}. If that is not you, ask for an invite of your own.',
  'settings.team.own.used-up':
    'This link was used already or has expired. Make a new one in your other browser.',
  'settings.team.words': 'What of a conversation goes to the team',
  'settings.team.words.gaps':
    'A question that you call unanswered: you see its redacted text and send it, or it goes by itself where the team wants that.',
  'settings.team.words.picks.on':
    'Two minutes after you pick an answer: the customer’s message that it answers, and for which answer. Mails, phones, cards, ID numbers and what your team named are put out of sight first. Undo the pick, and it does not go, or is taken back. Your supervisors see it for 30 days, without your name.',
  'settings.team.words.picks.off':
    'Nothing of the messages that you pick answers for: your team has that switched off.',
  'settings.team.words.picks.unknown':
    'Whether messages go for which you pick answers, the hub does not say just now. Until it does, nothing goes.',
  'settings.team.words.forbidden': 'Nothing: your organisation forbids it.',
  'settings.team.leave': 'Leave the team',
  'settings.team.leave.hint':
    'The team’s answers leave this machine, and changes that are not published with them.',
  'settings.team.leave.last-admin':
    'You are the only administrator, and others are still in the team. Make one of them administrator on the Studio’s Team page first.',
  'settings.team.understood': 'Understood',
  'team.role.agent': 'Agent: uses the answers',
  'team.role.author': 'Author: writes, and hands in for review',
  'team.role.supervisor': 'Supervisor: publishes and invites',
  'team.role.admin': 'Administrator: does all, and sets the rules',

  'publish.name': 'Publishing',
  'publish.own': 'Only on this machine',
  'publish.share': 'Share with {organisation}',
  'publish.read-only': 'Your team’s answers. Its authors change them, its supervisors publish.',
  'publish.changes.one': '{count} change not published',
  'publish.changes.other': '{count} changes not published',
  'publish.kind.new': 'New: {title}',
  'publish.kind.edited': 'Changed: {title}',
  'publish.kind.deleted': 'Deleted: {title}',
  'publish.kind.base': 'Base: {title}',
  'publish.saved': 'Saved “{title}”. The team has it when you publish.',
  'publish.why': 'Why (for the history)',
  'publish.do': 'Publish',
  'publish.working': 'Publishing…',
  'publish.all': 'Everything is published',
  'publish.all-else': 'Nothing else to publish',
  'publish.panels': '{current} of {total} panels up to date',
  'publish.conflict': 'Others changed these meanwhile: {titles}',
  'publish.overwrite': 'Publish mine instead',
  'publish.unreachable': 'The hub does not answer. Nothing is lost: try again later.',
  'publish.refused': 'The hub did not take this.',
};
