import type { BatchFailure } from '../../errors/index.js';

/** One client's features by name. */
export interface FeatureRow {
  readonly id: string;
  readonly features: Readonly<Record<string, number>>;
}

/** How clients are grouped. */
export interface KMeansOptions {
  /** Number of groups, 1 to 100. */
  readonly k: number;
  /** Whole number of at least 0. The same seed gives the same groups on every engine. */
  readonly seed: number;
  /** The features that count, in this order. */
  readonly features: readonly string[];
  /** Whether each feature is centred and divided by its population standard deviation first. Default `true`. */
  readonly standardise?: boolean;
  /** Starts from which the best is taken. Default 4. */
  readonly restarts?: number;
  /** Most rounds of one start. Default 300. */
  readonly maxIterations?: number;
}

/** One group; they are numbered from 1 by their centres, feature by feature. */
export interface Cluster {
  readonly cluster: number;
  readonly size: number;
  readonly share: number;
  /** The members' mean, in the features' own units. */
  readonly centre: Readonly<Record<string, number>>;
  /** Sum of squared distances of the members from their centre, as all distances in scaled units. */
  readonly within: number;
}

/** A client's group and the distance from its centre. */
export interface ClusterMember {
  readonly id: string;
  readonly cluster: number;
  readonly distance: number;
}

/**
 * Groups of clients that resemble each other. `purpose` marks them as a description: no function of the library takes
 * them, and nothing about a client's suitability may be read from them.
 */
export type Clustering =
  | {
      readonly status: 'clustered';
      readonly purpose: 'description';
      readonly clusters: readonly Cluster[];
      /** By id. */
      readonly members: readonly ClusterMember[];
      /** Sum of all groups' `within` (inertia), which the algorithm makes small. */
      readonly within: number;
      /** Share of all squared distances from the overall mean that lies between groups; `null` if all rows are equal. */
      readonly betweenShare: number | null;
      /** Mean and population standard deviation by which each feature was scaled; absent if none was. */
      readonly scale?: Readonly<
        Record<string, { readonly mean: number; readonly deviation: number }>
      >;
      /** Rounds of the start that was taken, and whether it ended by itself. */
      readonly iterations: number;
      readonly converged: boolean;
      readonly restarts: number;
      readonly seed: number;
      /** Algorithm and random numbers, for the record. */
      readonly method: string;
      readonly failures: readonly BatchFailure[];
    }
  | {
      /** There are fewer different rows than groups. */
      readonly status: 'too-few-rows';
      readonly purpose: 'description';
      readonly distinctRows: number;
      readonly failures: readonly BatchFailure[];
    };
