import { at, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import type { NeedPolicy } from '../needs/need-policy.js';
import { type CarePolicy, type ReadCarePolicy, readCarePolicy } from './care-policy.js';
import {
  type ReadRevealedPolicy,
  type RevealedPreferencePolicy,
  readRevealedPolicy,
} from './revealed-policy.js';

/** A bank's thresholds for its clients' profiles. */
export interface ProfilePolicy extends NeedPolicy {
  /** Age from which a person decides alone. Default 18. */
  readonly adultAge?: number;
  /** Age from which special care is due. Default 65. */
  readonly specialCareAge?: number;
  /** An age above this one is taken for an error in the birth date. Default 120. */
  readonly implausibleAgeAbove?: number;
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
    /** How far the stated income may lie from the booked one, as part of the larger. Default 0.3. */
    readonly incomeApart?: number;
    /** Years by which a stated age may lie beside the one by birth date. Default 1. */
    readonly ageYearsApart?: number;
    /** Years by which a stated horizon may go beyond the soonest open goal. Default 2. */
    readonly horizonYearsApart?: number;
    /** Part of the planned withdrawals that the stated need for money may leave out. Default 0.1. */
    readonly withdrawalsApart?: number;
    /** The expected return above which accepting no loss is a contradiction; annual, decimal fraction. Default 0.03. */
    readonly expectedReturnAbove?: number;
  };
  /** How holdings and conduct are read as a preference. */
  readonly revealedPreference?: RevealedPreferencePolicy;
  /** When special care is due, for how long, and what follows. */
  readonly care?: CarePolicy;
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
  readonly incomeApart: number;
  readonly ageYearsApart: number;
  readonly horizonYearsApart: number;
  readonly withdrawalsApart: number;
  readonly expectedReturnAbove: number;
  readonly implausibleAgeAbove: number;
  readonly revealed: ReadRevealedPolicy;
  readonly care: ReadCarePolicy;
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
    incomeApart: share(rules.incomeApart, rule('incomeApart'), 0.3),
    ageYearsApart: age(rules.ageYearsApart, rule('ageYearsApart'), 1),
    horizonYearsApart: age(rules.horizonYearsApart, rule('horizonYearsApart'), 2),
    withdrawalsApart: share(rules.withdrawalsApart, rule('withdrawalsApart'), 0.1),
    expectedReturnAbove: share(rules.expectedReturnAbove, rule('expectedReturnAbove'), 0.03),
    implausibleAgeAbove: age(policy.implausibleAgeAbove, at(path, 'implausibleAgeAbove'), 120),
    revealed: readRevealedPolicy(policy.revealedPreference, at(path, 'revealedPreference')),
    care: readCarePolicy(policy.care, at(path, 'care')),
  };
}
