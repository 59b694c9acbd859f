import { ASSET_BRIDGE_LINES, netNewMoneyTerm } from '../assets/asset-bridge.js';
import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type AssetReturnKpis, assetReturnKpis } from './assets-returns.js';
import { type Settings, TOTAL } from './settings.js';

/** How assets grow, how much of it the clients brought, and what they earned. */
export interface AssetKpis extends AssetReturnKpis {
  readonly assetGrowth: Kpi<'amount-bridge'>;
  readonly assetBridge: Kpi<'amount-bridge'>;
  readonly organicGrowth: Kpi<'amount-ratio'>;
  readonly netNewMoneyRate: Kpi<'amount-ratio'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function assetKpis(settings: Settings): AssetKpis {
  const { currency, netNewMoney, periodsPerYear } = settings;
  const terms = { netNewMoney: netNewMoneyTerm(netNewMoney) };
  const shared = {
    ...TOTAL,
    family: 'assets',
    direction: 'higher-is-better',
    denominator: 'assets under management at the start',
    currency,
  } as const;
  const bridge = {
    ...shared,
    kind: 'amount-bridge',
    symbols: '(A₁ − A₀) / A₀',
    numerator: 'change of assets under management',
  } as const;
  return {
    assetGrowth: defineKpi({
      ...bridge,
      id: 'asset-growth',
      formula: '(closing assets − opening assets) / opening assets',
      source: 'assets under management, with net flow and market effect',
      lines: ['net-flow', 'market-effect'],
    }),
    assetBridge: defineKpi({
      ...bridge,
      id: 'asset-bridge',
      formula:
        '(closing assets − opening assets) / opening assets, where opening assets + net new money + market + currency + income + fees (negative) + changes of scope = closing assets',
      source:
        'UBS, Financial Report 2006, invested assets and net new money by the direct method; movements of accounts',
      lines: ASSET_BRIDGE_LINES,
      terms,
    }),
    organicGrowth: defineKpi({
      ...shared,
      kind: 'amount-ratio',
      id: 'organic-growth',
      symbols: 'F / A₀',
      formula: 'net flow / opening assets',
      numerator: 'net flow: assets brought in less assets taken out',
      source: 'assets under management',
      terms,
    }),
    netNewMoneyRate: defineKpi({
      ...shared,
      kind: 'amount-ratio',
      id: 'net-new-money-rate',
      symbols: 'm · N / A₀',
      formula: 'net new money / opening assets × periods in a year, not compounded',
      unit: 'fraction per year',
      numerator: 'net new money, by the bank’s own meaning',
      source: 'UBS, Financial Report 2006, net new money by the direct method',
      periodsPerYear,
      terms,
    }),
    ...assetReturnKpis(settings),
  };
}
