import type { KpiResult, ServicePanel } from 'aptfolio/kpi';

/** Every figure of a panel, in the order of its families; of the two surveys the later one. */
export function panelFigures(panel: ServicePanel): readonly KpiResult[] {
  const { satisfaction, assets, retention, acquisition, risk } = panel;
  return [
    satisfaction.after.mean,
    satisfaction.after.topTwoBox,
    ...[assets, retention, acquisition, risk].flatMap((family) => Object.values(family)),
  ];
}
