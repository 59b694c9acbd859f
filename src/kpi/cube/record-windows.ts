import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { Kpi, KpiWindow } from '../definition.js';

/** A window by which an event was judged, with the length that its definition gives it. */
export type KpiRecordWindow = Omit<KpiWindow, 'words'>;

const FIELDS: FieldsOf<KpiRecordWindow> = { id: true, days: true, seconds: true };

/** Refuses windows that are not those of the definition. */
export function checkWindows({ id: kpi, windows }: Kpi, value: unknown, path: string): void {
  checkList<unknown>(value, path, { maxLength: 100 }).forEach((entry, i) => {
    const where = at(path, i);
    const fields = checkObject(entry, where);
    refuseUnknown(fields, where, FIELDS);
    const id = checkText(fields.id, at(where, 'id'), 100);
    const own = windows.find((window) => window.id === id);
    if (own === undefined) {
      const expected = `a window that the definition of ${kpi} has`;
      throw new AptfolioError('unknown-id', at(where, 'id'), expected, id);
    }
    for (const unit of ['days', 'seconds'] as const) {
      if (fields[unit] === own[unit]) continue;
      const expected = `${own[unit] ?? 'none'}, as the definition of ${kpi} says`;
      throw new AptfolioError('inconsistent', at(where, unit), expected, fields[unit]);
    }
  });
}
