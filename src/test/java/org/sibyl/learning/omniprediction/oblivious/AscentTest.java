package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.DecisionLoss;

/** The heuristic audit of decision calibration. */
class AscentTest {
  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private static CellFinding worst(Kinds world, int starts) {
    return new Ascent(starts).on(world.evidence(), random(5)).worst(world.flat()).orElseThrow();
  }

  @Property(tries = 200)
  void whatItFindsIsTrueAndNotCalledExact(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int kinds,
      @ForAll @IntRange(min = 1, max = 5) int decisions) {
    Kinds world = Kinds.random(new Random(seed), kinds, decisions);
    CellFinding found = worst(world, 2);
    int[] decided = world.best(found.decider().orElseThrow());
    assertThat(world.greatestCell(decided)).isCloseTo(found.error(), within(1e-14));
    assertThat(world.error(found.direction(), decided)).isCloseTo(found.error(), within(1e-14));
    assertThat(found.exact()).isFalse();
  }

  /** The sweep promises what the loss keeps, also where q is 0 and where many are equal. */
  @Property(tries = 300)
  void aSweepKeepsItsPromise(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int kinds,
      @ForAll @IntRange(min = 2, max = 4) int decisions,
      @ForAll boolean ofSlope) {
    Random random = new Random(seed);
    Kinds any = Kinds.random(random, kinds, decisions);
    double[][] belief = new double[kinds][];
    for (int i = 0; i < kinds; i++) {
      belief[i] = random.ints(decisions, 0, 4).mapToDouble(third -> third / 3.0).toArray();
    }
    Kinds world = new Kinds(any.shares(), any.truth(), belief);
    double[] intercepts = random.doubles(decisions, -1, 1).toArray();
    double[] slopes = random.doubles(decisions, -1, 1).toArray();
    int decision = random.nextInt(decisions);
    CoordinateSweep.Aim aim =
        new CoordinateSweep.Aim(random.nextInt(decisions), random.nextBoolean() ? 1 : -1);
    Residuals residuals = new Residuals(world.evidence(), world.flat());
    CoordinateSweep.Best best =
        new CoordinateSweep(residuals, aim, intercepts, slopes, decision, ofSlope).best();
    double[] moved = ofSlope ? slopes : intercepts;
    moved[decision] = best.value();
    int[] made = world.best(TableLosses.ofDecider(intercepts, slopes));
    assertThat(aim.sign() * world.cell(made, aim.cell())).isCloseTo(best.error(), within(1e-12));
    for (double value = -6; value <= 6; value += 0.01) {
      moved[decision] = value;
      int[] decided = world.best(TableLosses.ofDecider(intercepts, slopes));
      assertThat(aim.sign() * world.cell(decided, aim.cell()))
          .isLessThanOrEqualTo(best.error() + 1e-12);
    }
  }

  /** Where q is 0 the slope does not matter, and of equal risks the lower decision is taken. */
  @Test
  void tiesAtProbability0GoToTheLowerDecision() {
    Kinds world = Kinds.uniform(new double[][] {{0.4, 0.5}}, new double[][] {{0, 0.5}});
    Residuals residuals = new Residuals(world.evidence(), world.flat());
    CoordinateSweep.Aim aim = new CoordinateSweep.Aim(0, -1);
    double[] intercepts = {0, -0.5};
    double[] slopes = {0.3, 1}; // both risks are 0
    assertThat(new CoordinateSweep(residuals, aim, intercepts, slopes, 0, true).best().error())
        .isEqualTo(0.4);
  }

  @Test
  void oftenFindsTheWorstOfTwoDecisionsAndNothingWorse() {
    int reached = 0;
    for (long seed = 0; seed < 100; seed++) {
      Kinds world = Kinds.random(new Random(seed), 10, 2);
      double exact =
          new HalfPlanes()
              .on(world.evidence(), random(1))
              .worst(world.flat())
              .orElseThrow()
              .error();
      double found = worst(world, 30).error();
      assertThat(found).isLessThanOrEqualTo(exact + 1e-12);
      reached += found > exact - 1e-12 ? 1 : 0;
    }
    assertThat(reached).isGreaterThanOrEqualTo(90);
  }

  @Test
  void beatsRandomLossesWithThreeDecisions() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Kinds world = Kinds.random(random, 10, 3);
      double found = worst(world, 20).error();
      for (int draw = 0; draw < 5000; draw++) {
        DecisionLoss loss = Kinds.loss(random, 3);
        assertThat(world.greatestCell(world.best(loss))).isLessThanOrEqualTo(found + 1e-12);
      }
    }
  }

  @Test
  void dependsOnNothingButTheRandomnessGiven() {
    Kinds world = Kinds.random(new Random(4), 12, 4);
    assertThat(worst(world, 1)).isEqualTo(worst(world, 1));
    assertThatThrownBy(() -> new Ascent(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts");
  }
}
