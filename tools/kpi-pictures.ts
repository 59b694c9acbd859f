import type { EChartsOption } from 'echarts';
import { GRID, INK, MUTED, valueAxis } from '../examples/01-advise/drawing.js';
import {
  accumulateAll,
  type BeforeAfter,
  compareBeforeAfter,
  compareSeveral,
  compileScorecard,
  type ControlChart,
  type JudgedTogether,
  type Kpi,
  kpiMessages,
  pChart,
  type ScoreContribution,
  scoreScorecard,
  serviceKpis,
  summarise,
  xmrChart,
} from '../src/kpi/index.js';
import { kaplanMeier, type SurvivalCurve } from '../src/statistics/index.js';
import { BLUES, legend, picture, readJson, WARM } from './picture.js';

/** The pictures of the guide to service KPIs, by path. */
export function kpiPictures(): ReadonlyMap<string, string> {
  const service = readJson('examples/data/service/months.json');
  return new Map([
    ['docs/pictures/kpi-survival.svg', survivalPicture()],
    ['docs/pictures/kpi-before-after.svg', changePicture(service)],
    ['docs/pictures/kpi-xmr.svg', xmrPicture(service)],
    ['docs/pictures/kpi-laney.svg', laneyPicture(service)],
    ['docs/pictures/kpi-scorecard.svg', scorecardPicture(service)],
  ]);
}
