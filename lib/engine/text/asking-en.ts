const subject =
  '(?:i|we|you|it|he|she|they|there|this|that|these|those|my|our|your|the|a|an|any|some|every|no|one|someone|somebody|anyone|anybody|u|ya)';

/** What may stand before the question itself: greetings, fillers, words that add. */
export const preface =
  /^(?:[\s,.!?'"*-]|\b(?:(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|guys))?|ok|okay|right|well|thanks|thank you|cheers|sorry|excuse me|and|also|plus|but|or|so|then|oh|now|just|first|firstly|second|secondly|finally|lastly|next|another (?:thing|question)|one more thing|quick (?:one|question)(?: though)?|if (?:so|not|yes)|by the way|btw|honestly|anyway|please|pls|plz|kindly|too|as well)\b)*/i;

export const opensQuestion = new RegExp(
  `^(?:(?:what|when|where|why|who|which|how|whose|whats|wheres|hows|whens|wots?)\\b|(?:is|are|do|does|did|can|could|may|shall|should|will|would)\\b(?! (?:not|like|love|be)\\b)|(?:am|was|were|have|has|had|must|might|(?:is|are|do|does|did|can|could|should|would|has|have|was|were)n['’]?t|won['’]?t|can['’]?t) ${subject}\\b|any (?:ideas?|chance|tips?|way|news|advice|update)|anything i|possible to)`,
  'i',
);

/** Asked in the middle of what is told: "I was wondering whether …", "…, what can I do". */
export const holdsQuestion = new RegExp(
  `\\b(?:wonder(?:ing)? (?:if|whether|how|what|when|where|why)|(?:know|ask|see|check|tell me|find out) (?:if|whether|how|what|when|where|why|which|who)|so (?:can|could|do|does|is|are|will|would|should) ${subject}|how (?:do|can|could|much|long|many|would|should)|(?:what|when|where|why|which) (?:can|do|does|did|should|could|would|is|are|will)(?:n['’]?t)? ${subject}|how come|what about|how about|is (?:it|that|there) (?:possible|ok|true|genuine))\\b`,
  'i',
);

export const opensRequest =
  /^(?:(?:i|we)(?:['’]?ll| will)?(?: (?:just|also|really|only))? (?:want|need|wanna|wish|require|gotta|would like|would love)\b|(?:i|we)['’]?d (?:also |really |just )?(?:like|love|rather)\b|(?:want|need|wanna|would like|like) (?:to|my|a|the|an|it)\b|looking (?:to|for)\b|trying to\b|let me\b|get me\b|give me\b|(?:send|stop|change|cancel|tell|make|put|move|block|add|remove|take|turn|check|help|show|swap|switch|upgrade|update|explain|fix|delete|refund|reset|replace|unsubscribe|resend|arrange|book|confirm|sort|close|transfer)\b|(?:do not|don['’]?t) (?!have|know|like|think|want|need|get|see|understand)\w)/i;

export const holdsRequest =
  /\b(?:please|pls|plz|kindly|(?:can|could|would) (?:you|u|someone|somebody)|i['’]?d like|i want|i need|we need|we want|help me|let me know)\b/i;

/** Something is not as it should be. */
export const trouble =
  /\b(?:no|not|never|nobody|none|nothing|no-?one|without|cannot|wrong|broken?|stuck|fro(?:ze|zen)|fail(?:s|ed|ing)?|dead|error|still|keeps?|twice|two (?:payments|times)|lost|stolen|missing|terrible|awful|bad|slow|crawling|rubbish|down|off|locked|refused?|declined|dropp(?:ed|ing|s)|drops|cuts?|lag(?:ging)?|black|blank|red|late|double|overcharged|too (?:high|much|low|slow|expensive|big|small)|higher|expensive|more than|gone up|went up|increased?|problem|issue|fault(?:y)?|complain(?:t|ing)?|died|dies|passed away|hasnt|havent|isnt|doesnt|dont|didnt|wont|cant|wasnt|run out|scam|fee)\b|n['’]t\b/i;

/** What is left without these is what a question is about. */
export const generic =
  /(?:(?<!\p{L})\p{L}+['’]\p{L}+|\b(?:what|when|where|why|who|which|how|can|could|may|might|shall|should|do|does|did|will|would|is|are|am|was|were|be|been|has|have|had|must|not|no|i|we|you|it|he|she|they|there|this|that|these|those|my|mine|our|ours|your|yours|his|her|him|them|us|me|the|a|an|any|some|to|of|in|on|at|for|from|with|by|about|and|or|but|so|if|then|now|too|also|plus|as|well|please|pls|thanks|help|suggest|recommend|advise|advice|explain|ideas?|tips?|chance|way|need|want|like|try|options?|know|tell|let|get|got|go|going|into|put|think|happen(?:ing|s|ed)?|cause|causing|wrong|sort|fix|else|next|now|time|day|date|come|broken?|true|genuine|real|normal|possible|ok|okay|sorry|hi|hello|hey|just|really|still|even|all|one|thing|something|someone|somebody|anything|much|many|long|instead|look|see|give|take|make)\b)/giu;

/** Words that any English text has. */
export const common =
  /^(?:the|a|an|i|m|we|you|he|she|it|they|my|your|our|is|are|was|to|of|in|on|for|and|with|do|does|did|can|will|not|no|have|has|had|this|that|what|how|why|when|where|please|hi|hello|thanks?|me|at|be|from|get|got|any|there|if|or|but|up|out|too|still|need|want)$/i;
