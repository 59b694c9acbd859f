/** What people wrote about a country's packs; everything else on its page comes from the packs. */
export interface JurisdictionNotes {
  readonly name: string;
  /** What the packs cover, as one sentence. */
  readonly covers: string;
  /** What no pack of the country says. */
  readonly leftOut: readonly string[];
  /** What its subpath offers beside packs. */
  readonly beside?: string;
}

/** What people wrote about a pack. */
export interface PackNotes {
  readonly question: string;
  /** Where the text can be read in more than one way, which one was taken. */
  readonly readings: readonly string[];
  /** What a pack beside it says. */
  readonly elsewhere?: readonly string[];
  readonly leftOut: readonly string[];
}

/** By subpath, in the order of the index. */
export const JURISDICTION_NOTES: Readonly<Record<string, JurisdictionNotes>> = {
  cn: {
    name: 'China (mainland)',
    covers:
      'Selling wealth products, trusts, insurance, funds and securities under the two regimes that meet at a bank’s counter, qualified investors, minimums, and personal information.',
    leftOut: [
      '理财公司理财产品销售管理暂行办法 (2021), 商业银行代理销售业务管理办法 (2025) and the rules of the Asset Management Association of 2026 were not found in full, so no rule rests on them.',
    ],
  },
  eu: {
    name: 'European Union',
    covers:
      'Suitability of advice and portfolio management, with sustainability preferences, and appropriateness of services without advice.',
    leftOut: ['The law of the Member States, through which Directive 2014/65/EU binds.'],
    beside:
      '`summaryRiskIndicator`, `marketRiskMeasure` and `creditRiskMeasure` work out the risk class from 1 to 7 that the pack compares (Delegated Regulation (EU) 2017/653, Annex II).',
  },
  uk: {
    name: 'United Kingdom',
    covers:
      'Suitability with advice, appropriateness without, target markets, the consumer duty, and direct offers of restricted mass market investments.',
    leftOut: [],
  },
  us: {
    name: 'United States',
    covers:
      'Regulation Best Interest, Form CRS, FINRA’s rules on suitability, on knowing the customer and on specified adults, and accredited investors.',
    leftOut: [],
  },
  hk: {
    name: 'Hong Kong',
    covers:
      'Suitability, complex and derivative products, professional investors and vulnerable clients.',
    leftOut: [],
  },
  sg: {
    name: 'Singapore',
    covers:
      'Recommendations, knowledge of products, accredited investors, selected clients and second thoughts.',
    leftOut: [],
  },
  au: {
    name: 'Australia',
    covers:
      'Personal and general advice to retail clients, target markets, and products for wholesale clients.',
    leftOut: [],
  },
};

/** By the id of the pack, in the order of the page. */
export const PACK_NOTES: Readonly<Record<string, PackNotes>> = {
  'cn-nfra': {
    question:
      'May this investment product of a bank, a wealth subsidiary or a trust company be sold to this client?',
    readings: [
      'Of clients who need no assessment article 27 names institutions, their products and funds only, so no natural person is professional here. If an institution has a level all the same, it binds.',
      'The last of the twelve months counts in full; that it may fall on a holiday does not lengthen it, which is the stricter reading. The order says twelve months “in principle” (原则上), and a bank may take fewer.',
      'Insisting does not help: article 12 knows no exception but that for insurance.',
      'Selling, and a switch to a product that is certainly rated lower than the one it replaces, reduce the risk: the rules on level, expiry and means do not stand against them. All others apply to a switch as to any purchase.',
      'The age binds even where the bank’s books say that somebody has full capacity.',
      'Days before 2026-02-01 can be asked about; the order says nothing on them.',
    ],
    elsewhere: [
      'Products of securities, fund and futures firms, also at a bank’s counter (article 3): `cn-csrc`; use both together.',
      'Insurance: `cn-nfra-insurance`. How a sale is conducted: `cn-nfra-conduct`.',
    ],
    leftOut: [
      'Where high risk begins and low risk ends. The order does not say; R4 and R2 are a choice that a bank makes its own.',
    ],
  },
  'cn-nfra-assessment': {
    question: 'May this client be assessed once more at the same institution?',
    readings: [
      'Asked before an assessment begins, not with a sale: its rule has the id of one in `cn-nfra`, so the two packs are not used together.',
      'The caller counts what was made today and within the twelve months to today, on civil dates in Asia/Shanghai.',
    ],
    leftOut: ['Assessments at other institutions.'],
  },
  'cn-nfra-conduct': {
    question:
      'Does the institution go about designing, rating, marketing, selling, holding and complaints as the order asks?',
    readings: [
      'The fact `conduct.activity` says what is being done; who says nothing asks about a sale.',
      'Where the institution may refuse (可以拒绝, article 10(2)), a person decides.',
      'Whether a client outside the target range is one of the other cases of unsuitability (article 12(3)), a person must judge.',
    ],
    elsewhere: [
      'What insurance needs besides: `cn-nfra-insurance-conduct`. Whether a product suits a client: `cn-nfra`.',
    ],
    leftOut: [],
  },
  'cn-nfra-insurance': {
    question:
      'Does this insurance fit what the applicant can pay, and is a signed declaration needed?',
    readings: [
      'Of the four marks of article 39 the first two must be exceeded (超过), the others reached.',
      'Where article 40 waives the assessment of the ability to pay, nobody has to say that there is no mismatch; one that is known stops the sale all the same.',
    ],
    elsewhere: [
      'What insurance that may lose principal needs besides (article 36): `cn-nfra-insurance-conduct`. A rule here would leave every application undetermined of which nobody says whether principal is at risk.',
    ],
    leftOut: [],
  },
  'cn-nfra-insurance-conduct': {
    question:
      'Is this insurance sold as the order asks, with the ratings and the match that insurance needs which may lose principal?',
    readings: [
      'A term of “one year or less” (一年期以下) includes one year.',
      'Article 36 brings in the rating of the product and the assessment of the client; where they do not match, article 38 is the only way.',
    ],
    elsewhere: ['What an applicant can pay: `cn-nfra-insurance`; use both together.'],
    leftOut: [],
  },
  'cn-csrc': {
    question:
      'May this product that a securities, fund or futures firm issued be sold to this client? The order follows the product to the bank that sells it.',
    readings: [
      'Above the level nothing is sold (18), unless the client insists after a warning (19); and not even then if the firm proposed it (22(3)) or the client is in the lowest category (22(5)).',
      'A private product always has access requirements.',
    ],
    leftOut: [
      'How long an assessment counts: the copies that were read do not say, so no rule lets one expire.',
      'Where high risk begins. The order does not say; R4 is a choice that a bank makes its own.',
      'Access requirements of products that are not private, which are for a bank’s own pack to say.',
    ],
  },
  'cn-csrc-conduct': {
    question:
      'Are products of securities, fund and futures firms sold as the order, the securities, futures and fund laws and the regulation on private funds ask?',
    readings: [
      'The fact `conduct.activity` says what is being done; who says nothing asks about a sale.',
      'Which information a client must give is what article 88 of the securities law lists; the copies of the order that were read give no list.',
      'Courts disagree about who buys online inside a branch; the caller says which channel it was.',
    ],
    elsewhere: [
      'Who is a professional investor, and how an ordinary one becomes one (articles 8, 11, 12): `cn-csrc-classification`.',
    ],
    leftOut: [],
  },
  'cn-csrc-classification': {
    question:
      'May this client be treated as a professional investor, or as an ordinary one, for products of securities, fund and futures firms?',
    readings: [
      'A year is the calendar year, as accounts are kept; the accounts are those of the last year-end.',
      'The firm is free to agree (有权自主决定), so nobody has a right to it and a person decides.',
      'To institutions the order gives no right to become ordinary; it does not forbid a firm to protect them more either, so a person decides.',
    ],
    elsewhere: [
      'Bank wealth products and insurance, for which another order decides: `cn-nfra`. It knows no professional natural persons.',
    ],
    leftOut: [],
  },
  'cn-qualified-investor': {
    question:
      'Is this client a qualified investor, to whom alone a private asset-management product of a financial institution may be sold?',
    readings: [
      'Who asks without saying what the product is asks about a private one; who says nothing of the kind of client speaks of a person.',
    ],
    leftOut: [
      'Private funds, which have a standard of their own.',
      'Others whom supervisors treat as qualified.',
    ],
  },
  'cn-private-minimum': {
    question: 'Is the amount of this order at least the minimum of the product?',
    readings: [
      'Reckoned per order, which is the stricter reading of what must be invested in one product.',
      'Who asks without saying whether the product is private asks about a private one; a public one is never assumed.',
    ],
    leftOut: [
      'What wealth subsidiaries issue: from memory, the order on them knows no such minimum.',
    ],
  },
  'cn-pipl': {
    question:
      'May personal information be used, collected or kept in this way: automated decisions and marketing (24), sensitive information (28, 29), children (31), storage (19)?',
    readings: [
      'The fact `processing.activity` says what is asked about; who says nothing asks about a decision.',
      'Under fourteen (不满) excludes the number: on the fourteenth birthday the person is no child any more.',
      'Article 19 excepts laws and administrative regulations only; what an order of a regulator asks for is part of what the purpose needs.',
    ],
    leftOut: [
      'How long something must be kept: article 19 sets a longest time, not a least one.',
      'Every other article of the law.',
    ],
  },
  'eu-mifid-suitability': {
    question: 'May this be recommended to the client, or bought for a portfolio under management?',
    readings: [
      'Risk tolerance, ability to bear losses and the risk of the instrument are classes from 1 to 7, those of the summary risk indicator. The law has no such scale; it is how the firm says what the law asks for, and how it maps its clients to the classes is its own.',
      'Money that can be had back at any time fits every horizon, an unknown one too.',
      'Who only gets out of a risk is never held up by a level or by a review that is due.',
      'Of several persons the most prudent one counts, never an average.',
      'The anniversary of a review is still “annually”.',
    ],
    leftOut: [
      'Of the controls that a secondary source reads out of ESMA’s guidelines, those on the answers of a questionnaire themselves; here are those that matter when something is recommended. How hard each is, is that source’s reading; the guidelines bind by comply or explain.',
      'The days for which a raised profile is looked at: the guideline names no number, the one here is the source’s.',
      'For how long the assessment itself must be kept: the Member States set the years. Agreements are kept as long as the relationship lasts (article 73).',
    ],
  },
  'eu-mifid-appropriateness': {
    question: 'May this order without advice go ahead, and after which warning?',
    readings: [
      'Nothing here forbids an order: who does not understand an instrument is warned and may go on.',
      'Shares of funds that are no UCITS, structured UCITS and derivatives are complex whatever else they are; what article 25(4) does not name is not complex if it satisfies all of article 57.',
    ],
    elsewhere: ['Services with advice: `eu-mifid-suitability`.'],
    leftOut: [],
  },
  'uk-cobs': {
    question:
      'May a firm under the FCA’s conduct rules recommend, arrange or carry out this investment?',
    readings: [
      'An investor statement counts until the day before its anniversary, which is the stricter reading.',
      'The restricted investor’s statement speaks of more than a tenth, so that a tenth is still in line with it.',
      'Without advice, orders in other than complex products that come from the client alone need no check.',
    ],
    leftOut: [
      'Records on pension transfers and opt-outs, which must be kept indefinitely (COBS 9.5.2R(1)): no number of years says that.',
    ],
  },
  'us-reg-bi': {
    question: 'May a broker-dealer recommend or carry out this transaction?',
    readings: [
      'The figures for accredited investors must be exceeded, not only reached.',
      'Of an institution that judges for itself only the customer-specific part of suitability is taken as fulfilled.',
    ],
    leftOut: [
      'The compliance obligation of Regulation Best Interest, which binds the firm, not the single case.',
      'Figures from before 2020-06-30.',
      'Accredited investors that are companies or trusts, for which other figures hold.',
    ],
  },
  'hk-sfc': {
    question:
      'May a licensed or registered person in Hong Kong recommend or carry out this investment?',
    readings: [
      'Wealth alone waives nothing: an individual keeps the protection however large the portfolio is.',
      'For derivatives on an exchange that the client asks for, paragraph 5.1A holds instead of 5.5.',
    ],
    leftOut: [
      'The time before 2019-07-06: the rules are those since complex products have rules of their own.',
    ],
  },
  'sg-mas': {
    question: 'May a financial adviser in Singapore recommend or carry out this investment?',
    readings: [
      'Accredited investors go without the protections of recommendations; since 2019-04-08 nobody is one who has not agreed to it.',
      'Two of three marks (age, English, schooling) make a selected client, until 2025-12-28.',
    ],
    leftOut: [
      'Who is a selected client under the notices as revised from 2025-12-29: that was not read, so the firm’s own finding counts.',
    ],
  },
  'au-corporations': {
    question:
      'May a financial services licensee in Australia advise on or distribute this product?',
    readings: [
      'Personal advice, and arranging what it recommends, is excluded conduct (section 994A): the rules on target markets do not apply to it.',
      'That a client outside the target market buys is no breach by itself (994E(2)(b)): a person looks at it.',
      'Section 761G(7)(c) says that a certificate counts for six months; a regulation makes it two years, which is taken here.',
    ],
    leftOut: [
      'The five business days that time-critical instructions leave (946C(3)): here the Statement of Advice comes first.',
    ],
  },
};
