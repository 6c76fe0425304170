package org.sibyl.learning.neural;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/**
 * A neural network that forecasts everyone's action from everyone's last one, and is trained by how
 * people respond (Góis et al. 2025, section 5): it is deployed for a game of several rounds, then
 * goes one step by Adam down the loss's derivative through trust and best response. What a game
 * came to is measured on the very rounds that teach the next step. Of two losses, both gradients
 * come from one game, and the step follows their combination of least norm (Désidéri 2012).
 *
 * @param architecture of the network
 * @param aim what it is trained for
 * @param temperature of the smoothed actions, above 0
 * @param weighting of successes against costs, in the loss of groups
 * @param trustFlow through which trust the derivative runs
 * @param learningRate of Adam, above 0
 * @param bestBy by what the best game is chosen, whose network is kept in the end
 * @param mimicPublished whether the network drops units in games, as the published code never
 *     ceases to; else nothing is ever dropped
 * @param initial a saved predictor whose weights are the first
 */
@About(
    value = "a neural network trained by derivatives through people's trust and best response",
    source = "Góis et al. 2025, section 5",
    draws = Draw.LEARNER)
public record LearnedPredictor(
    @Parameter(value = "the network", byDefault = "{type: mlp}") Architecture architecture,
    @Parameter(value = "what it is trained for", byDefault = "group") SteeringAim aim,
    @Parameter(
            value = "temperature of the smoothed actions that losses count",
            range = "(0, inf)",
            byDefault = "1")
        double temperature,
    @Parameter(
            value = "how the loss of groups weighs successes against costs",
            byDefault = "published")
        Weighting weighting,
    @Parameter(value = "through which trust the derivative runs", byDefault = "full")
        TrustFlow trustFlow,
    @Parameter(value = "learning rate of Adam", range = "(0, inf)", byDefault = "1e-4")
        double learningRate,
    @Parameter(value = "by what the best game is chosen", byDefault = "aim") BestBy bestBy,
    @Parameter(value = "whether units are dropped in games too, as published", byDefault = "false")
        boolean mimicPublished,
    @Parameter("a saved predictor to go on from; left out, weights are drawn")
        Optional<SavedNetwork> initial)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public LearnedPredictor {
    Check.within("temperature", temperature, POSITIVE);
    Check.within("learning-rate", learningRate, POSITIVE);
  }

  /** As published. */
  public static LearnedPredictor published(Architecture architecture, SteeringAim aim) {
    return new LearnedPredictor(
        architecture,
        aim,
        1,
        Weighting.PUBLISHED,
        TrustFlow.FULL,
        1e-4,
        BestBy.AIM,
        true,
        Optional.empty());
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Weights weights =
        initial
            .map(saved -> saved.weightsFor(architecture, beginning.size()))
            .orElseGet(() -> architecture.initial(beginning.size(), random));
    return start(beginning, weights, random);
  }

  /** The learner that begins with these weights. */
  Training start(Beginning beginning, Weights weights, UniformRandomProvider random) {
    return new Training(
        this,
        new Workshop(architecture, beginning.network()),
        weights,
        Moments.none(weights),
        dropout(random),
        Optional.empty(),
        GameRecord.empty());
  }

  /** The seed of what is dropped in the next game. */
  OptionalLong dropout(UniformRandomProvider random) {
    return mimicPublished ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
  }

  /** By what the best game is chosen, the aim's own choice written out. */
  BestBy bestGameBy() {
    return bestBy == BestBy.AIM ? aim.bestBy() : bestBy;
  }

  /** What is differentiated: one loss or two. */
  List<SteeringLoss> losses() {
    return aim.losses().stream()
        .map(loss -> new SteeringLoss(loss, temperature, weighting == Weighting.PRINCIPLED))
        .toList();
  }

  @Override
  public boolean differentiatesGames() {
    return true;
  }
}
