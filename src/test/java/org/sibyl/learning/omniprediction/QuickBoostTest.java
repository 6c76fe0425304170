package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/** What is quick in boosting gives what the plain way gives. */
class QuickBoostTest {
  private static final double TOLERANCE = 0.06;

  private static Boosted quick(Evidence evidence) {
    return new PoiBoost(
            TOLERANCE,
            StepPolicy.CERTIFIED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new AllRules(EarlyWarning.rules()))
        .run(evidence, EarlyWarning.losses());
  }

  private static List<double[]> plain(Evidence evidence) {
    PlainBoost plain = new PlainBoost(evidence, EarlyWarning.losses(), EarlyWarning.rules());
    double limit = (evidence.isExact() ? 1 : 0.75) * TOLERANCE * (1 + 1e-12);
    return models(plain.predictor(plain.updates(limit, TOLERANCE / 2)));
  }

  /** What the model says of all kinds of students, after each of its updates. */
  private static List<double[]> models(PerformativeOmnipredictor predictor) {
    List<double[]> models = new ArrayList<>();
    for (int t = 0; t <= predictor.updates().size(); t++) {
      models.add(
          Probabilities.of(
              new PerformativeOmnipredictor(
                  3, predictor.losses(), predictor.rules(), predictor.updates().subList(0, t)),
              EarlyWarning.cells()));
    }
    return models;
  }

  private static void same(Evidence one, Evidence other) {
    List<double[]> quick = models(quick(one).predictor());
    List<double[]> plain = plain(other);
    assertThat(quick).hasSameSizeAs(plain).hasSizeGreaterThan(10);
    for (int t = 0; t < quick.size(); t++) {
      assertThat(quick.get(t)).containsExactly(plain.get(t), within(1e-12));
    }
  }

  @Test
  void onTheTruth() {
    same(EarlyWarning.evidence(), EarlyWarning.evidence());
  }

  /** 900 students are gathered into 10 kinds; 25 are not, for that would not pay. */
  @ParameterizedTest
  @ValueSource(ints = {25, 900})
  void onALog(int people) {
    Evidence log = Evidence.of(EarlyWarning.log(people, EarlyWarning::byBand, 11));
    assertThat(log.compact() == log).isEqualTo(people == 25);
    same(log, log);
  }

  @Test
  void gatheredEvidenceIsTheSameButForRounding() {
    Evidence log = Evidence.of(EarlyWarning.log(900, EarlyWarning::byBand, 12));
    Evidence gathered = log.gathered();
    assertThat(gathered.size()).isEqualTo(10);
    assertThat(gathered.people()).isEqualTo(900);
    assertThat(gathered.greatestWeight()).isEqualTo(log.greatestWeight());
    assertThat(gathered.isExact()).isFalse();
    for (DecisionLoss loss : EarlyWarning.losses()) {
      for (DecisionRule rule : EarlyWarning.rules()) {
        assertThat(error(gathered, loss, rule)).isCloseTo(error(log, loss, rule), within(1e-13));
      }
    }
  }

  private static double error(Evidence evidence, DecisionLoss loss, DecisionRule rule) {
    Matrix features = evidence.features();
    return evidence.error(
        loss, Decided.by(rule, features), Probabilities.of(EarlyWarning.shrunk(0.3), features));
  }

  /** Weighted slopes are the same whether kept or worked out each time. */
  @Test
  void slopesThatAreNotKept() {
    Evidence log = Evidence.of(EarlyWarning.log(200, EarlyWarning::byBand, 13));
    for (long most : new long[] {0, 1 << 20}) {
      WeightedSlopes slopes = new WeightedSlopes(log, EarlyWarning.losses(), most);
      for (int l = 0; l < 5; l++) {
        for (int i = 0; i < log.size(); i++) {
          double slope =
              EarlyWarning.losses().get(l).slope(new double[2], log.decision(log.first(i)));
          assertThat(slopes.of(l)[i]).isEqualTo(log.weight(i) * slope);
        }
      }
    }
  }

  /** Losses are read as often as there are entries, and then at points that updates have moved. */
  @Test
  void lossesAreNotReadAnew() {
    int[] reads = {0};
    DecisionLoss steer = EarlyWarning.losses().get(0);
    DecisionLoss counting = new Counting(steer, reads);
    PoiBoost boost =
        new PoiBoost(
            0.01,
            StepPolicy.FIXED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            new AllRules(EarlyWarning.rules()));
    Boosted boosted = boost.run(EarlyWarning.evidence(), List.of(counting));
    int updates = boosted.steps().size();
    assertThat(updates).isGreaterThan(15);
    long ofDecisions = boosted.steps().stream().filter(s -> s.update().rule().isEmpty()).count();
    // 10 points: two checks and two for slopes of 30 entries, 60 to decide; then 20 of an update's
    // own slopes, 60 to decide where it is along decisions, and again 6 for decisions about each of
    // those 5 that have a slope at all
    assertThat((long) reads[0])
        .isLessThanOrEqualTo(60 + 60 + 60 + updates * (20 + 30) + 60 * ofDecisions);
  }

  /** The loss counted of group 1, 0 of the other. */
  private record Counting(DecisionLoss counted, int[] reads) implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      reads[0]++;
      return features[EarlyWarning.GROUP] * counted.value(features, decision, outcome);
    }

    @Override
    public double max() {
      return counted.max();
    }

    @Override
    public boolean isInputOblivious() {
      return true;
    }

    @Override
    public void check(int decisions, int features) {
      counted.check(decisions, features);
    }
  }
}
