package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.BoostStatus;
import org.sibyl.learning.omniprediction.BoostStep;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Doubt;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/** Omniprediction for all input-oblivious losses by multiaccuracy and decision calibration. */
class ObliviousBoostTest {
  private static UniformRandomProvider random() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(11);
  }

  private static Kinds believing(Kinds world, PerformativeOmnipredictor model) {
    double[][] belief = new double[world.size()][world.decisions()];
    for (int i = 0; i < world.size(); i++) {
      model.probabilities(new double[] {i}, belief[i]);
    }
    return new Kinds(world.shares(), world.truth(), belief);
  }

  private static double potential(Kinds world) {
    double sum = 0;
    for (int i = 0; i < world.size(); i++) {
      for (int a = 0; a < world.decisions(); a++) {
        sum += world.shares()[i] * Math.pow(world.belief()[i][a] - world.truth()[i][a], 2);
      }
    }
    return sum;
  }

  /** Every update lowers the potential by error squared over square, so at least error squared. */
  private static void checkSteps(Boosted boosted) {
    double[] potentials = boosted.potentials();
    for (int t = 0; t < boosted.steps().size(); t++) {
      double error = boosted.steps().get(t).error();
      double drop = potentials[t] - potentials[t + 1];
      double step = boosted.steps().get(t).update().step(); // error over square
      assertThat(drop).isGreaterThanOrEqualTo(error * step - 1e-12);
      assertThat(step).isGreaterThanOrEqualTo(error - 1e-12);
    }
  }

  private record World(Kinds kinds, List<DecisionRule> rules) {
    static World of(long seed, int kinds, int decisions) {
      Random random = new Random(seed);
      Kinds world = Kinds.random(random, kinds, decisions);
      return new World(world, world.rules(random, 10));
    }

    double best(DecisionLoss loss) {
      return rules.stream()
          .mapToDouble(rule -> kinds.risk(loss, ((Kinds.ByKind) rule).decided()))
          .min()
          .orElseThrow();
    }
  }

  private static final double[] TOLERANCES = {0.2, 0.05, 0.01, 0.001};

  @Property(tries = 150)
  void twoDecisionsAreExact(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int kinds,
      @ForAll @IntRange(max = 3) int tolerance) {
    World world = World.of(seed, kinds, 2);
    double epsilon = TOLERANCES[tolerance];
    ObliviousBoost boost =
        new ObliviousBoost(
            epsilon, new ListedRules(decisions -> world.rules()), Optional.of(new HalfPlanes()));
    Boosted boosted = boost.run(world.kinds().evidence(), random());
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.certificate().doubts()).isEmpty();
    assertThat((double) boosted.steps().size()).isLessThanOrEqualTo(2 / (4 * epsilon * epsilon));
    checkSteps(boosted);
    assertThat(boost.poi(2)).isEqualTo(epsilon);
    assertThat(boost.gap(2)).isCloseTo(3 * epsilon, within(1e-15));
    checkGuarantees(world, boosted, boost, 300);
  }

  /** By a pass over the updates, not by what boosting keeps. */
  private static void checkGuarantees(
      World world, Boosted boosted, ObliviousBoost boost, int losses) {
    Kinds kinds = believing(world.kinds(), boosted.predictor());
    int k = kinds.decisions();
    assertThat(boosted.potential()).isCloseTo(potential(kinds), within(1e-14));
    double poi = 0;
    for (DecisionRule rule : world.rules()) {
      CellErrors cells =
          CellErrors.of(kinds.evidence(), ((Kinds.ByKind) rule).decided(), kinds.flat());
      poi = Math.max(poi, cells.total());
    }
    assertThat(poi).isLessThanOrEqualTo(boost.poi(k) * (1 + 1e-12));
    Random random = new Random(5);
    for (int draw = 0; draw < losses; draw++) {
      DecisionLoss loss = Kinds.loss(random, k);
      int[] best = kinds.best(loss);
      double doi = Math.abs(kinds.error(loss, best));
      assertThat(kinds.greatestCell(best)).isLessThanOrEqualTo(boosted.certificate().doi() + 1e-12);
      assertThat(doi).isLessThanOrEqualTo(k * boost.tolerance() + 1e-12);
      assertThat(kinds.risk(loss, best) - world.best(loss))
          .isLessThanOrEqualTo(poi + doi + 1e-12)
          .isLessThanOrEqualTo(boost.gap(k) + 1e-12);
    }
  }

  /** The ascent certifies nothing. */
  @Property(tries = 40)
  void moreDecisionsByAscent(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int kinds,
      @ForAll @IntRange(min = 1, max = 4) int decisions) {
    World world = World.of(seed, kinds, decisions);
    ObliviousBoost boost =
        new ObliviousBoost(
            0.05, new ListedRules(unused -> world.rules()), Optional.of(new Ascent(5)));
    Boosted boosted = boost.run(world.kinds().evidence(), random());
    assertThat(boosted.status()).isEqualTo(BoostStatus.HEURISTIC);
    assertThat(boosted.certificate().doubts()).containsExactly(Doubt.AUDITOR);
    assertThat((double) boosted.steps().size()).isLessThanOrEqualTo(decisions / 0.01);
    checkSteps(boosted);
  }

  /** Algorithm A6: cell by cell, rules only. */
  @Property(tries = 100)
  void multiaccuracyBoundsErrorsByCells(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int kinds,
      @ForAll @IntRange(min = 1, max = 4) int decisions) {
    World world = World.of(seed, kinds, decisions);
    double epsilon = 0.01;
    ObliviousBoost boost =
        new ObliviousBoost(
            epsilon, new SingleCells(new Enumeration(unused -> world.rules())), Optional.empty());
    Boosted boosted = boost.run(world.kinds().evidence(), random());
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.certificate().doi()).isNaN();
    assertThat(boosted.certificate().searches())
        .isEqualTo(2L * decisions * (boosted.steps().size() + 1));
    assertThat((double) boosted.steps().size())
        .isLessThanOrEqualTo(decisions / (4 * epsilon * epsilon));
    checkSteps(boosted);
    Kinds after = believing(world.kinds(), boosted.predictor());
    for (DecisionRule rule : world.rules()) {
      int[] decided = ((Kinds.ByKind) rule).decided();
      assertThat(after.greatestCell(decided)).isLessThanOrEqualTo(epsilon * (1 + 1e-12));
      CellErrors cells = CellErrors.of(after.evidence(), decided, after.flat());
      assertThat(cells.total()).isLessThanOrEqualTo(boost.poi(decisions) + 1e-12);
    }
    assertThat(boost.poi(decisions)).isEqualTo(decisions * epsilon);
    assertThat(boost.gap(decisions)).isInfinite();
  }

  @Test
  void withoutRulesOnlyDecisionsAreMended() {
    Kinds world = Kinds.random(new Random(2), 6, 2);
    ObliviousBoost boost =
        new ObliviousBoost(
            0.01, new ListedRules(decisions -> List.of()), Optional.of(new HalfPlanes()));
    Boosted boosted = boost.run(world.evidence(), random());
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.certificate().poi()).isZero();
    assertThat(boosted.steps()).isNotEmpty();
    assertThat(boosted.steps().stream().map(BoostStep::update))
        .allMatch(update -> update.decider().isPresent());
  }

  @Test
  void refusesNoTolerance() {
    CellAudit rules = new ListedRules(decisions -> List.of());
    assertThatThrownBy(() -> new ObliviousBoost(0, rules, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance");
  }
}
