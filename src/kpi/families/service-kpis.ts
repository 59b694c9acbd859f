import { type AcquisitionKpis, acquisitionKpis } from './acquisition.js';
import { type AssetKpis, assetKpis } from './assets.js';
import { type CompetenceKpis, competenceKpis } from './competence.js';
import { type EfficiencyKpis, efficiencyKpis } from './efficiency.js';
import { type ResponseKpis, responseKpis } from './response.js';
import { type RetentionKpis, retentionKpis } from './retention.js';
import { type RiskKpis, riskKpis } from './risk.js';
import { type SatisfactionKpis, satisfactionKpis } from './satisfaction.js';
import { readSettings, type ServiceKpiOptions, type Settings } from './settings.js';
import { type ToolKpis, toolKpis } from './tools.js';
import { versionedBySettings } from './versioned-by-settings.js';

/** The ready definitions of a wealth service's KPIs. */
export interface ServiceKpis
  extends SatisfactionKpis,
    ResponseKpis,
    AssetKpis,
    RetentionKpis,
    AcquisitionKpis,
    RiskKpis,
    EfficiencyKpis,
    ToolKpis,
    CompetenceKpis {}

/**
 * The ready definitions of a wealth service's KPIs: satisfaction, assets, retention, acquisition, risk,
 * efficiency, digital tools, adviser ability.
 *
 * Two figures are both called campaign conversion in practice, and are kept apart here: `campaignConversion` is
 * converted / reached; `newClientsFromCampaigns` is the share of new clients that campaigns brought.
 *
 * A definition that an option changes has a version of its own, so that what was counted within four hours is never merged with what was
 * counted within eight. The currency needs none, since every amount names it, and `minimumSample` none, since it is only read at the end.
 *
 * @throws AptfolioError with a path that starts with `options`.
 *
 * @example
 * ```ts
 * import { serviceKpis } from 'aptfolio/kpi';
 *
 * const kpis = serviceKpis({ currency: 'CNY' });
 * kpis.campaignConversion.formula; // => 'clients who bought / clients reached by the campaign'
 * kpis.withinSla.limit; // => 8
 * kpis.withinSla.version; // => '1'
 * serviceKpis({ currency: 'CNY', slaHours: 4 }).withinSla.version === '1'; // => false
 * ```
 */
export function serviceKpis(options: ServiceKpiOptions): ServiceKpis {
  const settings = readSettings(options);
  const { currency, minimumSample } = settings;
  const usual = readSettings({ currency, minimumSample });
  return versionedBySettings(definitionsFor(settings), definitionsFor(usual));
}

function definitionsFor(settings: Settings): ServiceKpis {
  return {
    ...satisfactionKpis(settings),
    ...responseKpis(settings),
    ...assetKpis(settings),
    ...retentionKpis(settings),
    ...acquisitionKpis(settings),
    ...riskKpis(settings),
    ...efficiencyKpis(settings),
    ...toolKpis(settings),
    ...competenceKpis(settings),
  };
}
