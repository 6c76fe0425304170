package org.sibyl.prediction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The sample observed in a round: all that a learner ever sees of the individuals. It has no trust,
 * payoffs or response model in it.
 *
 * @param round the round, from 1
 * @param individuals who was observed, ascending; not to be written to
 * @param features their features after response, observed x features
 * @param predictions what they were told
 * @param outcomes their labels; NaN where the label is not seen
 * @param propensities probability of the prediction they were given, when it was randomised
 * @param labelled positions whose label is seen; empty when all are
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record Cohort(
    int round,
    int[] individuals,
    Matrix features,
    Column predictions,
    Column outcomes,
    Optional<Column> propensities,
    Optional<BitSet> labelled) {

  public Cohort {
    Check.sameSize("cohort.features", features.rows(), "cohort.individuals", individuals.length);
    Check.sameSize(
        "cohort.predictions", predictions.size(), "cohort.individuals", individuals.length);
    Check.sameSize("cohort.outcomes", outcomes.size(), "cohort.individuals", individuals.length);
  }

  /** Number of individuals observed. */
  public int size() {
    return individuals.length;
  }

  /** Whether the label at a position is seen. */
  public boolean isLabelled(int position) {
    return labelled.isEmpty() || labelled.get().get(position);
  }

  /** The same people and what they were told, with other data. */
  public Cohort with(Matrix otherFeatures, Column otherOutcomes) {
    return new Cohort(
        round, individuals, otherFeatures, predictions, otherOutcomes, propensities, labelled);
  }

  /** The same cohort, observed in another round. */
  public Cohort inRound(int other) {
    return new Cohort(other, individuals, features, predictions, outcomes, propensities, labelled);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cohort c
        && round == c.round
        && Arrays.equals(individuals, c.individuals)
        && features.equals(c.features)
        && predictions.equals(c.predictions)
        && outcomes.equals(c.outcomes)
        && propensities.equals(c.propensities)
        && labelled.equals(c.labelled);
  }

  @Override
  public int hashCode() {
    return 31 * round + outcomes.hashCode();
  }
}
