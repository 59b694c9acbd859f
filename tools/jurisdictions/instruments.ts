/** What is known of a law, a rule or a guideline that packs cite. */
export interface InstrumentNotes {
  /** What a table calls it; empty where its passages carry its name. */
  readonly short: string;
  /** Its name in English, if it has none. */
  readonly english?: string;
  /** What was read of it. */
  readonly read: string;
}

const NO_TEXT = 'The text was not found.';

/** By the name under which packs cite it. */
export const INSTRUMENTS: Readonly<Record<string, InstrumentNotes>> = {
  '金融机构产品适当性管理办法（国家金融监督管理总局令2025年第7号）': {
    short: 'Order 7/2025',
    english:
      'Measures on suitability of products of financial institutions, National Financial Regulatory Administration',
    read: 'The full text was read.',
  },
  证券期货投资者适当性管理办法: {
    short: 'CSRC Measures',
    english:
      'Measures on suitability of securities and futures investors, China Securities Regulatory Commission',
    read: 'Copies of some articles were read. None says which amendment it gives, so nothing counts as compared with the text in force. Article 23 stands from memory and from what a fund firm tells its clients.',
  },
  中华人民共和国民法典: {
    short: 'Civil Code',
    english: 'Civil Code',
    read: 'The articles cited were read.',
  },
  中华人民共和国个人信息保护法: {
    short: 'PIPL',
    english: 'Personal Information Protection Law of 2021-08-20',
    read: 'The articles cited were read; the first day is from general knowledge.',
  },
  中华人民共和国证券法: {
    short: 'Securities Law',
    english: 'Securities Law as revised on 2019-12-28',
    read: 'The articles cited were read; the first day is from general knowledge.',
  },
  中华人民共和国期货和衍生品法: {
    short: 'Futures Law',
    english: 'Futures and Derivatives Law of 2022-04-20',
    read: 'The articles cited were read; the first day is from general knowledge.',
  },
  中华人民共和国证券投资基金法: {
    short: 'Fund Law',
    english: 'Securities Investment Fund Law as amended on 2015-04-24',
    read: 'The articles cited were read; the first day is from general knowledge.',
  },
  私募投资基金监督管理条例: {
    short: 'Private Funds Regulation',
    english: 'Regulation on private funds of 2023-07-03',
    read: 'The articles cited were read; the first day is from general knowledge.',
  },
  '关于规范金融机构资产管理业务的指导意见（银发〔2018〕106号）': {
    short: 'Guidance 106/2018',
    english: 'Guidance on the asset-management business of financial institutions',
    read: `${NO_TEXT} The figures were read in banks’ notices that quote it.`,
  },
  商业银行理财产品销售管理办法: {
    short: 'Sales Measures 2012',
    english: 'Measures on the sale of commercial banks’ wealth products',
    read: `${NO_TEXT} The amounts are as others quote them, the first day is from memory.`,
  },
  商业银行理财业务监督管理办法: {
    short: 'Wealth Measures 2018',
    english: 'Measures on commercial banks’ wealth business',
    read: `${NO_TEXT} The amount is as others quote it.`,
  },
  'Directive 2014/65/EU': {
    short: 'MiFID II',
    read: 'The text as enacted was read, without the changes since, and it binds through the law of each Member State; so nothing counts as compared with the text in force.',
  },
  'Delegated Regulation (EU) 2017/565': {
    short: '2017/565',
    read: 'The text as enacted was read, and with it (EU) 2021/1254, which corrects none of the articles cited.',
  },
  'Delegated Regulation (EU) 2017/565, as amended by (EU) 2021/1253': {
    short: '2017/565 as amended',
    read: 'The text of the amendment was read.',
  },
  'Regulation (EU) No 600/2014': {
    short: 'MiFIR',
    read: 'The text as enacted was read, without the changes since.',
  },
  'ESMA35-43-3172 (2023)': {
    short: 'ESMA',
    read: 'Known from a secondary source only: Bengu, Client Risk Profiling, MiFID II Suitability Framework (2026).',
  },
  'FCA Handbook': {
    short: '',
    read: 'Provisions with a link were read there; of the others the wording was not found.',
  },
  'Financial Services and Markets Act 2000 (Financial Promotion) Order 2005 (SI 2005/1529)': {
    short: 'Financial Promotion Order',
    read: 'Only the accounts by others that are linked were read.',
  },
  'Regulation Best Interest, 17 CFR 240.15l-1': {
    short: 'Reg BI',
    read: 'Of (a)(1) and (a)(2)(i) the wording was read as others quote it in full, of the rest in the accounts of it that are linked; none in the official text.',
  },
  'FINRA Rules': {
    short: 'FINRA',
    read: 'Rules 2090 and 4512.01 were read; of the others, at most the account that is linked.',
  },
  'Code of Federal Regulations, title 17': { short: '17 CFR', read: 'It was not read.' },
  'SEC staff bulletin, Standards of Conduct: Account Recommendations for Retail Investors': {
    short: 'SEC staff bulletin',
    read: 'It was not read.',
  },
  'Code of Conduct for Persons Licensed by or Registered with the Securities and Futures Commission':
    {
      short: 'Code of Conduct',
      read: 'Paragraph 5.2 was read as the Commission quotes it; of the others, at most the guidance that is linked.',
    },
  'Guidelines on Online Distribution and Advisory Platforms': {
    short: 'Platform Guidelines',
    read: 'Known from the Commission’s own lists, which are linked.',
  },
  'Securities and Futures (Professional Investor) Rules (Cap. 571D)': {
    short: 'Cap. 571D',
    read: 'Known from the accounts by others that are linked.',
  },
  'Securities and Futures (Keeping of Records) Rules (Cap. 571O)': {
    short: 'Cap. 571O',
    read: 'Known from the page that is linked.',
  },
  'Hong Kong Monetary Authority, circulars on investor protection measures': {
    short: 'HKMA circulars',
    read: 'They were not read.',
  },
  'Financial Advisers Act 2001 (Singapore)': {
    short: 'FAA',
    read: 'Section 34 was read, section 36 (27 until 2021-12-30) was not.',
  },
  'Securities and Futures Act 2001 (Singapore)': {
    short: 'SFA',
    read: 'The definition of accredited investors was read.',
  },
  'Securities and Futures (Classes of Investors) Regulations 2018 (Singapore)': {
    short: 'Classes of Investors Regulations',
    read: 'Known from the account by others that is linked.',
  },
  'MAS Notice FAA-N16': { short: 'FAA-N16', read: 'At most a summary was read.' },
  'MAS Notice FAA-N20': { short: 'FAA-N20', read: 'At most a summary was read.' },
  'MAS Notice SFA 04-N12': { short: 'SFA 04-N12', read: 'At most a summary was read.' },
  'MAS Guidelines FAA-G14': { short: 'FAA-G14', read: 'At most a summary was read.' },
  'MAS notices on life policies': {
    short: 'MAS on life policies',
    read: 'They were not read.',
  },
  'MAS notices on unlisted collective investment schemes': {
    short: 'MAS on unit trusts',
    read: 'They were not read.',
  },
  'Financial Advisers Regulations (Singapore)': {
    short: 'FA Regulations',
    read: 'They were not read.',
  },
  'Corporations Act 2001 (Australia)': {
    short: 'Corporations Act',
    read: 'Sections with a link were read there; of the others the wording was not found.',
  },
  'Corporations Regulations 2001 (Australia)': {
    short: 'Corporations Regulations',
    read: 'Regulation 7.1.28 was read; the others are known from accounts by others.',
  },
  'ASIC, record-keeping obligations for personal advice (Australia)': {
    short: 'ASIC on records',
    read: 'An information sheet was read.',
  },
};
