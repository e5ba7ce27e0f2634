/** The Studio's page of what the team did with its answers, day by day. */
export const figuresEn = {
  'figures.name': 'Figures',
  'figures.hint':
    'What agents did with the team’s answers. The hub counts every minute; a day is one of UTC. What was undone stays counted.',
  'figures.span': 'How far back',
  'figures.days': '{count} days',
  'figures.year': 'A year',
  'figures.since': 'Counted since {date}: there is nothing from before.',
  'figures.none': 'Nothing was counted yet',
  'figures.none.hint':
    'Once an agent inserts an answer of the team, it stands here a minute later.',
  'figures.failed': 'The figures are on the hub, and the hub does not answer',
  'figures.by-day': 'Day by day, the newest first',
  'figures.day': 'Day',
  'figures.picks': 'Picks',
  'figures.edits': 'Edited first',
  'figures.rejections': 'Not this',
  'figures.gaps': 'No answer',
} as const;
