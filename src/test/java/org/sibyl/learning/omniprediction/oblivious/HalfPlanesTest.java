package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.prediction.decision.DecisionLoss;

/** Property P14: the exact audit of decision calibration for two decisions. */
class HalfPlanesTest {
  private static final UniformRandomProvider UNUSED = RandomSource.XO_RO_SHI_RO_128_PP.create(1);

  private static final Kinds SIX =
      Kinds.uniform(
          new double[][] {{.3, .6}, {.5, .5}, {.6, .3}, {.7, .8}, {.2, .1}, {.8, .4}},
          new double[][] {{.2, .7}, {.6, .3}, {.5, .5}, {.8, .9}, {.1, .4}, {.9, .2}});

  private static CellFinding worst(Kinds world) {
    return new HalfPlanes().on(world.evidence(), UNUSED).worst(world.flat()).orElseThrow();
  }

  @Test
  void theWorstOfSixPoints() {
    CellFinding finding = worst(SIX);
    assertThat(finding.error()).isCloseTo(0.7 / 6, within(1e-15));
    assertThat(finding.exact()).isTrue();
    int[] decided = SIX.best(finding.decider().orElseThrow());
    assertThat(SIX.greatestCell(decided)).isCloseTo(0.7 / 6, within(1e-15));
    assertThat(SIX.error(finding.direction(), decided)).isCloseTo(0.7 / 6, within(1e-15));
  }

  /** n (n - 1) + 2 ways to split points of which no three are on a line. */
  @Test
  void sixPointsAreSplitIn32Ways() {
    assertThat(splits(SIX)).hasSize(32);
  }

  /** Both the sets that decision 0 and that decision 1 may have, as the losses really decide. */
  private static Set<String> splits(Kinds world) {
    Residuals residuals = new Residuals(world.evidence(), world.flat());
    Set<String> sets = new TreeSet<>();
    new PivotSweep(residuals)
        .visit(
            (split, sums) -> {
              for (int left = 0; left < 2; left++) {
                sets.add(Arrays.toString(world.best(split.decider(residuals, left))));
              }
            });
    return sets;
  }

  @Test
  void randomLossesAreNeverWorseAndReachIt() {
    Random random = new Random(7);
    double most = 0;
    for (int draw = 0; draw < 400_000; draw++) {
      DecisionLoss loss = Kinds.loss(random, 2);
      most = Math.max(most, SIX.greatestCell(SIX.best(loss)));
    }
    assertThat(most).isCloseTo(worst(SIX).error(), within(1e-15));
  }

  @Property(tries = 300)
  void isTheWorstOfAllDirectionsAndPrefixes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int kinds) {
    Kinds world = Kinds.random(new Random(seed), kinds, 2);
    assertThat(worst(world).error()).isCloseTo(slow(world), within(1e-12));
    assertThat(worst(world).exact()).isTrue();
  }

  /** Many on a line, many in one place. */
  @Property(tries = 300)
  void alsoOnAGrid(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 14) int kinds,
      @ForAll @IntRange(min = 1, max = 4) int steps) {
    Random random = new Random(seed);
    Kinds any = Kinds.random(random, kinds, 2);
    double[][] belief = new double[kinds][];
    Arrays.setAll(
        belief, i -> random.ints(2, 0, steps + 1).mapToDouble(a -> (double) a / steps).toArray());
    Kinds world = new Kinds(any.shares(), any.truth(), belief);
    assertThat(worst(world).error()).isCloseTo(slow(world), within(1e-12));
    assertThat(worst(world).exact()).isTrue();
  }

  /** The simple way: between any two critical directions, all prefixes of the projections. */
  private static double slow(Kinds world) {
    double worst = Math.max(all(world, 0), all(world, 1));
    double[] angles = criticalAngles(world.belief());
    for (int j = 0; j < angles.length; j++) {
      double next = j + 1 < angles.length ? angles[j + 1] : angles[0] + 2 * Math.PI;
      if (next - angles[j] > 1e-9) {
        double middle = angles[j] + (next - angles[j]) / 2;
        worst = Math.max(worst, prefixes(world, Math.cos(middle), Math.sin(middle)));
      }
    }
    return worst;
  }

  private static double all(Kinds world, int decision) {
    int[] decided = new int[world.size()];
    Arrays.fill(decided, decision);
    return world.greatestCell(decided);
  }

  private static double[] criticalAngles(double[][] q) {
    List<Double> angles = new ArrayList<>(List.of(0.0));
    for (double[] one : q) {
      for (double[] other : q) {
        if (one[0] != other[0] || one[1] != other[1]) {
          double across = Math.atan2(one[0] - other[0], other[1] - one[1]);
          angles.add(across < 0 ? across + 2 * Math.PI : across);
        }
      }
    }
    return angles.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Who comes first along the direction gets 0, who comes later 1. Equal ones go together. */
  private static double prefixes(Kinds world, double x, double y) {
    double[] along = Arrays.stream(world.belief()).mapToDouble(q -> x * q[0] + y * q[1]).toArray();
    List<Integer> order =
        IntStream.range(0, world.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> along[i]))
            .toList();
    int[] decided = new int[world.size()];
    Arrays.fill(decided, 1);
    double worst = 0;
    for (int place = 0; place + 1 < order.size(); place++) {
      decided[order.get(place)] = 0;
      if (along[order.get(place + 1)] - along[order.get(place)] > 1e-12) {
        worst = Math.max(worst, world.greatestCell(decided));
      }
    }
    return worst;
  }

  @Test
  void needsTwoDecisionsAndNotTooManyVectors() {
    Kinds three = Kinds.random(new Random(1), 4, 3);
    assertThatThrownBy(() -> new HalfPlanes().on(three.evidence(), UNUSED))
        .isInstanceOf(IllegalArgumentException.class);
    Kinds many = Kinds.random(new Random(1), HalfPlanes.MOST + 1, 2);
    Evidence evidence = many.evidence();
    CellAudit.Search search = new HalfPlanes().on(evidence, UNUSED);
    assertThatThrownBy(() -> search.worst(many.flat()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3001")
        .hasMessageContaining("ascent");
  }
}
