package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionLoss;

/** Property P13: the worst input-oblivious loss is wrong by the sum of absolute cell errors. */
class CellErrorsTest {
  @Property(tries = 200)
  void noLossIsWrongByMoreAndOneIsWrongByAsMuch(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int kinds,
      @ForAll @IntRange(min = 1, max = 5) int decisions) {
    Random random = new Random(seed);
    Kinds world = Kinds.random(random, kinds, decisions);
    int[] rule = world.rule(random);
    Evidence evidence = world.evidence();
    CellErrors cells = CellErrors.of(evidence, rule, world.flat());
    double sum = 0;
    double most = 0;
    for (int a = 0; a < decisions; a++) {
      assertThat(cells.errors().get(a)).isCloseTo(world.cell(rule, a), within(1e-14));
      sum += Math.abs(world.cell(rule, a));
      most = Math.max(most, Math.abs(world.cell(rule, a)));
    }
    assertThat(cells.total()).isCloseTo(sum, within(1e-14));
    assertThat(cells.greatest()).isCloseTo(most, within(1e-14));
    for (int draw = 0; draw < 50; draw++) {
      DecisionLoss loss = Kinds.loss(random, decisions);
      double error = evidence.error(loss, rule, world.flat());
      assertThat(error).isCloseTo(world.error(loss, rule), within(1e-14));
      assertThat(Math.abs(error)).isLessThanOrEqualTo(cells.total() + 1e-14);
    }
    DecisionLoss attaining = cells.attaining();
    assertThat(attaining.max()).isLessThanOrEqualTo(1);
    assertThat(world.error(attaining, rule)).isCloseTo(sum, within(1e-14));
  }

  /** Four cells of .05 make an error of .20: twice the cell error, as printed, would be .10. */
  @Test
  void fourDecisionsAreWorseThanTwiceTheGreatestCell() {
    double[][] truth = new double[4][4];
    double[][] belief = new double[4][4];
    for (int x = 0; x < 4; x++) {
      for (int a = 0; a < 4; a++) {
        truth[x][a] = 0.3;
        belief[x][a] = a == x ? 0.5 : 0.3;
      }
    }
    Kinds world = Kinds.uniform(truth, belief);
    int[] identity = {0, 1, 2, 3};
    CellErrors cells = CellErrors.of(world.evidence(), identity, world.flat());
    for (int a = 0; a < 4; a++) {
      assertThat(cells.errors().get(a)).isCloseTo(0.05, within(1e-15));
      assertThat(cells.shares().get(a)).isEqualTo(0.25);
    }
    DecisionLoss outcome = TableLosses.ofSlopes(1, 1, 1, 1); // y itself
    assertThat(world.evidence().error(outcome, identity, world.flat()))
        .isCloseTo(0.20, within(1e-15))
        .isGreaterThan(2 * cells.greatest());
    assertThat(cells.total()).isCloseTo(0.20, within(1e-15));
  }
}
