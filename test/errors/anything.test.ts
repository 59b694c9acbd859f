import { compileBusinessHours, compileCalendar } from 'aptfolio/dates';
import { AptfolioError } from 'aptfolio/errors';
import * as kpi from 'aptfolio/kpi';
import * as statistics from 'aptfolio/statistics';
import { describe, expect, it } from 'vitest';

type Call = (...args: readonly unknown[]) => unknown;

/** New ones each time: a draft is changed in place. */
const ANYTHING: readonly (() => unknown)[] = [
  () => ({}),
  () => null,
  () => [],
  () => [{}],
  () => 'x',
  () => 1,
];

/** Every way to fill so many places. */
function argumentsOf(places: number): readonly (readonly (() => unknown)[])[] {
  if (places === 0) return [[]];
  return argumentsOf(places - 1).flatMap((first) => ANYTHING.map((make) => [...first, make]));
}

/** The functions of a value: itself, or those that it has. */
function functionsOf(name: string, value: unknown): readonly (readonly [string, Call])[] {
  if (typeof value === 'function') return [[name, value as Call]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'function' ? [[`${name}.${key}`, inner as Call] as const] : [],
  );
}

/** What a function throws that is no AptfolioError with a path. */
function faultsOf([name, call]: readonly [string, Call]): readonly string[] {
  // One more than it asks for: arguments that have a default are not counted.
  const places = Math.min(4, call.length + 1);
  return argumentsOf(places).flatMap((makers) => {
    const given = makers.map((make) => make());
    const told = `${name}(${JSON.stringify(given).slice(1, -1)})`;
    try {
      call(...given);
      return [];
    } catch (error) {
      const named = error instanceof AptfolioError && error.issues.every(({ path }) => path !== '');
      return named ? [] : [`${told}: ${String(error)}`];
    }
  });
}

const { renewalRate, medianHandling } = kpi.serviceKpis({ currency: 'CNY' });
const calendar = compileCalendar({
  id: 'C',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});
const hours = { zone: 'Europe/Berlin', calendar, spans: [['09:00', '17:00']] as const };

describe('whatever it is given,', () => {
  it.each([
    ['aptfolio/kpi', kpi, 60],
    ['aptfolio/statistics', statistics, 70],
  ] as const)(
    'a function of %s throws nothing but an AptfolioError with a path',
    (_, room, least) => {
      const functions = Object.entries(room).flatMap(([name, value]) => functionsOf(name, value));
      expect(functions.length).toBeGreaterThan(least);
      expect(functions.flatMap(faultsOf)).toEqual([]);
    },
  );

  it.each([
    ['an accumulator of a share', kpi.accumulatorOf(renewalRate)],
    ['an accumulator of durations', kpi.accumulatorOf(medianHandling)],
    ['business hours', compileBusinessHours(hours)],
    ['a cube', kpi.compileKpiCube({ kpis: [renewalRate], period: 'month', zone: 'Europe/Berlin' })],
  ] as const)('%s throws nothing but an AptfolioError with a path', (name, machine) => {
    expect(functionsOf(name, machine).flatMap(faultsOf)).toEqual([]);
  });
});
