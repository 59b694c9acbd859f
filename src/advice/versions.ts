/** The method behind a record: raised whenever the same inputs would give another outcome. */
export const VERSIONS: Readonly<Record<string, string>> = Object.freeze({ 'aptfolio/advice': '2' });
