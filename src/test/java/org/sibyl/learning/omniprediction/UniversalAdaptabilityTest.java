package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.AtLeast;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.Blend;
import org.sibyl.prediction.decision.ByValue;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.EqualTo;
import org.sibyl.prediction.decision.Everyone;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.Weighted;

/** Section 12: one model for all people that weights describe. */
class UniversalAdaptabilityTest {
  private static final ImportanceWeight LOW_INCOME = new EqualTo(EarlyWarning.GROUP, 1, 2.5);
  private static final ImportanceWeight HIGH_RISK = new AtLeast(EarlyWarning.BAND, 3, 4);
  private static final List<ImportanceWeight> PEOPLE =
      List.of(new Everyone(), LOW_INCOME, HIGH_RISK);

  private static Boosted boosted(double tolerance, List<DecisionLoss> losses, Auditor auditor) {
    PoiBoost boost =
        new PoiBoost(
            tolerance, StepPolicy.LINE_SEARCH, AuditSide.TWO_SIDED, Selection.MAX, auditor);
    return boost.run(EarlyWarning.evidence(), losses);
  }

  private static List<DecisionLoss> weighted() {
    return LossClass.weighted(EarlyWarning.evidence(), EarlyWarning.losses(), PEOPLE).losses();
  }

  private static Audit audit(OutcomeModel model, ImportanceWeight weight) {
    return Audit.of(
        EarlyWarning.evidence().reweighted(weight),
        EarlyWarning.losses(),
        model,
        new Enumeration(EarlyWarning.ruleClass()),
        AuditSide.TWO_SIDED);
  }

  private static double error(OutcomeModel model, ImportanceWeight weight) {
    return Math.max(audit(model, weight).poi(), audit(model, weight).doi());
  }

  /** By how much best decisions cost more than the best rule, the worst loss, by definition. */
  private static double gap(OutcomeModel model, ImportanceWeight weight) {
    double worst = Double.NEGATIVE_INFINITY;
    for (DecisionLoss loss : EarlyWarning.losses()) {
      double best =
          EarlyWarning.rules().stream()
              .mapToDouble(rule -> risk(loss, rule, weight))
              .min()
              .orElseThrow();
      worst = Math.max(worst, risk(loss, EarlyWarning.best(loss, model), weight) - best);
    }
    return worst;
  }

  private static double risk(DecisionLoss loss, DecisionRule rule, ImportanceWeight weight) {
    double sum = 0;
    double[] row = new double[2];
    double[] law = new double[EarlyWarning.DECISIONS];
    for (int i = 0; i < EarlyWarning.cells().rows(); i++) {
      EarlyWarning.cells().copyRow(i, row);
      EarlyWarning.truth().probabilities(row, law);
      int a = rule.decide(row);
      double mean = law[a] * loss.value(row, a, 1) + (1 - law[a]) * loss.value(row, a, 0);
      sum += EarlyWarning.shares().get(i) * weight.of(row) * mean;
    }
    return sum;
  }

  private static final Auditor RULES = new Enumeration(EarlyWarning.ruleClass());

  /**
   * Of rules that cost the same but for rounding it takes the first. Weights of 0 make many such,
   * and the specification's numbers are those of exact ties.
   */
  private record FirstOfEquals() implements Auditor {
    @Override
    public Search on(Matrix features, int decisions) {
      return costs -> {
        DecisionRule cheapest = EarlyWarning.rules().get(0);
        double least = Double.POSITIVE_INFINITY;
        for (DecisionRule rule : EarlyWarning.rules()) {
          double cost = costs.of(Decided.by(rule, features));
          cheapest = cost < least - 1e-12 ? rule : cheapest;
          least = cost < least - 1e-12 ? cost : least;
        }
        return cheapest;
      };
    }

    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public double size(Matrix features, int decisions) {
      return EarlyWarning.rules().size();
    }
  }

  /** Experiment X7: for each kind of people the worst gap and the worst error of five losses. */
  @ParameterizedTest
  @CsvSource({
    ".05, false,  6, .0043, .029, .0090, .052, .0337, .118",
    ".05, true,  11, .0030, .025, .0053, .045, .0000, .032",
    ".02, false, 12, .0002, .019, .0000, .048, .0073, .084",
    ".02, true,  21, .0000, .013, .0000, .014, .0011, .018"
  })
  void theTable(
      double tolerance,
      boolean weighted,
      int updates,
      @AggregateWith(Numbers.class) double... gapsAndErrors) {
    List<DecisionLoss> losses = weighted ? weighted() : EarlyWarning.losses();
    Boosted boosted = boosted(tolerance, losses, new FirstOfEquals());
    assertThat(boosted.steps()).hasSize(updates);
    for (int people = 0; people < PEOPLE.size(); people++) {
      assertThat(gap(boosted.predictor(), PEOPLE.get(people)))
          .isCloseTo(gapsAndErrors[2 * people], within(5.001e-5));
      assertThat(error(boosted.predictor(), PEOPLE.get(people)))
          .isCloseTo(gapsAndErrors[2 * people + 1], within(5.001e-4));
    }
  }

  /** What comes after the first three arguments. */
  static final class Numbers implements ArgumentsAggregator {
    @Override
    public double[] aggregateArguments(ArgumentsAccessor arguments, ParameterContext context) {
      return IntStream.range(3, arguments.size()).mapToDouble(arguments::getDouble).toArray();
    }
  }

  /** However ties are broken: with weights all errors are within the tolerance, without not. */
  @ParameterizedTest
  @CsvSource({".05, 6, 11", ".02, 12, 21"})
  void weightsAreNeededAndEnough(double tolerance, int without, int with) {
    Boosted plain = boosted(tolerance, EarlyWarning.losses(), RULES);
    assertThat(plain.steps()).hasSizeBetween((int) (0.7 * without), (int) (1.3 * without));
    assertThat(error(plain.predictor(), new Everyone())).isLessThanOrEqualTo(tolerance);
    assertThat(error(plain.predictor(), HIGH_RISK)).isGreaterThan(tolerance);

    Boosted adaptable = boosted(tolerance, weighted(), RULES);
    assertThat(adaptable.steps()).hasSizeBetween((int) (0.7 * with), (int) (1.3 * with));
    for (ImportanceWeight weight : PEOPLE) {
      assertThat(error(adaptable.predictor(), weight)).isLessThanOrEqualTo(tolerance * (1 + 1e-9));
      assertThat(gap(adaptable.predictor(), weight)).isLessThanOrEqualTo(2 * tolerance);
    }
    ImportanceWeight mixture = new Blend(List.of(0.2, 0.5, 0.3), PEOPLE);
    assertThat(error(adaptable.predictor(), mixture)).isLessThanOrEqualTo(tolerance * (1 + 1e-9));
    assertThat(gap(adaptable.predictor(), mixture)).isLessThanOrEqualTo(2 * tolerance);
  }

  /**
   * Property P12, of any model: errors by weighted losses are errors among the people that the
   * weights describe, and those among a mixture are no greater than the greatest of them.
   */
  @Property(tries = 60)
  void errorsByWeightedLossesAreErrorsAmongOtherPeople(@ForAll long seed) {
    Random random = new Random(seed);
    OutcomeModel model = anyModel(random);
    Audit all = Audit.of(EarlyWarning.evidence(), weighted(), model, RULES, AuditSide.TWO_SIDED);
    int losses = EarlyWarning.losses().size();
    for (int w = 0; w < PEOPLE.size(); w++) {
      Audit among = audit(model, PEOPLE.get(w));
      for (int loss = 0; loss < losses; loss++) {
        assertThat(among.poi(loss)).isCloseTo(all.poi(w * losses + loss), within(1e-14));
        assertThat(among.doi(loss)).isCloseTo(all.doi(w * losses + loss), within(1e-14));
      }
      assertThat(gap(model, PEOPLE.get(w))).isLessThanOrEqualTo(all.poi() + all.doi() + 1e-12);
    }
    double share = random.nextDouble();
    double rest = 1 - share;
    ImportanceWeight mixture = new Blend(List.of(share, rest / 3, rest - rest / 3), PEOPLE);
    assertThat(audit(model, mixture).poi()).isLessThanOrEqualTo(all.poi() + 1e-12);
    assertThat(audit(model, mixture).doi()).isLessThanOrEqualTo(all.doi() + 1e-12);
    assertThat(gap(model, mixture)).isLessThanOrEqualTo(all.poi() + all.doi() + 1e-12);
  }

  private static OutcomeModel anyModel(Random random) {
    double[][] table = new double[EarlyWarning.cells().rows()][];
    Arrays.setAll(table, i -> random.doubles(EarlyWarning.DECISIONS).toArray());
    return new OutcomeModel() {
      @Override
      public int decisions() {
        return EarlyWarning.DECISIONS;
      }

      @Override
      public void probabilities(double[] features, double[] into) {
        int kind = (int) (EarlyWarning.BANDS * features[0] + features[1]);
        System.arraycopy(table[kind], 0, into, 0, into.length);
      }
    };
  }

  /** Edge case E2: whoever counts 0 is decided about by the loss all the same. */
  @Test
  void whoDoesNotCountIsDecidedAboutByTheLossItself() {
    int differ = 0;
    for (DecisionLoss loss : EarlyWarning.losses()) {
      DecisionLoss atRisk = new Weighted(HIGH_RISK, loss);
      for (int i = 0; i < EarlyWarning.cells().rows(); i++) {
        double[] row = new double[2];
        EarlyWarning.cells().copyRow(i, row);
        int decided = new BestDecision(atRisk, EarlyWarning.truth()).decide(row);
        assertThat(decided).isEqualTo(EarlyWarning.best(loss, EarlyWarning.truth()).decide(row));
        differ += decided != 0 && HIGH_RISK.of(row) == 0 ? 1 : 0;
      }
    }
    assertThat(differ).isPositive(); // by weighted losses these would all tie, and get 0
  }

  /** A model that is wrong by c about x = 1 only: c/2 for all, .9 c where those are 90 %. */
  @ParameterizedTest
  @CsvSource({"0.1", "0.02"})
  void theErrorGrowsWithTheShareOfThoseItIsAbout(double c) {
    OutcomeModel wrong =
        new OutcomeModel() {
          @Override
          public int decisions() {
            return 2;
          }

          @Override
          public void probabilities(double[] features, double[] into) {
            ProductWorld.truth(0.3).probabilities(features, into);
            into[0] += features[0] == 1 ? c : 0;
            into[1] += features[0] == 1 ? c : 0;
          }
        };
    ImportanceWeight other = new ByValue(0, List.of(-1.0, 1.0), List.of(0.2, 1.8));
    Evidence all = ProductWorld.evidence(0.3);
    assertThat(errors(all, wrong)).containsExactly(new double[] {c / 2, c / 2}, within(1e-15));
    assertThat(errors(all.reweighted(other), wrong))
        .containsExactly(new double[] {0.9 * c, 0.9 * c}, within(1e-15));
  }

  private static double[] errors(Evidence evidence, OutcomeModel model) {
    Auditor rules = new Enumeration(ProductWorld.rules());
    Audit audit = Audit.of(evidence, ProductWorld.losses(), model, rules, AuditSide.TWO_SIDED);
    return new double[] {audit.poi(), audit.doi()};
  }

  @Test
  void weightsGetTheMean1OnALogAndMustHaveItOfTheTruth() {
    ImportanceWeight twice = new EqualTo(EarlyWarning.GROUP, 1, 5);
    List<DecisionLoss> losses = EarlyWarning.losses();
    assertThatThrownBy(() -> LossClass.weighted(EarlyWarning.evidence(), losses, List.of(twice)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean 2");
    assertThatThrownBy(() -> EarlyWarning.evidence().reweighted(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean 2");

    Evidence log = Evidence.of(EarlyWarning.log(200, EarlyWarning::uniform, 4));
    LossClass weighted = LossClass.weighted(log, losses, List.of(new Everyone(), twice));
    double share = log.features().column(EarlyWarning.GROUP).mean();
    assertThat(weighted.factors().get(0)).isCloseTo(1, within(1e-12));
    assertThat(weighted.factors().get(1)).isCloseTo(1 / (5 * share), within(1e-12));
    DecisionLoss last = weighted.losses().get(2 * losses.size() - 1);
    assertThat(last.max()).isCloseTo(losses.get(losses.size() - 1).max() / share, within(1e-12));

    ImportanceWeight nobody = new EqualTo(EarlyWarning.GROUP, 7, 1);
    assertThatThrownBy(() -> LossClass.weighted(log, losses, List.of(nobody)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> log.reweighted(new Everyone()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("log");
  }

  /** Boosting on the truth refuses weights whose mean is not 1; on a log it cannot tell. */
  @Test
  void boostingOnTheTruthRefusesOtherMeans() {
    ImportanceWeight twice = new EqualTo(EarlyWarning.GROUP, 1, 5);
    List<DecisionLoss> losses = List.of(new Weighted(twice, EarlyWarning.losses().get(0)));
    assertThatThrownBy(() -> boosted(0.1, losses, RULES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean 2");
    Evidence log = Evidence.of(EarlyWarning.log(200, EarlyWarning::uniform, 4));
    PoiBoost boost = new PoiBoost(4, StepPolicy.FIXED, AuditSide.TWO_SIDED, Selection.MAX, RULES);
    assertThat(boost.run(log, losses).status()).isEqualTo(BoostStatus.HEURISTIC);
  }

  /** The reweighted truth has the shares of the others and sums to 1. */
  @Test
  void otherPeopleHaveOtherShares() {
    Evidence other = EarlyWarning.evidence().reweighted(HIGH_RISK);
    Column shares = EarlyWarning.shares();
    for (int i = 0; i < other.size(); i++) {
      double expected = i % EarlyWarning.BANDS >= 3 ? 4 * shares.get(i) : 0;
      assertThat(other.mass(i)).isCloseTo(expected, within(1e-15));
    }
    assertThat(Column.generate(other.size(), other::mass).sum()).isCloseTo(1, within(1e-12));
  }
}
