package org.sibyl.learning.chain;

import java.util.Locale;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Range;

/**
 * The collective risk dilemma on a path of three, leaf - center - leaf, where two of a group must
 * cooperate, in the regime in which everyone left alone does the same for ever: leaves cooperate,
 * the center does not (Góis et al. 2025, Appendix D). It says what to forecast to bring each {@link
 * ChainMove} about at the least loss of trust, and what that does to trust.
 *
 * <p>Leaves cooperate when {@code trust * forecast of the center + (1 - trust) * belief} exceeds
 * the cost ratio; the center when {@code trust * chance by forecast that just one leaf cooperates +
 * (1 - trust) * 2 * belief * (1 - belief)} does.
 *
 * @param belief innate belief of all three, in (0.5, 1)
 * @param costRatio contribution cost over risk of loss, in (0, 1): above the center's chance of
 *     being pivotal by belief, below the belief
 * @param margin by how much forecasts exceed what just suffices, in [1e-9, 1): less would drown in
 *     rounding; cost ratio plus margin stay below the belief
 */
public record ChainRegime(double belief, double costRatio, double margin) {
  static final String BELIEFS = "(0.5, 1)";
  static final String COST_RATIOS = "(0, 1)";
  static final String MARGINS = "[1e-9, 1)";

  public ChainRegime {
    Check.within("assumed-belief", belief, Range.parse(BELIEFS));
    Check.within("cost-ratio", costRatio, Range.parse(COST_RATIOS));
    Check.within("margin", margin, Range.parse(MARGINS));
    double pivotal = pivotal(belief);
    if (!(costRatio > pivotal)) {
      throw Check.invalid(
          "cost-ratio",
          Double.toString(costRatio),
          "must exceed "
              + rounded(pivotal)
              + ", which is 2 b (1 - b) for assumed-belief b = "
              + belief
              + ": else the center cooperates untold");
    }
    if (!(costRatio < belief)) {
      throw Check.invalid(
          "cost-ratio",
          Double.toString(costRatio),
          "must be below assumed-belief " + belief + ": else no leaf cooperates untold");
    }
    if (!(costRatio + margin < belief)) {
      throw Check.invalid(
          "margin",
          Double.toString(margin),
          "must be below "
              + rounded(belief - costRatio)
              + ", which is assumed-belief "
              + belief
              + " less cost-ratio "
              + costRatio);
    }
  }

  /** The center's chance of being pivotal by its belief alone. */
  public double pivotalByBelief() {
    return pivotal(belief);
  }

  private static double pivotal(double belief) {
    return 2 * belief * (1 - belief);
  }

  /** The center's trust, as a probability, above which {@link ChainMove#EVERYONE} is feasible. */
  public double leastTrustForEveryone() {
    return (costRatio - pivotalByBelief()) / (1 - pivotalByBelief() - margin);
  }

  /** Whether the center can be brought to cooperate: the forecast it takes is positive. */
  public boolean canMoveEveryone(double centerLogOdds) {
    return forecastOfRightLeaf(centerLogOdds) > 0;
  }

  /** The leaves' trust, as a probability, from which on they can be brought to defect. */
  public double leastTrustForNobody() {
    return 1 - costRatio / belief;
  }

  /**
   * What to forecast.
   *
   * @param move what is to come of it
   * @param centerLogOdds the center's trust
   * @param leafLogOdds the trust of both leaves
   * @throws IllegalArgumentException when the center trusts too little for {@link
   *     ChainMove#EVERYONE}
   */
  public ChainForecast forecast(ChainMove move, double centerLogOdds, double leafLogOdds) {
    return switch (move) {
      case EVERYONE -> {
        if (!canMoveEveryone(centerLogOdds)) {
          throw Check.invalid(
              "center's trust",
              rounded(LogOdds.probability(centerLogOdds)),
              "must exceed " + rounded(leastTrustForEveryone()) + " for everyone to cooperate");
        }
        yield new ChainForecast(1, 1, forecastOfRightLeaf(centerLogOdds));
      }
      case LEAVES -> new ChainForecast(1, forecastOfCenter(leafLogOdds), 1);
      case NOBODY -> new ChainForecast(0, 0, 0);
    };
  }

  /** The most that may be forecast of one leaf when the other is certain, for the center to act. */
  private double forecastOfRightLeaf(double centerLogOdds) {
    double trust = LogOdds.probability(centerLogOdds);
    double needed = (costRatio - (1 - trust) * pivotalByBelief()) / trust;
    return 1 - needed - margin;
  }

  /** The least that may be forecast of the center for the leaves to act. */
  private double forecastOfCenter(double leafLogOdds) {
    double trust = LogOdds.probability(leafLogOdds);
    return StrictMath.max(0, (costRatio - (1 - trust) * belief) / trust + margin);
  }

  /** What a move adds to the log-odds of the center's trust; the move must be feasible. */
  public double gainOfCenter(ChainMove move, double centerLogOdds) {
    // the leaves' trust only shapes what is said of the center, which is no evidence to itself
    ChainForecast said = forecast(move, centerLogOdds, 0);
    double leaves = move.leavesCooperate() ? 1 : 0;
    return FlooredTrust.evidence(said.left(), leaves, belief)
        + FlooredTrust.evidence(said.right(), leaves, belief);
  }

  /** What a move adds to the log-odds of each leaf's trust: never a loss. */
  public double gainOfLeaf(ChainMove move, double leafLogOdds) {
    double center = move.centerCooperates() ? 1 : 0;
    double said = move == ChainMove.LEAVES ? forecastOfCenter(leafLogOdds) : center;
    return FlooredTrust.evidence(said, center, belief);
  }

  /** Enough digits to find a number again, without those that are rounding. */
  static String rounded(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
