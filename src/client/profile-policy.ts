import { at, checkInteger, checkObject, checkRange } from '../errors/index.js';
import type { NeedPolicy } from './need-policy.js';

/** A bank's thresholds for its clients' profiles. */
export interface ProfilePolicy extends NeedPolicy {
  /** Age from which a person decides alone. Default 18. */
  readonly adultAge?: number;
  /** Age from which special care is due. Default 65. */
  readonly specialCareAge?: number;
  /** Bounds of the life stages, years. Defaults: retired from 60, the 10 years before it, young until 30. */
  readonly lifeStages?: {
    readonly retirementAge?: number;
    readonly yearsBefore?: number;
    readonly youngUntil?: number;
  };
  /** When what a client says and what the client has contradict each other. */
  readonly contradictions?: {
    /** Accepting a loss up to this one is accepting none, decimal fraction. Default 0. */
    readonly noLossUpTo?: number;
    /** Share in shares of companies that such a client should not have, decimal fraction. Default 0.2. */
    readonly equityAbove?: number;
    /** Levels by which one dimension of the questionnaire may lie above another. Default 1. */
    readonly levelsApart?: number;
  };
}

/** The thresholds, without gaps. */
export interface ReadProfilePolicy {
  readonly adultAge: number;
  readonly specialCareAge: number;
  readonly retirementAge: number;
  readonly yearsBefore: number;
  readonly youngUntil: number;
  readonly noLossUpTo: number;
  readonly equityAbove: number;
  readonly levelsApart: number;
}

/** Checks the thresholds and fills in the defaults. */
export function readProfilePolicy(policy: ProfilePolicy, path: string): ReadProfilePolicy {
  const stages = checkObject(policy.lifeStages ?? {}, at(path, 'lifeStages'));
  const rules = checkObject(policy.contradictions ?? {}, at(path, 'contradictions'));
  const age = (value: unknown, where: string, fallback: number): number =>
    value === undefined ? fallback : checkInteger(value, where, { min: 0, max: 150 });
  const share = (value: unknown, where: string, fallback: number): number =>
    value === undefined ? fallback : checkRange(value, where, { min: 0, max: 1 });
  const stage = (field: string, fallback: number): number =>
    age(stages[field], at(at(path, 'lifeStages'), field), fallback);
  const rule = (field: string): string => at(at(path, 'contradictions'), field);
  return {
    adultAge: age(policy.adultAge, at(path, 'adultAge'), 18),
    specialCareAge: age(policy.specialCareAge, at(path, 'specialCareAge'), 65),
    retirementAge: stage('retirementAge', 60),
    yearsBefore: stage('yearsBefore', 10),
    youngUntil: stage('youngUntil', 30),
    noLossUpTo: share(rules.noLossUpTo, rule('noLossUpTo'), 0),
    equityAbove: share(rules.equityAbove, rule('equityAbove'), 0.2),
    levelsApart: age(rules.levelsApart, rule('levelsApart'), 1),
  };
}
