package org.sibyl.population;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * The individuals that a scenario starts with. Unless they come from a source of features, their
 * one public feature is the action last taken, {@link Attribute#NO_ACTION} at first.
 *
 * @param size how many; empty when the network says it
 * @param innateBelief prior probability that a neighbor cooperates, in [0, 1]
 * @param trust initial trust in the Predictor, a probability; 0 and 1 are certain and stay
 * @param features where people with features and labels come from
 */
@About("individuals with an innate belief and trust in the Predictor")
public record PopulationDesign(
    @Parameter(
            value = "how many; may be left out where the network says it",
            unit = "individuals",
            range = "[1, inf)")
        OptionalInt size,
    @Parameter(
            value = "prior probability that a neighbor cooperates, one for all or a list",
            range = "[0, 1]",
            byDefault = "0.8")
        Values innateBelief,
    @Parameter(
            value = "initial trust in the Predictor, one for all or a list; 0 and 1 never change",
            range = "[0, 1]",
            byDefault = "0.5")
        Values trust,
    @Parameter("where people with features and labels come from; left out, people have none")
        Optional<FeatureSource> features) {

  private static final List<String> LAST_ACTION = List.of("last action");

  public PopulationDesign {
    size.ifPresent(given -> Check.atLeast("size", given, 1));
    innateBelief.within("innate-belief", Range.PROBABILITY);
    trust.within("trust", Range.PROBABILITY);
  }

  /** Individuals without features of their own: the one public feature is the last action. */
  public PopulationDesign(OptionalInt size, Values innateBelief, Values trust) {
    this(size, innateBelief, trust, Optional.empty());
  }

  /** How many people the table holds that they come from; empty when they come from a law. */
  public OptionalInt fixedSize() {
    return features.map(FeatureSource::fixedSize).orElse(OptionalInt.empty());
  }

  /**
   * The individuals, none of whom has acted yet.
   *
   * @param random the stream of {@link org.sibyl.numeric.Draw#FEATURES} for round 0
   */
  public Population build(int individuals, UniformRandomProvider random) {
    Column none = Column.constant(individuals, Attribute.NO_ACTION);
    Column prior = trust.column("trust", individuals);
    Population people =
        features
            .map(source -> Population.of(source.draw(individuals, random)))
            .orElseGet(() -> Population.of(LAST_ACTION, none.asMatrix()));
    return people
        .with(Attribute.INNATE_BELIEF, innateBelief.column("innate-belief", individuals))
        .with(Attribute.TRUST, Column.generate(individuals, i -> LogOdds.of(prior.get(i))))
        .with(Attribute.ACTION, none);
  }

  /** The same design with its source prepared: what it reads has been read. */
  public PopulationDesign prepared(PreparedSources sources) {
    return new PopulationDesign(size, innateBelief, trust, features.map(sources::of));
  }

  /** The same individuals, their number stated. */
  public PopulationDesign sized(int individuals) {
    return new PopulationDesign(OptionalInt.of(individuals), innateBelief, trust, features);
  }
}
