import type { Negation, Phrases } from './wording-kind.js';

/** Forbidden wording in English; runs of blanks are made one before a text is searched. */
export const ENGLISH_WORDING: Phrases = {
  'principal-guaranteed': [
    "\\b(?:guarantee[sd]?|guaranteeing|assure[sd]?|promise[sd]?)(?: (?:the|your|all|full|of|repayment|return|that|invested|initial|original|investor's|investors'|client's|clients'|100%))* (?:principal|capital|investment|money)\\b(?! (?:markets?|gains?))",
    '\\b(?:principal|capital|investment|money) (?:is|are|will be|remains?|stays?)(?: (?:fully|always|100%|completely|absolutely|entirely|perfectly))* (?:guaranteed|protected|safe|secure|preserved|assured)\\b',
    '\\b(?:principal|capital)[- ](?:guaranteed?|protected|protection)\\b',
  ],
  'return-guaranteed': [
    '\\b(?:guarantee[sd]?|guaranteeing|assured?|promise[sd]?|sure)(?: (?:a|an|the|your|any|minimum|fixed|annual|steady|stable|high|positive|principal|capital|and|or|of|at|least|[0-9.]+ ?%))* (?:returns?|yields?|profits?|income|gains?|performance|interest)\\b',
    '\\b(?:returns?|yields?|profits?|income|gains?) (?:is|are|will be)(?: (?:fully|always|also))* (?:guaranteed|assured|promised)\\b',
  ],
  'no-risk': [
    '\\b(?:no|zero|without(?: any)?|free (?:of|from)(?: any)?)(?: (?:investment|any|market))* risks?\\b(?! (?:profile|rating|appetite|warning|assessment|limit|tolerance))',
    '\\brisk[- ]?(?:free|less)\\b(?! (?:rates?|assets?|interest|benchmark|yield|bonds?))',
    "\\b(?:cannot|can't|can not|will not|won't|will never|can never)(?: possibly)? lose\\b(?! more than)",
    '\\b(?:absolutely|completely|totally|perfectly|100%) (?:safe|secure)\\b|\\bnothing to lose\\b|\\bnever loses?\\b',
    '\\b(?:no need|not need|need not) to worry about (?:losses|losing|risks?|your (?:money|capital|principal))\\b',
  ],
  'like-deposit': [
    '\\b(?:same|equivalent|equal|identical|similar|comparable) (?:as|to)(?: (?:a|an|any|your|the|bank|term|fixed|time|savings?))* (?:deposits?|savings(?: accounts?)?)\\b',
    '(?<!\\bwould )\\b(?:like|as safe as|as secure as|as good as)(?: (?:a|an|any|your|the|bank|term|fixed|time|savings?|keeping))* (?:deposits?|savings accounts?|money in the bank|cash in the bank)\\b',
    '\\b(?:deposit|savings)[- ](?:like|equivalents?|substitutes?)\\b',
    '\\b(?:covered|protected) by (?:the )?deposit (?:insurance|protection|guarantee)\\b',
  ],
  superlative: [
    '\\b(?:best|highest|safest|greatest|most profitable|most secure|top|number one|leading|unbeatable|unrivalled|unmatched)(?: possible)? (?:returns?|yields?|performance|profits?|funds?|products?|investments?|choice|opportunit(?:y|ies)|options?)\\b',
    '\\b(?:returns?|yields?|performance) (?:is|are) (?:the )?(?:best|highest|unbeatable|unrivalled)\\b',
    '\\bonce[- ]in[- ]a[- ]lifetime\\b|\\btoo good to miss\\b',
  ],
  'certain-future': [
    '\\bwill (?:certainly|definitely|surely|always|undoubtedly|inevitably) (?:rise|grow|increase|gain|profit|outperform|earn|return|recover|go up|pay|make|beat)\\b',
    '\\b(?:is|are) (?:certain|sure|bound|guaranteed|destined) to (?:rise|grow|increase|gain|profit|outperform|earn|return|recover|go up|pay|make|beat)\\b',
    "\\bsure[- ]?(?:fire|thing)\\b|\\b(?:cannot|can't|can not) fail\\b|\\bonly (?:go|goes) up\\b",
    '\\bwill (?:return|yield|earn|gain)(?: you)?(?: (?:at least|over|more than|about))? [0-9]',
  ],
};

/** What takes a phrase back in English. */
export const ENGLISH_NEGATION: Negation = {
  boundary: '[,;:!?\\n()]|\\.(?![0-9])| (?:and|but|so|yet|because|while) ',
  before:
    "\\b(?:not|never|no|cannot|nor|neither|none|nobody|nothing|without|unable to|refuses? to|prohibited from|forbidden to|whether)\\b|n't\\b|\\bnon-?$",
  unlike:
    '\\bnot (?:only|just|merely|simply)\\b|\\bno (?:doubt|matter|question)\\b|\\bwithout (?:doubt|question|a doubt)\\b|\\bnothing but\\b|\\bnone other\\b|\\bno (?:other|better)\\b|\\b(?:no|without)(?: (?:any|entry|exit|annual|hidden|front-end))* (?:fees?|charges?|costs?|lock-?up|minimum|penalt(?:y|ies))\\b',
  over: '\\b(?:not|never|neither|nor),[^,.;:!?]{1,60},[^,.;:!?]{0,60}$',
  after:
    "^ (?:(?:is|are|was|were) (?:not|never)|isn't|aren't) (?:offered|promised|given|provided|available|possible)\\b",
};
