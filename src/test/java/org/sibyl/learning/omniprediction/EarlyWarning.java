package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.RuleClass;

/**
 * The early-warning system of the specification (section 15, X2): 10 kinds of students by group and
 * risk band, three decisions, five losses and 27 rules. Written from its numbers and from no code
 * that it tests; risks and errors here are sums over kinds, as the definitions say.
 */
public final class EarlyWarning {
  /** Group, band. */
  public static final int GROUP = 0;

  public static final int BAND = 1;
  public static final int DECISIONS = 3;
  public static final int BANDS = 5;

  private static final double[] GROUPS = {0.6, 0.4};
  private static final double[] BAND_SHARES = {0.30, 0.25, 0.20, 0.15, 0.10};
  private static final double[][] BASELINE = {{.97, .92, .82, .65, .40}, {.94, .86, .72, .52, .28}};
  private static final double[][] EFFECTS = {
    {0, 0, 0, 0, 0}, {-.40, .40, .50, .60, .70}, {-.80, -.30, .40, 1.00, 1.40}
  };

  private EarlyWarning() {}

  /** Kinds of students x (group, band). */
  public static Matrix cells() {
    double[] values = new double[20];
    for (int i = 0; i < 10; i++) {
      values[2 * i] = i / BANDS;
      values[2 * i + 1] = i % BANDS;
    }
    return Matrix.of(10, 2, values);
  }

  /** The share of each kind. */
  public static Column shares() {
    return Column.generate(10, i -> GROUPS[i / BANDS] * BAND_SHARES[i % BANDS]);
  }

  private static final double[][][] PROBABILITIES = probabilities();

  private static double[][][] probabilities() {
    double[][][] all = new double[GROUPS.length][BANDS][DECISIONS];
    for (int group = 0; group < GROUPS.length; group++) {
      for (int band = 0; band < BANDS; band++) {
        for (int a = 0; a < DECISIONS; a++) {
          all[group][band][a] = computed(group, band, a);
        }
      }
    }
    return all;
  }

  /** The probability to graduate, p*. */
  public static double probability(int group, int band, int decision) {
    return PROBABILITIES[group][band][decision];
  }

  private static double computed(int group, int band, int decision) {
    double effect = EFFECTS[decision][band];
    double own = group == 1 && effect > 0 ? 1.25 * effect : effect;
    double base = BASELINE[group][band];
    return 1 / (1 + Math.exp(-Math.log(base / (1 - base)) - own));
  }

  /** Nature. */
  public static OutcomeModel truth() {
    return new Cells(1);
  }

  /** Nature drawn towards 1/2: a model that is wrong, by 1/2 + weight (p* - 1/2). */
  public static OutcomeModel shrunk(double weight) {
    return new Cells(weight);
  }

  private record Cells(double weight) implements OutcomeModel {
    @Override
    public int decisions() {
      return DECISIONS;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      for (int a = 0; a < DECISIONS; a++) {
        double p = probability((int) features[GROUP], (int) features[BAND], a);
        into[a] = weight == 1 ? p : 0.5 + weight * (p - 0.5);
      }
    }
  }

  /** The truth as evidence. */
  public static Evidence evidence() {
    return Evidence.of(cells(), shares(), truth());
  }

  /** The five losses: steer1, steer0, steer1cost, forecast, mix. */
  public static List<DecisionLoss> losses() {
    double[] forecasts = {.95, .75, .40};
    double[] prices = {0, .02, .10};
    TableLoss steer1 = TableLoss.of(DECISIONS, (a, y) -> 1 - y);
    TableLoss steer0 = TableLoss.of(DECISIONS, (a, y) -> y);
    TableLoss priced = TableLoss.of(DECISIONS, (a, y) -> 0.9 * (1 - y) + prices[a]);
    TableLoss forecast = TableLoss.of(DECISIONS, (a, y) -> (forecasts[a] - y) * (forecasts[a] - y));
    TableLoss mix =
        TableLoss.of(
            DECISIONS, (a, y) -> 0.5 * (forecasts[a] - y) * (forecasts[a] - y) + 0.5 * (1 - y));
    return List.of(steer1, steer0, priced, forecast, mix);
  }

  /** Three constants, then for each pair a, b and cut 1 to 4 "a below, b from the cut on". */
  public static List<DecisionRule> rules() {
    List<DecisionRule> rules = new ArrayList<>();
    for (int a = 0; a < DECISIONS; a++) {
      rules.add(new Banded(a, 0, a));
    }
    for (int a = 0; a < DECISIONS; a++) {
      for (int b = 0; b < DECISIONS; b++) {
        for (int cut = 1; a != b && cut < BANDS; cut++) {
          rules.add(new Banded(a, cut, b));
        }
      }
    }
    return rules;
  }

  /** The 27 rules as a class. */
  public static RuleClass ruleClass() {
    return decisions -> rules();
  }

  /** One decision below a band, another from it on. */
  public record Banded(int below, int cut, int from) implements DecisionRule {
    @Override
    public int decide(double[] features) {
      return features[BAND] < cut ? below : from;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  /** R_p(loss, rule) by definition D5. */
  public static double risk(DecisionLoss loss, DecisionRule rule, OutcomeModel model) {
    double sum = 0;
    double[] law = new double[DECISIONS];
    for (int i = 0; i < 10; i++) {
      double[] x = {i / BANDS, i % BANDS};
      model.probabilities(x, law);
      int a = rule.decide(x);
      double p = law[a];
      sum += shares().get(i) * (p * loss.value(x, a, 1) + (1 - p) * loss.value(x, a, 0));
    }
    return sum;
  }

  /** f of a loss by definition D6. */
  public static DecisionRule best(DecisionLoss loss, OutcomeModel model) {
    return new Best(loss, model);
  }

  private record Best(DecisionLoss loss, OutcomeModel model) implements DecisionRule {
    @Override
    public int decide(double[] x) {
      double[] law = new double[DECISIONS];
      model.probabilities(x, law);
      int best = 0;
      for (int a = 1; a < DECISIONS; a++) {
        if (risk(x, law, a) < risk(x, law, best)) {
          best = a;
        }
      }
      return best;
    }

    private double risk(double[] x, double[] law, int a) {
      double none = loss.value(x, a, 0);
      return none + (loss.value(x, a, 1) - none) * law[a];
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  /** How likely each decision is in a trial, by band. */
  public interface Propensity {
    double[] of(int band);
  }

  /** Every decision equally often. */
  public static double[] uniform(int band) {
    return new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
  }

  /** Property P3 (b): more intensive help for higher bands. */
  public static double[] byBand(int band) {
    return new double[] {0.6 - 0.1 * band, 0.25, 0.15 + 0.1 * band};
  }

  /** The log of a trial of so many students. */
  public static TrialLog log(int people, Propensity propensity, long seed) {
    return log(people, propensity, random(seed));
  }

  /** The log of a trial, drawn from a given source. */
  public static TrialLog log(int people, Propensity propensity, UniformRandomProvider random) {
    double[] features = new double[2 * people];
    double[] decided = new double[people];
    double[] outcomes = new double[people];
    double[] propensities = new double[people];
    for (int i = 0; i < people; i++) {
      int group = draw(GROUPS, random);
      int band = draw(BAND_SHARES, random);
      double[] law = propensity.of(band);
      int a = draw(law, random);
      features[2 * i] = group;
      features[2 * i + 1] = band;
      decided[i] = a;
      outcomes[i] = random.nextDouble() < probability(group, band, a) ? 1 : 0;
      propensities[i] = law[a];
    }
    return new TrialLog(
        DECISIONS,
        Matrix.of(people, 2, features),
        Column.of(decided),
        Column.of(outcomes),
        Column.of(propensities));
  }

  /** A source of randomness of its own. */
  public static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private static int draw(double[] law, UniformRandomProvider random) {
    double u = random.nextDouble();
    int a = 0;
    while (a < law.length - 1 && u >= law[a]) {
      u -= law[a];
      a++;
    }
    return a;
  }
}
