package org.sibyl.metrics.decision;

import java.util.Locale;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Round;

/**
 * What the model in force predicted of outcomes under its own decisions, less what came, on
 * average: below 0 where more went well than was predicted. A model that was fitted where nobody
 * was treated underrates whom it has treated well, and so looks worse the more its use helps: the
 * accuracy paradox. NaN where there is no model of outcomes or nobody of those asked for.
 *
 * @param of whose outcomes
 */
@About(
    value = "predicted less realised outcomes under the deployed model's own decisions",
    source = "Kim and Perdomo 2023, section 1")
public record ForecastBias(@Parameter(value = "whose outcomes", byDefault = "everyone") People of)
    implements Metric {
  /** Whose outcomes are compared. */
  public enum People {
    /** All. */
    EVERYONE,
    /** Those about whom something other than 0 was decided. */
    TREATED
  }

  @Override
  public String name() {
    return "forecast-bias-" + of.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String unit() {
    return "probability";
  }

  @Override
  public Range range() {
    return Range.parse("[-1, 1]");
  }

  @Override
  public double measure(Round round) {
    return round.deployment().model() instanceof DecisionPolicy policy
        ? policy.outcomes().map(model -> bias(round, model)).orElse(Double.NaN)
        : Double.NaN;
  }

  private double bias(Round round, OutcomeModel model) {
    DecidedPeople people = new DecidedPeople(round);
    double[] predicted = people.chances(model);
    Column labels = round.outcomes().labels();
    return people
        .decided(model.decisions())
        .filter(decided -> people.haveOutcomes())
        .map(
            decided -> {
              int size = decided.length;
              double asked = Column.generate(size, i -> isAsked(decided[i]) ? 1 : 0).sum();
              double sum =
                  Column.generate(
                          size,
                          i ->
                              isAsked(decided[i])
                                  ? predicted[i * model.decisions() + decided[i]] - labels.get(i)
                                  : 0)
                      .sum();
              return sum / asked;
            })
        .orElse(Double.NaN);
  }

  private boolean isAsked(int decision) {
    return of == People.EVERYONE || decision != 0;
  }
}
