import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/client/index.js';
import { parse, sourceFiles } from '../../house/source-file.js';

/** Names and addresses that are no person's. */
const OF_THINGS = [
  // Where a law or a form can be read.
  'src/evidence/citation.ts: address',
  'src/questionnaire/instruments/published-bands.ts: address',
  'src/suitability/packs/policy/policy-options.ts: address',
  // A cadence's.
  'src/client/recurring/cadence.ts: name',
];

/** Fields of a file's types whose names say that they hold what core types must not carry. */
function personalFields(file: ts.SourceFile): readonly string[] {
  return [...new Set(fieldsOf(file))]
    .filter((field) => findPersonalData({ [field]: 'x' }).length > 0)
    .map((field) => `${file.fileName}: ${field}`);
}

function fieldsOf(node: ts.Node): readonly string[] {
  const own = ts.isPropertySignature(node) ? [node.name.getText().replaceAll("'", '')] : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...fieldsOf(child));
  });
  return [...own, ...below];
}

/** In the rooms of products, questionnaires and the like a `name` is a thing's; the client's room has none. */
function isOfThing(field: string): boolean {
  if (OF_THINGS.includes(field)) return true;
  return field.endsWith(': name') && !field.startsWith('src/client/');
}

describe('core types', () => {
  it('carry no name, phone number, address or identity number of a person', () => {
    const found = sourceFiles().flatMap(personalFields);
    expect(found.filter((field) => !isOfThing(field))).toEqual([]);
  });

  it('would be found out', () => {
    const text = "interface Client { readonly phone: string; readonly 'id-number'?: string }";
    expect(personalFields(parse('src/client/x.ts', text))).toEqual([
      'src/client/x.ts: phone',
      'src/client/x.ts: id-number',
    ]);
  });
});
