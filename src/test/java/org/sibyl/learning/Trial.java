package org.sibyl.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/**
 * A learner in a world that is nothing but a map from theta to a cohort.
 *
 * @param world what deploying theta induces in a round
 * @param shifts derivatives of that
 * @param randomness the learner's
 */
public record Trial(World world, List<ShiftGradient> shifts, Randomness randomness) {
  /** What deploying theta induces. */
  @FunctionalInterface
  public interface World {
    /** The cohort of a round. */
    Cohort induced(double[] theta, int round);
  }

  /** Without derivatives. */
  public static Trial in(World world) {
    return new Trial(world, List.of(), Randomness.of(20260411));
  }

  /** With the derivative of the world. */
  public Trial with(ShiftGradient shift) {
    return new Trial(world, List.of(shift), randomness);
  }

  /** With another seed of the learner. */
  public Trial seeded(long seed) {
    return new Trial(world, shifts, Randomness.of(seed));
  }

  /** The learner of round 1, for people with so many features. */
  public Learner start(Algorithm algorithm, int features) {
    return algorithm.start(
        new Beginning(Network.of(1), Matrix.of(1, features, new double[features])),
        randomness.at(Draw.LEARNER, 0));
  }

  /** The learner after a round. */
  public Learner after(Learner learner, int round) {
    Parametric deployed = (Parametric) learner.model();
    Access access =
        new Access(
            learner.feedback(),
            deployed,
            () -> shifts,
            (model, replicate) -> world.induced(((Parametric) model).theta(), round));
    Cohort cohort = dated(world.induced(deployed.theta(), round), round);
    Episode episode = new Episode(List.of(cohort), access);
    return learner.learn(episode, randomness.at(Draw.LEARNER, round));
  }

  /** The learners of rounds 1 to so many, and what the last becomes. */
  public List<Learner> learners(Algorithm algorithm, int features, int rounds) {
    List<Learner> all = new ArrayList<>(List.of(start(algorithm, features)));
    for (int round = 1; round <= rounds; round++) {
      all.add(after(all.get(round - 1), round));
    }
    return all;
  }

  /** What they deploy. */
  public List<double[]> thetas(Algorithm algorithm, int features, int rounds) {
    return learners(algorithm, features, rounds).stream().map(Trial::theta).toList();
  }

  /** The learner after so many rounds. */
  public Learner last(Algorithm algorithm, int features, int rounds) {
    Learner learner = start(algorithm, features);
    for (int round = 1; round <= rounds; round++) {
      learner = after(learner, round);
    }
    return learner;
  }

  /** What a learner deploys. */
  public static double[] theta(Learner learner) {
    return ((Parametric) learner.model()).theta();
  }

  private static Cohort dated(Cohort cohort, int round) {
    return new Cohort(
        round,
        cohort.individuals(),
        cohort.features(),
        cohort.predictions(),
        cohort.outcomes(),
        cohort.propensities(),
        cohort.labelled());
  }

  /** A cohort of people with these features and outcomes. */
  public static Cohort cohort(Matrix features, Column outcomes) {
    return new Cohort(
        1,
        IntStream.range(0, outcomes.size()).toArray(),
        features,
        Column.constant(outcomes.size(), Double.NaN),
        outcomes,
        Optional.empty(),
        Optional.empty());
  }
}
