/** Why a text is refused. */
export type JsonFault = 'no-json' | 'key-twice';

/** What a text says, or why it says nothing sure. */
export type Parsed = { readonly value: unknown } | { readonly fault: JsonFault };

/** Reads one JSON value. Of a key that an object has twice JSON keeps the last and says nothing, so that is a fault. */
export function parseJson(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'no-json' };
  }
  return keysWritten(text) === keysKept(value) ? { value } : { fault: 'key-twice' };
}

/** How many keys stand in a text of JSON: strings before a colon. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    let next = endOfString(text, start) + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === COLON) keys++;
    start = text.indexOf('"', next);
  }
  return keys;
}

const COLON = 58;
const BACKSLASH = 92;

/** The place of the quote that ends a string: one before which stand no backslashes, or an even number of them. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((end - first) % 2 === 0) return end;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** How many keys a value has, those of what is in it included. However deep that goes, as JSON may. */
function keysKept(value: unknown): number {
  let keys = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const inner = open.pop();
    if (typeof inner !== 'object' || inner === null) continue;
    const values = Object.values(inner);
    if (!Array.isArray(inner)) keys += values.length;
    for (const part of values) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return keys;
}
