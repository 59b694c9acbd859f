import {
  parseComparedProposal,
  parseHandledCase,
  parsePersonalisationOptions,
  parseProcessJourney,
  parseQueueVisit,
  parseServiceWindow,
  parseToolRequest,
  parseToolTask,
  parseToolUsage,
  safeParseComparedProposal,
  safeParseHandledCase,
  safeParsePersonalisationOptions,
  safeParseProcessJourney,
  safeParseQueueVisit,
  safeParseServiceWindow,
  safeParseToolRequest,
  safeParseToolTask,
  safeParseToolUsage,
} from 'aptfolio/schema';
import { fault, type Input, input } from './input.js';

const nine = '2026-03-02T09:00:00+08:00';
const ten = '2026-03-02T10:00:00+08:00';
const dimensions = { branch: 'Pudong' };

/** How well, how fast and through which tools clients are served. */
export const SERVICE_QUALITY: Readonly<Record<string, Input>> = {
  'process-journey': input(
    parseProcessJourney,
    safeParseProcessJourney,
    [
      {
        id: 'j-1',
        steps: { started: nine },
        endedAt: ten,
        touchPoints: { started: 'app' },
        dimensions,
      },
    ],
    [
      fault(['touchPoints', 'started'], '', 'empty', 'journey.touchPoints.started'),
      fault(['steps', 'started'], true, 'invalid-type', 'journey.steps.started'),
    ],
  ),
  'handled-case': input(
    parseHandledCase,
    safeParseHandledCase,
    [
      {
        id: 'e-1',
        openedAt: nine,
        closedAt: ten,
        resolved: true,
        contacts: [nine],
        returns: 0,
        manualSteps: 2,
        dimensions,
      },
    ],
    [
      fault(['contacts'], [], 'empty', 'case.contacts'),
      fault(['manualSteps'], -1, 'out-of-range', 'case.manualSteps'),
      fault(['resolved'], 'yes', 'invalid-type', 'case.resolved'),
    ],
  ),
  'queue-visit': input(
    parseQueueVisit,
    safeParseQueueVisit,
    [{ id: 'q-1', joinedAt: nine, servedAt: ten, leftAt: ten, dimensions }],
    [fault(['joinedAt'], undefined, 'missing-value', 'visit.joinedAt')],
  ),
  'tool-usage': input(
    parseToolUsage,
    safeParseToolUsage,
    [
      {
        client: 'c-1',
        tool: 'app',
        eligible: true,
        sessions: [{ id: 's-1', at: nine, crashed: false }],
        dimensions,
      },
    ],
    [
      fault(['sessions', 0, 'crashed'], 0, 'invalid-type', 'usage.sessions[0].crashed'),
      fault(['client'], 'c'.repeat(61), 'too-long', 'usage.client'),
    ],
  ),
  'tool-task': input(
    parseToolTask,
    safeParseToolTask,
    [{ id: 't-1', startedAt: nine, endedAt: ten, completed: true, errors: 0, dimensions }],
    [fault(['errors'], -1, 'out-of-range', 'task.errors')],
  ),
  'tool-request': input(
    parseToolRequest,
    safeParseToolRequest,
    [{ id: 'r-1', at: nine, outcome: 'answered', seconds: 0.4, dimensions }],
    [
      fault(['outcome'], 'ok', 'unknown-value', 'request.outcome'),
      fault(['seconds'], -0.1, 'out-of-range', 'request.seconds'),
    ],
  ),
  'service-window': input(
    parseServiceWindow,
    safeParseServiceWindow,
    [
      {
        tool: 'app',
        from: nine,
        until: ten,
        outages: [{ from: nine, until: ten }],
        maintenance: [{ from: nine, until: ten }],
        dimensions,
      },
    ],
    [fault(['outages', 0, 'from'], null, 'missing-value', 'window.outages[0].from')],
  ),
  'compared-proposal': input(
    parseComparedProposal,
    safeParseComparedProposal,
    [{ id: 'p-1', at: nine, weights: { BOND: 1 }, model: { BOND: 1 }, reason: 'tax', dimensions }],
    [
      fault(['model'], undefined, 'missing-value', 'proposal.model'),
      fault(['weights', 'BOND'], -0.1, 'out-of-range', 'proposal.weights.BOND'),
    ],
  ),
  'personalisation-options': input(
    parsePersonalisationOptions,
    safeParsePersonalisationOptions,
    [{ reasons: ['tax'], asOf: ten, tolerance: 0.05 }],
    [
      fault(['reasons'], [], 'empty', 'options.reasons'),
      fault(['asOf'], undefined, 'missing-value', 'options.asOf'),
      fault(['tolerance'], 1, 'out-of-range', 'options.tolerance'),
    ],
  ),
};
