/** Several questions in one message, why an answer was chosen, and a better order that waits. */
export const rankingEn = {
  'question.number': 'Question {at} of {count}',
  'question.answered': 'Answered',
  'question.none': 'Nothing fits this question.',
  'question.none-direct': 'No direct answer to this question.',
  'question.related': 'Related',
  'live.questions.one': '{count} question. Best: {title}',
  'live.questions.other': '{count} questions. Best for the first: {title}',
  'live.questions-open.one': '{count} question. Best: {title}',
  'live.questions-open.other':
    '{count} questions. Nothing fits the first. Best for another: {title}',

  'better.found': 'Better answers found',
  'better.show': 'Show',

  'update.changed': 'Updated just now',
  'update.changed.take': 'Show the new text',
  'update.gone': 'Taken out just now',
  'update.gone.take': 'Put away',
  'live.update': 'Updated just now: {title}',
  'live.gone': 'Taken out just now: {title}',

  'why.show': 'Why',
  'why.nearest': 'Most alike: {phrasing}',
  'why.words': 'Same words: {words}',
  'why.between': ', ',
  'why.votes': 'What counted: {votes}',
  'why.vote.words': 'words {percent}%',
  'why.vote.letters': 'similar spelling {percent}%',
  'why.vote.phrasings': 'nearest phrasing {percent}%',
  'why.vote.keywords': 'rare words {percent}%',
  'why.vote.sense': 'words of like meaning {percent}%',
} as const;
