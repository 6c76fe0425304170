package org.sibyl.learning.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Policies for a collective risk dilemma on a path of three that weigh cooperation now, which costs
 * the center's trust, against earning trust back (Góis et al. 2025, Appendix D). Two of each group
 * must cooperate (group threshold 2/3). The Predictor may not read trust: it assumes what
 * individuals believe and trust at first, and keeps account of their trust, as the default trust
 * rule would, from what it forecast and what they did. Who was not observed adds nothing to that
 * account, so observe the whole population. After a game of several rounds individuals begin anew,
 * and so does the account.
 *
 * @param policy which policy
 * @param discount for {@link Policy#OPTIMAL}: what a round later counts, in [0, 1); so near to 1
 *     that {@link ChainValue} cannot be computed in seconds it is refused when a run starts
 * @param assumedBelief innate belief of all three, in (0.5, 1)
 * @param assumedTrust their trust before round 1, as a probability in (0, 1)
 * @param costRatio contribution cost over risk of loss, in (0, 1)
 * @param margin by how much forecasts exceed what just suffices, in [1e-9, 1)
 */
@About(
    value = "on a path of three, spends the center's trust on cooperation and earns it back",
    source = "Góis et al. 2025, Appendix D")
public record ChainPolicy(
    @Parameter("how trust is earned back, or what is optimal") Policy policy,
    @Parameter(
            value = "what a round later counts (policy: optimal)",
            range = ChainValue.DISCOUNTS,
            byDefault = "0.5")
        double discount,
    @Parameter(
            value = "innate belief that the Predictor assumes",
            range = ChainRegime.BELIEFS,
            byDefault = "0.8")
        double assumedBelief,
    @Parameter(
            value = "first trust that the Predictor assumes",
            range = ChainPolicy.TRUSTS,
            byDefault = "0.5")
        double assumedTrust,
    @Parameter(
            value = "contribution cost over risk of loss that the Predictor assumes",
            range = ChainRegime.COST_RATIOS,
            byDefault = "0.6")
        double costRatio,
    @Parameter(
            value = "by how much forecasts exceed what just suffices",
            range = ChainRegime.MARGINS,
            byDefault = "0.01")
        double margin)
    implements Algorithm {

  static final String TRUSTS = "(0, 1)";

  /**
   * What is done when the center trusts too little to be brought to cooperate, and when it does.
   */
  public enum Policy {
    /** Everyone when feasible, else the leaves: the least that earns trust. */
    LOW,
    /** Everyone when feasible, else nobody: what earns trust fastest. A heuristic. */
    MEDIUM,
    /** Always nobody: trust for ever earned and never spent. */
    HIGH,
    /** What {@link ChainValue} says is best. */
    OPTIMAL
  }

  public ChainPolicy {
    Check.within("discount", discount, Range.parse(ChainValue.DISCOUNTS));
    Check.within("assumed-trust", assumedTrust, Range.parse(TRUSTS));
    ChainRegime regime = new ChainRegime(assumedBelief, costRatio, margin);
    // Leaves gain trust by every move, so what holds in round 1 holds ever after.
    if (policy != Policy.LOW && !((1 - assumedTrust) * assumedBelief <= costRatio)) {
      throw Check.invalid(
          "assumed-trust",
          Double.toString(assumedTrust),
          "must be at least "
              + ChainRegime.rounded(regime.leastTrustForNobody())
              + ", so that (1 - assumed-trust) * assumed-belief is at most cost-ratio "
              + costRatio
              + ": else leaves cooperate though nobody is forecast to");
    }
  }

  /** The game as it is assumed. */
  public ChainRegime regime() {
    return new ChainRegime(assumedBelief, costRatio, margin);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    double trust = LogOdds.of(assumedTrust);
    return new ChainLearner(this, Chain.in(beginning.network()), rule(), trust, trust);
  }

  private MoveRule rule() {
    return switch (policy) {
      case LOW -> new MoveRule.Greedy(regime(), ChainMove.LEAVES);
      case MEDIUM -> new MoveRule.Greedy(regime(), ChainMove.NOBODY);
      case HIGH -> new MoveRule.Always(ChainMove.NOBODY);
      case OPTIMAL -> new ChainValue(regime(), discount);
    };
  }
}
