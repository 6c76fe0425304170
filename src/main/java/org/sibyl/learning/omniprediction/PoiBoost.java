package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/**
 * POI-Boost (Kim and Perdomo 2023, figure 2, with its sign and scale corrected): starts from 1/2
 * and mends, one after the other, rules whose risk the model gets wrong, until an audit finds none.
 *
 * @param tolerance epsilon, in units of loss, above 0
 * @param step how far an update goes
 * @param side which errors violate
 * @param selection which violation is mended
 * @param auditor finds rules whose risk is wrong
 */
public record PoiBoost(
    double tolerance, StepPolicy step, AuditSide side, Selection selection, Auditor auditor) {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final double SLACK = 1e-12; // errors of the tolerance itself do not violate

  public PoiBoost {
    Check.within("tolerance", tolerance, POSITIVE);
  }

  /** Boosts on the same evidence all the way. */
  public Boosted run(Evidence evidence, List<DecisionLoss> losses) {
    return run(round -> evidence, losses);
  }

  /**
   * Boosts on fresh evidence in each round.
   *
   * @param evidence of each round, from 0
   * @param losses the collection L, at least one
   */
  public Boosted run(IntFunction<Evidence> evidence, List<DecisionLoss> losses) {
    Boosting boosting = new Boosting(this, losses);
    return boosting.run(evidence);
  }

  /** The bound on the number of updates, T. */
  double bound(Evidence evidence, double max) {
    double once = evidence.decisions() * max * max / (tolerance * tolerance);
    return evidence.isExact() && auditor.isExact() && step != StepPolicy.CERTIFIED
        ? once / 4
        : once;
  }

  double violation(Evidence evidence) {
    return (evidence.isExact() ? tolerance : 0.75 * tolerance) * (1 + SLACK);
  }

  /** A rule, or a loss's best decisions, and how wrong their risk is. */
  record Violation(int loss, Optional<DecisionRule> rule, int[] decided, double error) {}

  /** One run. */
  private static final class Boosting {
    private final PoiBoost algorithm;
    private final List<DecisionLoss> losses;
    private final double max;
    private final List<DecisionRule> rules = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<BoostStep> steps = new ArrayList<>();
    private long searches;

    Boosting(PoiBoost algorithm, List<DecisionLoss> losses) {
      this.algorithm = algorithm;
      this.losses = losses;
      this.max = losses.stream().mapToDouble(DecisionLoss::max).reduce(0, StrictMath::max);
    }

    Boosted run(IntFunction<Evidence> source) {
      Evidence evidence = source.apply(0);
      double[] q = new double[evidence.size() * evidence.decisions()];
      Arrays.fill(q, PerformativeOmnipredictor.INITIAL);
      Auditor.Search search = algorithm.auditor.on(evidence);
      while (true) {
        Audit audit = audit(evidence, search, q);
        if (audit.chosen().isEmpty()) {
          BoostStatus status =
              evidence.isExact() && algorithm.auditor.isExact()
                  ? BoostStatus.EXACT
                  : BoostStatus.HEURISTIC;
          return boosted(evidence, status, audit);
        }
        if (updates.size() >= algorithm.bound(evidence, max)) {
          return boosted(evidence, BoostStatus.BOUND_EXCEEDED, audit);
        }
        update(evidence, audit.chosen().get(), q);
        Evidence next = source.apply(updates.size());
        if (next != evidence) {
          evidence = next;
          search = algorithm.auditor.on(evidence);
          q = everyone(evidence);
        }
      }
    }

    private double[] everyone(Evidence evidence) {
      PerformativeOmnipredictor predictor = predictor(evidence.decisions());
      int k = evidence.decisions();
      double[] q = new double[evidence.size() * k];
      double[] row = new double[evidence.features().columns()];
      double[] law = new double[k];
      for (int i = 0; i < evidence.size(); i++) {
        evidence.features().copyRow(i, row);
        predictor.probabilities(row, law);
        System.arraycopy(law, 0, q, i * k, k);
      }
      return q;
    }

    private Boosted boosted(Evidence evidence, BoostStatus status, Audit audit) {
      return new Boosted(
          predictor(evidence.decisions()),
          status,
          new Certificate(audit.poi(), audit.doi(), searches),
          steps);
    }

    private PerformativeOmnipredictor predictor(int decisions) {
      return new PerformativeOmnipredictor(decisions, losses, rules, updates);
    }

    private record Audit(Optional<Violation> chosen, double poi, double doi) {}

    private Audit audit(Evidence evidence, Auditor.Search search, double[] q) {
      List<Violation> found = new ArrayList<>();
      double poi = 0;
      double doi = 0;
      for (int loss = 0; loss < losses.size(); loss++) {
        int signs = algorithm.side == AuditSide.TWO_SIDED ? 2 : 1;
        for (int k = 0; k < signs; k++) {
          double sign = k == 0 ? -1 : 1; // the overrated risk first
          searches++;
          DecisionRule rule = search.cheapest(costs(evidence, losses.get(loss), q, sign));
          int[] decided = Decided.by(rule, evidence.features());
          double error = evidence.error(losses.get(loss), decided, q);
          poi = StrictMath.max(poi, -sign * error);
          found.add(new Violation(loss, Optional.of(rule), decided, error));
        }
      }
      for (int loss = 0; loss < losses.size(); loss++) {
        int[] decided =
            Decided.best(losses.get(loss), evidence.features(), evidence.decisions(), q);
        double error = evidence.error(losses.get(loss), decided, q);
        doi =
            StrictMath.max(
                doi, algorithm.side == AuditSide.TWO_SIDED ? StrictMath.abs(error) : -error);
        found.add(new Violation(loss, Optional.empty(), decided, error));
      }
      return new Audit(chosen(evidence, found), poi, doi);
    }

    private Optional<Violation> chosen(Evidence evidence, List<Violation> found) {
      double limit = algorithm.violation(evidence);
      Violation chosen = null;
      for (Violation violation : found) {
        double size = size(violation);
        if (size > limit && (chosen == null || size > size(chosen))) {
          chosen = violation;
          if (algorithm.selection == Selection.FIRST) {
            break;
          }
        }
      }
      return Optional.ofNullable(chosen);
    }

    private double size(Violation violation) {
      if (algorithm.side == AuditSide.TWO_SIDED) {
        return StrictMath.abs(violation.error());
      }
      return violation.rule().isPresent() ? violation.error() : -violation.error();
    }

    private Costs costs(Evidence evidence, DecisionLoss loss, double[] q, double sign) {
      double[] values = new double[evidence.entries()];
      double[] row = new double[evidence.features().columns()];
      int k = evidence.decisions();
      for (int i = 0; i < evidence.size(); i++) {
        evidence.features().copyRow(i, row);
        for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
          int decision = evidence.decision(entry);
          values[entry] =
              sign
                  * evidence.weight(entry)
                  * loss.slope(row, decision)
                  * (q[i * k + decision] - evidence.target(entry));
        }
      }
      return new Costs(evidence, values);
    }

    private void update(Evidence evidence, Violation violation, double[] q) {
      DecisionLoss loss = losses.get(violation.loss());
      double eta = eta(evidence, loss, violation);
      Update update =
          violation
              .rule()
              .map(rule -> Update.ofRule(violation.loss(), number(rule), eta))
              .orElseGet(() -> Update.ofDecisions(violation.loss(), violation.loss(), eta));
      updates.add(update);
      steps.add(new BoostStep(update, violation.error(), potential(evidence, q)));
      PerformativeOmnipredictor one =
          new PerformativeOmnipredictor(evidence.decisions(), losses, rules, List.of(update));
      double[] row = new double[evidence.features().columns()];
      int k = evidence.decisions();
      double[] law = new double[k];
      for (int i = 0; i < evidence.size(); i++) {
        evidence.features().copyRow(i, row);
        System.arraycopy(q, i * k, law, 0, k);
        one.apply(update, row, law);
        System.arraycopy(law, 0, q, i * k, k);
      }
    }

    private double eta(Evidence evidence, DecisionLoss loss, Violation violation) {
      double error = violation.error();
      return switch (algorithm.step) {
        case FIXED -> StrictMath.signum(error) * algorithm.tolerance / (max * max);
        case PROPORTIONAL -> error / (max * max);
        case LINE_SEARCH -> error / squaredSlope(evidence, loss, violation.decided());
        case CERTIFIED -> StrictMath.signum(error) * algorithm.tolerance / 2 / (max * max);
      };
    }

    private static double squaredSlope(Evidence evidence, DecisionLoss loss, int... decided) {
      double[] row = new double[evidence.features().columns()];
      double sum = 0;
      for (int i = 0; i < decided.length; i++) {
        evidence.features().copyRow(i, row);
        double slope = loss.slope(row, decided[i]);
        sum += evidence.mass(i) * slope * slope;
      }
      return sum;
    }

    private int number(DecisionRule rule) {
      int known = rules.indexOf(rule);
      if (known >= 0) {
        return known;
      }
      rules.add(rule);
      return rules.size() - 1;
    }

    private static double potential(Evidence evidence, double[] q) {
      if (!evidence.isExact()) {
        return Double.NaN;
      }
      double sum = 0;
      for (int i = 0; i < evidence.size(); i++) {
        for (int entry = evidence.first(i); entry < evidence.first(i + 1); entry++) {
          double apart =
              q[i * evidence.decisions() + evidence.decision(entry)] - evidence.target(entry);
          sum += evidence.weight(entry) * apart * apart;
        }
      }
      return sum;
    }
  }
}
