import {it} from 'vitest';
import {frontierPoints,efficientFrontier,resampledFrontier} from '../../src/allocation/index.js';
import { estimatesOf } from '../../src/allocation/resampled/draw-estimates.js';
import { riskRoot } from '../../src/allocation/solve/risk-root.js';
import { createRandom, denseRisk, tracePath } from '../../src/numerics/index.js';
import { compileFrontier } from '../../src/allocation/frontier/efficient-frontier.js';
import { withReturns } from '../../src/allocation/compile/with-returns.js';
const PROBLEM = {
  assets: ['BOND', 'CREDIT', 'EQUITY', 'GOLD'],
  expectedReturn: [0.02, 0.035, 0.06, 0.03],
  covariance: [
    [0.0025, 0.001, 0.0005, 0],
    [0.001, 0.0064, 0.006, 0.001],
    [0.0005, 0.006, 0.04, 0.002],
    [0, 0.001, 0.002, 0.0225],
  ],
  bounds: { GOLD: { max: 0.15 }, BOND: { min: 0.1 } },
  groups: [{ id: 'risky', members: ['EQUITY', 'GOLD'], max: 0.5 }],
  trading: {
    current: { BOND: 0.4, CREDIT: 0.3, EQUITY: 0.3 },
    buyCost: 0.002,
    sellCost: 0.001,
    maxTurnover: 0.3,
  },
};
it('x',()=>{
    const matrix = Float64Array.from((PROBLEM.covariance as number[][]).flat());
    const mean = Float64Array.from(PROBLEM.expectedReturn);
    const next = estimatesOf(mean, riskRoot(denseRisk(matrix, 4)), 40, createRandom(3));
    const compiled=compileFrontier(PROBLEM);
    const ws={position:undefined};
    tracePath(compiled.program,{workspace:ws});
    for (let draw = 0; draw < 60; draw++) {
      const { mean: m, covariance } = next();
      const d=withReturns(compiled,m);
      const pa=tracePath({...d.program,risk:denseRisk(covariance,4)},{workspace:ws}) as any;
      const f=compileFrontier({...PROBLEM,expectedReturn:m.slice(),covariance:covariance.slice()});
      const pb=tracePath(f.program) as any;
      const same=pa.parameters.length===pb.parameters.length && pa.corners.every((x:number,i:number)=>Math.abs(x-pb.corners[i])<1e-11);
      if(!same){ console.log('DRAW',draw,pa.status,pb.status,pa.parameters,pb.parameters,pa.slopes,pb.slopes,pa.variances,pb.variances,pa.corners,pb.corners, 'slopes', d.program.slope,f.program.slope); break;}
    }
});
