import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkUniqueIds,
} from '../errors/index.js';
import { type Citation, makeReason, type Reason } from '../evidence/index.js';
import { lowestLevel, RISK_LEVELS, type RiskLevel } from './level.js';

/** One person of a joint account or a group. */
export interface GroupMember {
  /** Opaque reference. */
  readonly id: string;
  /** The level of a valid assessment; `null` without one. Of those who only trade it is not asked for. */
  readonly level?: RiskLevel | null;
  /** What the person knows of products, on the same scale; `null` where it is not known. */
  readonly knowledge?: RiskLevel | null;
  /** Whether the money is the person's own. Default true. */
  readonly owns?: boolean;
  /** Whether the person gives the orders. Default: every owner does, unless someone is said to. */
  readonly trades?: boolean;
}

/** From when on different levels are looked at by a person. */
export interface JointLevelOptions {
  /** Levels between the lowest and the highest owner, at least 1. Default 2. */
  readonly referFrom?: number;
}

/** The level that counts for all together, or who has none. */
export type JointStanding = DecidedJointLevel | UndeterminedJointLevel;

/** Every owner has a level. */
export interface DecidedJointLevel extends JointKnowledge {
  readonly status: 'decided';
  readonly level: RiskLevel;
  /** Ids of the most cautious owners, in ascending order. */
  readonly determinedBy: readonly string[];
  readonly reasons: readonly Reason[];
}

/** An owner has no valid assessment. */
export interface UndeterminedJointLevel extends JointKnowledge {
  readonly status: 'undetermined';
  readonly level: null;
  /** The lowest of the levels that are known: the joint one cannot be above it. `null` if none is. */
  readonly atMost: RiskLevel | null;
  /** Ids of the owners without a level, in ascending order. */
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
}

/** What those who trade know of products. */
export interface JointKnowledge {
  /** The lowest of those who trade; `null` where one of them does not say. */
  readonly knowledge: RiskLevel | null;
  /** Ids of those who trade, in ascending order. */
  readonly traders: readonly string[];
}

/**
 * The level of a joint account or a group: how much risk is borne is for the owners, the most cautious of
 * whom counts, never an average; how much is understood is for those who give the orders.
 *
 * An owner without a valid assessment leaves the joint level undetermined: the others cannot answer for one
 * whose level may be lower than theirs. Owners whose levels lie far apart are referred to a person.
 *
 * @param members at least one owner and one who trades; their order has no influence.
 * @throws AptfolioError `empty`, `duplicate-id`, `unknown-value` with the path `members[1].level`;
 * `inconsistent` without an owner, or where nobody trades.
 *
 * Source: ESMA35-43-3172 (2023), guideline 6 and Commission Delegated Regulation (EU) 2017/565, article
 * 54(6): objectives and means of those represented, knowledge of those who represent them.
 *
 * @example
 * ```ts
 * import { jointLevel } from 'aptfolio/questionnaire';
 *
 * const joint = jointLevel([
 *   { id: 'a', level: 'C5' },
 *   { id: 'b', level: 'C2' },
 *   { id: 'attorney', owns: false, trades: true, knowledge: 'C4' },
 * ]);
 * joint.level; // => 'C2'
 * joint.knowledge; // => 'C4'
 * joint.reasons.map((reason) => reason.code);
 * // => ['questionnaire.joint-lowest', 'questionnaire.joint-far-apart']
 * jointLevel([{ id: 'a', level: 'C5' }, { id: 'b', level: null }]).status; // => 'undetermined'
 * ```
 */
export function jointLevel(
  members: readonly GroupMember[],
  options: JointLevelOptions = {},
): JointStanding {
  const read = readMembers(members);
  checkObject(options, 'options');
  const referFrom = checkInteger(options.referFrom ?? 2, 'options.referFrom', { min: 1, max: 4 });
  const owners = read.filter(({ owns }) => owns);
  const knowledge = knowledgeOf(read);
  const missing = owners.filter(({ level }) => level === null).map(({ id }) => id);
  const levels = owners.flatMap(({ level }) => (level === null ? [] : [level]));
  const apart = farApart(levels, referFrom);
  if (missing.length > 0) {
    const lacking = makeReason('questionnaire.joint-missing', 'require', { missing }, [GROUPS]);
    return Object.freeze({
      status: 'undetermined',
      level: null,
      atMost: levels.length === 0 ? null : lowestLevel(levels),
      missing: Object.freeze(missing),
      knowledge: knowledge.knowledge,
      traders: knowledge.traders,
      reasons: Object.freeze([lacking, ...apart, ...knowledge.reasons]),
    });
  }
  const level = lowestLevel(levels);
  return Object.freeze({
    status: 'decided',
    level,
    determinedBy: Object.freeze(owners.filter((one) => one.level === level).map(({ id }) => id)),
    knowledge: knowledge.knowledge,
    traders: knowledge.traders,
    reasons: Object.freeze([...lowestCounts(levels), ...apart, ...knowledge.reasons]),
  });
}

interface ReadMember {
  readonly id: string;
  readonly level: RiskLevel | null;
  readonly knowledge: RiskLevel | null;
  /** Whether anything was said about knowledge. */
  readonly asked: boolean;
  readonly owns: boolean;
  readonly trades: boolean;
}

/** The members in ascending order of their ids. */
function readMembers(members: readonly GroupMember[]): readonly ReadMember[] {
  const list = checkList<GroupMember>(members, 'members', { minLength: 1 });
  checkUniqueIds(list, 'members');
  const someoneSaid = list.some(({ trades }) => trades === true);
  const read = list.map((member, index) => {
    const path = at('members', index);
    const { owns = true, trades, knowledge } = member;
    const owner = checkBoolean(owns, at(path, 'owns'));
    const trader = checkBoolean(trades ?? (owner && !someoneSaid), at(path, 'trades'));
    return {
      id: member.id,
      level: readLevel(member.level, at(path, 'level')),
      knowledge: readLevel(knowledge, at(path, 'knowledge')),
      asked: knowledge !== undefined || !owner,
      owns: owner,
      trades: trader,
    };
  });
  if (!read.some(({ owns }) => owns)) throw lacks('someone who owns');
  if (!read.some(({ trades }) => trades)) throw lacks('someone who trades');
  return read.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function lacks(expected: string): AptfolioError {
  return new AptfolioError('inconsistent', 'members', expected);
}

function readLevel(level: RiskLevel | null | undefined, path: string): RiskLevel | null {
  return level === undefined || level === null ? null : checkOneOf(level, path, RISK_LEVELS);
}

/** What those who trade know. Where nobody says anything about knowledge, nothing is asked for. */
function knowledgeOf(
  members: readonly ReadMember[],
): JointKnowledge & { readonly reasons: readonly Reason[] } {
  const trading = members.filter(({ trades }) => trades);
  const traders = Object.freeze(trading.map(({ id }) => id));
  const known = trading.flatMap(({ knowledge }) => (knowledge === null ? [] : [knowledge]));
  if (known.length === trading.length) {
    return { knowledge: lowestLevel(known), traders, reasons: [] };
  }
  if (!members.some(({ asked }) => asked)) return { knowledge: null, traders, reasons: [] };
  const missing = trading.filter(({ knowledge }) => knowledge === null).map(({ id }) => id);
  const reason = makeReason('questionnaire.joint-knowledge', 'require', { missing }, [GROUPS]);
  return { knowledge: null, traders, reasons: [reason] };
}

function lowestCounts(levels: readonly RiskLevel[]): readonly Reason[] {
  if (levels.length === 1) return [];
  const parameters = {
    level: lowestLevel(levels),
    highest: highest(levels),
    owners: levels.length,
  };
  return [makeReason('questionnaire.joint-lowest', 'info', parameters, [GROUPS])];
}

function farApart(levels: readonly RiskLevel[], referFrom: number): readonly Reason[] {
  if (levels.length < 2) return [];
  const [low, high] = [lowestLevel(levels), highest(levels)];
  const apart = RISK_LEVELS.indexOf(high) - RISK_LEVELS.indexOf(low);
  if (apart < referFrom) return [];
  const parameters = { lowest: low, highest: high, apart };
  return [makeReason('questionnaire.joint-far-apart', 'refer', parameters, [GROUPS])];
}

function highest(levels: readonly RiskLevel[]): RiskLevel {
  return RISK_LEVELS[Math.max(...levels.map((level) => RISK_LEVELS.indexOf(level)))]!;
}

/** Paragraphs as a practitioner reads them. */
const GROUPS: Citation = Object.freeze({
  instrument: 'ESMA35-43-3172, guidelines on MiFID II suitability (2023)',
  article: 'guideline 6, paragraphs 69 and 70',
  verified: false,
  inForceFrom: '2023-10-03',
});
