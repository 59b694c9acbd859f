import type { Negation, Phrases } from './wording-kind.js';

const RISE =
  '(?:rise|grow|increase|gain|profit|outperform|earn|return|recover|go up|make|beat|reach|hit|exceed|achieve|deliver)\\b(?! (?:less|nothing|a loss|losses|no )\\b)';

/** What rises must not be something that costs the client or hurts. */
const NOT_COSTS =
  '(?<!\\b(?:fees?|costs?|charges?|risks?|loss|losses|tax|taxes|inflation|expenses|liabilities)(?: [a-z]+){0,3} )';

/** Who pays must not be the client. */
const NOT_PAYER = '(?<!\\b(?:you|clients?|investors?|holders?|buyers?|customers?|policyholders?) )';

/** Forbidden wording in English; runs of blanks are made one before a text is searched. */
export const ENGLISH_WORDING: Phrases = {
  'principal-guaranteed': [
    "\\b(?:guarantee[sd]?|guaranteeing|assure[sd]?|promise[sd]?)(?: (?:the|your|all|full|of|repayment|return|that|invested|initial|original|investor's|investors'|client's|clients'|100%))* (?:principal|capital|investment|money)\\b(?! (?:markets?|gains?))",
    '\\b(?:principal|capital|investment|money) (?:is|are|will be|remains?|stays?)(?: (?:not (?:only|just|merely|simply)|both|also|fully|always|100%|completely|absolutely|entirely|perfectly))* (?:guaranteed|protected|safe|secure|preserved|assured)\\b',
    '\\b(?:principal|capital)[- ](?:guaranteed?|protected|protection)\\b',
    '\\b(?:always|definitely|certainly|surely|guaranteed to|sure to|certain to) (?:get|receive|have|recover)(?: (?:all|back|of|your|the|full|whole|entire))* (?:money|principal|capital|investment)\\b',
    "\\b(?:principal|capital|money|investment) (?:cannot|can't|can not|will not|won't|will never|can never|never)(?: (?:ever|possibly|be))* (?:lost|(?:shrink|fall|decline|lose)s?)\\b",
    '\\b(?:principal|capital|money|investment) is (?:in no danger|at no risk)\\b',
  ],
  'return-guaranteed': [
    '\\b(?:guarantee[sd]?|guaranteeing|assured?|promise[sd]?|sure)(?: (?:a|an|the|your|any|minimum|fixed|annual|steady|stable|high|positive|principal|capital|and|or|of|at|least|[0-9.]+ ?%))* (?:returns?|yields?|profits?|income|gains?|performance|interest)\\b',
    '\\b(?:returns?|yields?|profits?|income|gains?) (?:is|are|will be)(?: (?:not (?:only|just|merely|simply)|fully|always|also|100%))* (?:guaranteed|assured|promised|certain(?! to))\\b',
    // A figure is promised, but not a share of the principal: that is the other kind.
    '\\b(?:guarantee[sd]?|guaranteeing|promise[sd]?|promising|assure[sd]?):?(?: (?:you|your|clients?|investors?|that|will|to|pay|earn|get|receive|reach|a|an|the|of|at|least|up|more|than|over|minimum|fixed|annual|yearly|steady))* [0-9][0-9.]* ?(?:%|per ?cent|p\\.a\\.)(?! (?:of )?(?:(?:the|your|all|initial|invested|original) )*(?:principal|capital|investment|money))',
    '[0-9] ?(?:%|per ?cent)(?: (?:a|per) (?:year|annum)| p\\.a\\.| annually)?,? guaranteed\\b',
    '\\b(?:guarantee[sd]?|promise[sd]?|assure[sd]?)(?: that)?(?: (?:you|clients|investors|all|every|our))+(?: (?:will|can|shall|to|always))* (?:make|earn|profit|gain|win)\\b',
  ],
  'no-risk': [
    '\\b(?:no|zero|without(?: any)?|free (?:of|from)(?: any)?)(?: (?:investment|any|market))* risks?\\b(?! (?:profile|rating|appetite|warning|assessment|limit|tolerance))',
    '\\brisk[- ]?(?:free|less)\\b(?! (?:rates?|assets?|interest|benchmark|yield|bonds?))',
    "\\b(?:cannot|can't|can not|will not|won't|will never|can never)(?: possibly)? lose\\b(?! more than)",
    '\\b(?:absolutely|completely|totally|perfectly|100%) (?:safe|secure)\\b|\\bnothing to lose\\b|\\bnever loses?\\b',
    '\\b(?:no|zero)(?: (?:real|possible|conceivable|earthly))? (?:way|chance|possibility|danger|likelihood|prospect|threat)(?: (?:to|of|that|for|a|any|you|your|can|could|will|would|ever|make|making|money|capital|principal|suffer|suffering))* (?:los[es]|loses|losing|lost|loss|losses)\\b(?! more than)',
    '\\b(?:impossible|not possible) (?:to|that you)(?: (?:can|could|will|ever|make|suffer))* (?:lose|a loss|losses)\\b(?! more than)|\\b(?:loss|losses|losing)(?: (?:money|of capital|of principal))? (?:is|are) (?:impossible|not possible|out of the question|ruled out)\\b',
    '\\bthere (?:is|are|will be|can be) (?:no|zero|never(?: a| any)?) (?:loss|losses|downside)\\b(?! of (?:rights?|cover))',
    '\\b(?:no need|not need|need not) to worry about (?:losses|losing|risks?|your (?:money|capital|principal))\\b',
  ],
  'like-deposit': [
    '\\b(?:same|equivalent|equal|identical|similar|comparable) (?:as|to)(?: (?:a|an|any|your|the|bank|term|fixed|time|savings?))* (?:deposits?|savings(?: accounts?)?)\\b',
    '(?<!\\bwould )\\b(?:like|as safe as|as secure as|as good as)(?: (?:a|an|any|your|the|bank|term|fixed|time|savings?|keeping))* (?:deposits?|savings accounts?|money in the bank|cash in the bank)\\b',
    '\\b(?:safer|more secure|more reliable|better protected|less risky|sounder) than(?: (?:a|an|any|your|the|bank|term|fixed|time|savings?|keeping|putting|money|it|in))* (?:deposits?|savings(?: accounts?)?|bank)\\b',
    '\\b(?:deposit|savings)[- ](?:like|equivalents?|substitutes?)\\b',
    '\\b(?:covered|protected) by (?:the )?deposit (?:insurance|protection|guarantee)\\b',
  ],
  superlative: [
    '\\b(?:best|highest|safest|greatest|most profitable|most secure|top|number one|leading|unbeatable|unrivalled|unmatched)(?: possible)? (?:returns?|yields?|performance|profits?|funds?|products?|investments?|choice|opportunit(?:y|ies)|options?)\\b',
    '\\b(?:returns?|yields?|performance) (?:is|are) (?:the )?(?:best|highest|unbeatable|unrivalled)\\b',
    '\\bonce[- ]in[- ]a[- ]lifetime\\b|\\btoo good to miss\\b',
  ],
  'certain-future': [
    // That fees must be paid, or will rise, is no promise.
    `${NOT_COSTS}\\bwill (?:certainly|definitely|surely|always|undoubtedly|inevitably) ${RISE}`,
    `${NOT_COSTS}\\b(?:is|are) (?:certain|sure|bound|guaranteed|destined) to ${RISE}`,
    `${NOT_PAYER}\\b(?:will (?:certainly|definitely|surely|always|undoubtedly|inevitably)|(?:is|are) (?:certain|sure|bound|guaranteed|destined) to) pay\\b`,
    "\\bsure[- ]?(?:fire|thing)\\b|\\b(?:cannot|can't|can not) fail\\b|\\bonly (?:go|goes) up\\b",
    '\\bwill (?:return|yield|earn|gain)(?: you)?(?: (?:at least|over|more than|about))? [0-9]',
  ],
};

/** What takes a phrase back in English. */
export const ENGLISH_NEGATION: Negation = {
  boundary: '[,;:!?\\n()]|\\.(?![0-9])| (?:and|but|so|yet|because|while) ',
  before:
    "\\b(?:not|never|no|cannot|nor|neither|none|nobody|nothing|without|unable to|refuses? to|prohibited from|forbidden to|whether)\\b|n't\\b|\\bnon-?$|\\b(?:lacks?|lacking|refrains? from|declines? to)\\b|\\brather than (?:an? |any )?$",
  unlike: [
    '\\bnot (?:only|just|merely|simply|for nothing)\\b|\\bno (?:doubt|matter|question|ordinary|usual|average|experience|effort)\\b|\\bwithout (?:doubt|question|a doubt|effort|delay|hassle)\\b|\\bnothing but\\b|\\bnone other\\b|\\bno (?:other|better)\\b',
    "(?:\\bnot|\\bnever|n't) (?:miss|hesitate|wait|worry|forget|delay|overlook)\\b|(?:(?:\\bnot|n't) (?:have|need) to|\\bneed not|needn't)\\b[^,.;]{0,30} to\\b|(?:\\bnot|\\bnever|n't)(?: [a-z]+)? fails? to\\b",
    '\\b(?:no|without)(?: (?:any|entry|exit|annual|hidden|front-end))* (?:fees?|charges?|costs?|lock-?up|minimum|penalt(?:y|ies))\\b',
  ].join('|'),
  over: '\\b(?:not|never|neither|nor),[^,.;:!?]{1,60},[^,.;:!?]{0,60}$',
  after: [
    "^ (?:(?:is|are|was|were) (?:not|never)|isn't|aren't) (?:offered|promised|given|provided|available|possible)\\b",
    '^ ?[?] no\\b',
    '^[^,.;:!?]{0,40} (?:is|are|may be|can be|could be|should be|must be)(?: (?:a|an|the|often|usually|always|almost|probably|typical|common|clear|likely))* (?:not true|untrue|a misconception|scams?|frauds?|fraudulent|swindles?|hallmarks? of (?:a )?(?:fraud|scam)|(?:warning )?signs? of (?:a )?(?:fraud|scam)|warning signs?|red flags?|reported|distrusted|illegal|prohibited|forbidden|too good to be true)\\b',
  ].join('|'),
  warning: {
    sentence: '[!?\\n]|\\.(?![0-9])',
    others:
      '\\b(?:any(?:one|body)|some(?:one|body)|whoever|people|persons?|those|callers?|strangers?|fraudsters?|scammers?|criminals?|swindlers?|scams?|offers?|schemes?|(?:a|any|every|all) (?:products?|investments?|firms?|funds?|sellers?|advisers?)|websites?|platforms?|adverts?|advertisements?|promises|claims|messages)\\b',
    against:
      "\\b(?:beware|(?:be|stay) (?:wary|careful|suspicious|alert|cautious|sceptical|skeptical|on (?:your )?guard)|watch out|scams?|scammers?|fraud\\w*|swindl\\w+|report (?:it|them|this|him|her|such|to the (?:police|authorit\\w+|regulator))|call the police|(?:not|never) (?:trust|believe|fall for|rely on)|distrust|stay away|hang up|red flags?|warning signs?|too good to be true|breaks? the law|illegal\\w*)\\b|n't (?:trust|believe|fall for|rely on)\\b",
    own: '\\b(?:we|our (?:own )?(?:fund|product|note|bank|principal|return|profit|offer)s?|with us|this (?:fund|product|note|bank|investment))\\b',
  },
};
