package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.auditor.RegressionArgmin;
import org.sibyl.learning.omniprediction.auditor.Stumps;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;

/** What boosting asks of auditors, and what it makes of their answers. */
class AuditingTest {
  private static final int PEOPLE = 400;
  private static final int DECISIONS = 3;
  private static final double[] PROPENSITIES = {0.5, 0.3, 0.2};
  private static final List<DecisionLoss> LOSSES =
      List.of(new Steering(1), new Steering(0), new Priced());

  /** Does not ignore people, and is greater than 1. */
  private record Priced() implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      return 2.5 * (1 - outcome) * features[0] + 0.25 * decision;
    }

    @Override
    public double max() {
      return 3;
    }

    @Override
    public boolean isInputOblivious() {
      return false;
    }

    @Override
    public void check(int decisions, int features) {
      // fits all here
    }
  }

  private static final TrialLog LOG = log();

  private static TrialLog log() {
    SplittableRandom random = new SplittableRandom(20260671);
    Matrix features = Matrix.of(PEOPLE, 2, random.doubles(2 * PEOPLE).toArray());
    Column decided =
        Column.generate(
            PEOPLE,
            i -> {
              double u = random.nextDouble();
              return u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
            });
    return new TrialLog(
        DECISIONS,
        features,
        decided,
        Column.generate(
            PEOPLE,
            i -> random.nextDouble() < 0.2 + 0.3 * decided.get(i) * features.get(i, 0) ? 1 : 0),
        Column.generate(PEOPLE, i -> PROPENSITIES[(int) decided.get(i)]));
  }

  /** Notes the costs of every search, and what it found. */
  private static class Noting implements Auditor {
    private final Auditor auditor;
    private final List<Costs> costs = new ArrayList<>();
    private final List<DecisionRule> found = new ArrayList<>();

    Noting(Auditor auditor) {
      this.auditor = auditor;
    }

    @Override
    public Search on(Matrix features, int decisions) {
      Search search = auditor.on(features, decisions);
      return asked -> {
        costs.add(asked);
        DecisionRule rule = search.cheapest(asked);
        found.add(rule);
        return rule;
      };
    }

    @Override
    public boolean isExact() {
      return auditor.isExact();
    }

    @Override
    public double size(Matrix features, int decisions) {
      return auditor.size(features, decisions);
    }
  }

  private static Boosted boost(AuditSide side, Auditor auditor) {
    return boost(side, Selection.MAX, auditor);
  }

  private static Boosted boost(AuditSide side, Selection selection, Auditor auditor) {
    return new PoiBoost(0.3, StepPolicy.PROPORTIONAL, side, selection, auditor)
        .run(Evidence.of(LOG), LOSSES);
  }

  /**
   * A3: people times least propensity over the greatest loss makes the paper's costs of ours. They
   * lie in [-1, 1], and their mean over people, along any rule, is the signed error in that scale.
   */
  @Test
  void costsAreThePapersButForAFactor() {
    Noting noting = new Noting(Stumps.all());
    boost(AuditSide.TWO_SIDED, noting);
    SplittableRandom random = new SplittableRandom(20260672);
    for (int call = 0; call < 2 * LOSSES.size(); call++) { // first round: the model says 1/2
      DecisionLoss loss = LOSSES.get(call / 2);
      double sign = call % 2 == 0 ? -1 : 1;
      double scale = PEOPLE * 0.2 / loss.max();
      for (int k = 0; k < 20; k++) {
        DecisionRule rule =
            new Stump(
                random.nextInt(2),
                random.nextDouble(),
                random.nextInt(DECISIONS),
                random.nextInt(DECISIONS));
        double mean = 0;
        for (int i = 0; i < PEOPLE; i++) {
          int decision = rule.decide(row(i));
          double cost = scale * noting.costs.get(call).of(i, decision);
          assertThat(cost).isEqualTo(papers(i, decision, loss, sign), within(1e-12));
          assertThat(cost).isBetween(-1.0, 1.0);
          mean += cost / PEOPLE;
        }
        assertThat(mean).isEqualTo(sign * error(loss, rule) * 0.2 / loss.max(), within(1e-12));
      }
    }
  }

  private static double[] row(int i) {
    return new double[] {LOG.features().get(i, 0), LOG.features().get(i, 1)};
  }

  /** The paper's cost vector with its missing factor, at a model that says 1/2. */
  private static double papers(int i, int decision, DecisionLoss loss, double sign) {
    if (decision != LOG.decided().get(i)) {
      return 0;
    }
    double slope = loss.value(row(i), decision, 1) - loss.value(row(i), decision, 0);
    return sign
        * (0.2 / LOG.propensities().get(i))
        * slope
        * (0.5 - LOG.outcomes().get(i))
        / loss.max();
  }

  /** The residual estimate, as specified. */
  private static double error(DecisionLoss loss, DecisionRule rule) {
    double sum = 0;
    for (int i = 0; i < PEOPLE; i++) {
      int decision = rule.decide(row(i));
      if (decision == LOG.decided().get(i)) {
        double slope = loss.value(row(i), decision, 1) - loss.value(row(i), decision, 0);
        sum += slope * (0.5 - LOG.outcomes().get(i)) / LOG.propensities().get(i);
      }
    }
    return sum / PEOPLE;
  }

  /** X10, corollary 4.8: so many searches for each loss and round, the last audit included. */
  @Test
  void searchesAreTwoForEachLossAndRound() {
    Noting both = new Noting(Stumps.all());
    Boosted twoSided = boost(AuditSide.TWO_SIDED, both);
    assertThat(twoSided.steps()).isNotEmpty();
    assertThat(both.costs).hasSize(2 * LOSSES.size() * (twoSided.steps().size() + 1));
    assertThat(twoSided.certificate().searches()).isEqualTo(both.costs.size());
    Noting one = new Noting(Stumps.all());
    Boosted omni = boost(AuditSide.OMNI_ONLY, one);
    assertThat(omni.steps()).isNotEmpty();
    assertThat(one.costs).hasSize(LOSSES.size() * (omni.steps().size() + 1));
  }

  /**
   * The weak promise: whatever an auditor returns, its error is estimated before it is believed.
   */
  @Test
  void rulesAreReevaluatedBeforeTheyAreAccepted() {
    for (Auditor auditor : List.of(Stumps.all(), new RegressionArgmin(1e-6))) {
      Boosted boosted = boost(AuditSide.TWO_SIDED, Selection.FIRST, auditor); // rules come first
      assertThat(boosted.steps()).isNotEmpty();
      PerformativeOmnipredictor model = boosted.predictor();
      BoostStep first = boosted.steps().get(0);
      DecisionRule rule = model.rules().get(first.update().rule().orElseThrow());
      double error = error(LOSSES.get(first.update().loss()), rule);
      assertThat(first.error()).isEqualTo(error, within(1e-12));
      assertThat(StrictMath.abs(error)).isGreaterThan(auditor.isExact() ? 0.75 * 0.3 : 0.5 * 0.3);
    }
  }

  /** One that always finds the same: once mended, it finds nothing, and nothing is certified. */
  @Test
  void auditorThatFindsNothingMendsNothing() {
    Auditor blind =
        new Noting(Stumps.all()) {
          @Override
          public Search on(Matrix features, int decisions) {
            return costs -> new Always(0);
          }
        };
    assertThat(blind.size(LOG.features(), DECISIONS)).isPositive();
    Boosted boosted = boost(AuditSide.TWO_SIDED, blind);
    assertThat(boosted.predictor().rules()).isSubsetOf(new Always(0));
    assertThat(boosted.steps())
        .allSatisfy(step -> assertThat(StrictMath.abs(step.error())).isGreaterThan(0.225));
    assertThat(boosted.status()).isEqualTo(BoostStatus.HEURISTIC);
  }
}
