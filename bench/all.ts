import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Each in a process of its own, so that what the engine has learnt from one does not slow the next.
for (const file of [
  new URL('./allocate.ts', import.meta.url),
  new URL('./allocation/minimum-variance.ts', import.meta.url),
  new URL('./allocation/frontier.ts', import.meta.url),
  new URL('./allocation/re-solve.ts', import.meta.url),
  new URL('./allocation/factor-model.ts', import.meta.url),
  new URL('./score.ts', import.meta.url),
  new URL('./simulate.ts', import.meta.url),
  new URL('./money.ts', import.meta.url),
  new URL('./cash-flow.ts', import.meta.url),
  new URL('./reliability.ts', import.meta.url),
  new URL('./recurring.ts', import.meta.url),
  new URL('./kpi.ts', import.meta.url),
  new URL('./kpi/kinds.ts', import.meta.url),
  new URL('./kpi/mergeable.ts', import.meta.url),
  new URL('./kpi/merge.ts', import.meta.url),
  new URL('./kpi/cube.ts', import.meta.url),
  new URL('./kpi/survival.ts', import.meta.url),
  new URL('./kpi/memory.ts', import.meta.url),
  new URL('./selection.ts', import.meta.url),
  new URL('./orders.ts', import.meta.url),
  new URL('./rebalancing/rebalance.ts', import.meta.url),
  new URL('./rebalancing/book.ts', import.meta.url),
  new URL('./rebalancing/backtest.ts', import.meta.url),
  new URL('./suitability/screen.ts', import.meta.url),
  new URL('./suitability/screen-gaps.ts', import.meta.url),
  new URL('./suitability/explain.ts', import.meta.url),
  new URL('./suitability/book.ts', import.meta.url),
]) {
  const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(file)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
