package org.sibyl.prediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * What a Predictor that knows how people respond wants of a game, to be minimised over the rounds
 * of a game (Góis et al. 2025, section 5). S is everyone's smoothed action, the sigmoid of the gain
 * of cooperating over the temperature.
 *
 * @param aim what is wanted
 * @param temperature of the smoothed actions, above 0; 1 is published, and nearly flat
 * @param principled whether successes of groups and costs of cooperating are weighed by what they
 *     are worth in the game, r e P - c e S, and not, as published, as P - c S
 */
public record SteeringLoss(Aim aim, double temperature, boolean principled) {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  /** What is wanted. */
  public enum Aim {
    /** That individuals cooperate: minus the sum of S. */
    INDIVIDUAL,
    /** That groups succeed, at the cost of cooperating. */
    GROUP,
    /** That forecasts are right: cross-entropy, mean over individuals; actions count as given. */
    ACCURACY,
    /** The same, where actions move with the forecasts, as S does. */
    ACCURACY_PERFORMATIVE
  }

  public SteeringLoss {
    Check.within("temperature", temperature, POSITIVE);
  }

  /** As published. */
  public static SteeringLoss published(Aim aim) {
    return new SteeringLoss(aim, 1, false);
  }
}
