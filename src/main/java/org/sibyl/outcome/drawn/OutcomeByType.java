package org.sibyl.outcome.drawn;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.ShiftGradient;

/**
 * Outcomes of two types of people, each with its own law. Who belongs to which is public and never
 * changes: whose first base feature is above 0 is of the first type. On two groups that features
 * tell apart (one-hot) it is the mixture of Izzo et al. 2021, section 5, with the component of
 * every sample known, as their PerfGD takes it; {@link MixtureOutcome} draws the components anew in
 * each round and keeps them to itself.
 *
 * @param first law of the first type
 * @param second law of all others
 */
@About(
    value = "two types of people, told apart by their first feature, each with its linear law",
    source = "Izzo et al. 2021, section 5",
    draws = Draw.NATURE)
public record OutcomeByType(
    @Parameter("of those whose first base feature is above 0") LinearOutcome first,
    @Parameter("of all others") LinearOutcome second)
    implements Nature, Shifting {
  @Override
  public Outcomes realize(Situation situation, Response done) {
    Matrix base = situation.population().baseFeatures();
    IntToDoubleFunction one = first.mean(situation);
    IntToDoubleFunction other = second.mean(situation);
    return Drawn.normal(
        situation,
        i -> (isFirst(base, i) ? one : other).applyAsDouble(i),
        i -> law(base, i).deviation());
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Matrix base = situation.population().baseFeatures();
    return Optional.of(
        new PredictionShift((cohort, at) -> law(base, cohort.individuals()[at]).response()));
  }

  private LinearOutcome law(Matrix base, int individual) {
    return isFirst(base, individual) ? first : second;
  }

  private static boolean isFirst(Matrix base, int individual) {
    return base.get(individual, 0) > 0;
  }
}
