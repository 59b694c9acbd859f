import { vi } from 'vitest';
vi.mock('../../tools/expect-value.js', async (original) => {
  const real: any = await original();
  return {
    expectValue: async (a: unknown, e: unknown) => {
      try { await real.expectValue(a, e); } catch { console.log('VALUE', JSON.stringify(await a), 'EXPECTED', JSON.stringify(e)); }
    },
    expectThrow: real.expectThrow,
  };
});
await import('/work/main/docs/kpi/retention.md?examples');
await import('/work/main/docs/kpi/risk.md?examples');
