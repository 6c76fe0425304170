package org.sibyl.behavior;

/**
 * What individuals know of a threshold game in which they play. Money is in units of the scenario.
 */
public interface Game {
  /** Cooperators that a group of this size needs, in 0..groupSize. */
  int needed(int groupSize);

  /** Expected payoff of a member of a group with this many cooperators, itself counted. */
  double payoff(int cooperators, int groupSize, boolean cooperates);

  /** Expected gain of cooperating over defecting, given the probability of being pivotal. */
  double gain(double pivotalProbability);

  /**
   * What cooperating costs, as a share of what a defector keeps in a group that succeeds: c of Góis
   * et al. 2025, for games whose gain at pivotal probability 0 is the cost alone.
   */
  default double costShare() {
    return -gain(0) / payoff(1, 1, false);
  }
}
