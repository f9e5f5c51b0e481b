// What each strategy would be regretted by: what a chart of kind regret shows.

/** One strategy, with a cost and a regret for each scenario, in the unit of the quantity. */
export interface StrategyRegret {
  readonly strategy: string;
  /** Summed over the elements of the quantity. */
  readonly costs: readonly number[];
  /** Cost less the least cost of any strategy in the same scenario: zero or more. */
  readonly regrets: readonly number[];
  readonly largest: number;
  /** Scenarios in which the regret is largest; none where there is none to regret. */
  readonly where: readonly string[];
}

/**
 * The regret of every strategy about one cost of the central case, and which has the smallest largest one (Savage's
 * minimax regret). No scenario is held likelier than another.
 */
export interface RegretFinding {
  readonly chart: string;
  readonly quantity: string;
  readonly year: number;
  readonly scenarios: readonly string[];
  readonly strategies: readonly StrategyRegret[];
  /** Several if they tie. */
  readonly least: readonly string[];
}
