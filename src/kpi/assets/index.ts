export {
  type AccountPeriod,
  ASSET_MOVEMENTS,
  type AssetMovement,
  type AssetMovementKind,
} from './account-period.js';
export {
  type AccountRecordOptions,
  ASSET_BRIDGE_LINES,
  type AssetBridgeLine,
  type AssetBridgeOptions,
  accountRecords,
  assetBridgeEvent,
  NET_NEW_MONEY_CHOICES,
  type NetNewMoneyChoice,
} from './asset-bridge.js';
export type { ClientReturn, ClientReturnOptions } from './client-return.js';
export { clientReturnRecords } from './client-return-records.js';
export { type TranslationOptions, translateAccount } from './translate-account.js';
