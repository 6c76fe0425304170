package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.RuleClass;

/** Algorithm A5 and its forms by cost-sensitive classification, held against all rules by hand. */
class RuleAuditsTest {
  private record World(Kinds kinds, List<DecisionRule> list) {
    static World of(long seed, int kinds, int decisions, int rules) {
      Random random = new Random(seed);
      Kinds world = Kinds.random(random, kinds, decisions);
      return new World(world, world.rules(random, rules));
    }

    RuleClass rules() {
      return decisions -> list;
    }

    CellFinding worst(CellAudit audit) {
      return audit.on(kinds.evidence(), random()).worst(kinds.flat()).orElseThrow();
    }

    /** The greatest sum of absolute cell errors of a rule. */
    double total() {
      double most = 0;
      for (DecisionRule rule : list) {
        double sum = 0;
        for (int a = 0; a < kinds.decisions(); a++) {
          sum += Math.abs(kinds.cell(((Kinds.ByKind) rule).decided(), a));
        }
        most = Math.max(most, sum);
      }
      return most;
    }

    double cell() {
      double most = 0;
      for (DecisionRule rule : list) {
        most = Math.max(most, kinds.greatestCell(((Kinds.ByKind) rule).decided()));
      }
      return most;
    }

    /** The finding's rule and direction have the error and square that it says. */
    void checkWitness(CellFinding finding) {
      int[] decided = ((Kinds.ByKind) finding.rule().orElseThrow()).decided();
      assertThat(kinds.error(finding.direction(), decided))
          .isCloseTo(finding.error(), within(1e-14));
      double square = 0;
      for (int i = 0; i < kinds.size(); i++) {
        double slope = finding.direction().slope(new double[] {i}, decided[i]);
        square += kinds.shares()[i] * slope * slope;
      }
      assertThat(finding.square()).isCloseTo(square, within(1e-14));
    }
  }

  private static UniformRandomProvider random() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(3);
  }

  @Property(tries = 200)
  void allFindTheWorst(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int kinds,
      @ForAll @IntRange(min = 1, max = 4) int decisions,
      @ForAll @IntRange(min = 1, max = 12) int rules) {
    World world = World.of(seed, kinds, decisions, rules);
    CellFinding listed = world.worst(new ListedRules(world.rules()));
    assertThat(listed.error()).isCloseTo(world.total(), within(1e-14));
    assertThat(listed.exact()).isTrue();
    assertThat(listed.searches()).isZero();
    world.checkWitness(listed);

    CellFinding signs = world.worst(new SignPatterns(new Enumeration(world.rules())));
    assertThat(signs.error()).isCloseTo(world.total(), within(1e-14));
    assertThat(signs.exact()).isTrue();
    assertThat(signs.searches()).isEqualTo(1L << decisions);
    world.checkWitness(signs);

    CellFinding cell = world.worst(new SingleCells(new Enumeration(world.rules())));
    assertThat(cell.error()).isCloseTo(world.cell(), within(1e-14));
    assertThat(cell.searches()).isEqualTo(2L * decisions);
    world.checkWitness(cell);

    CellFinding climbed = world.worst(new Alternation(new Enumeration(world.rules()), 3));
    assertThat(climbed.error()).isLessThanOrEqualTo(world.total() + 1e-14);
    assertThat(climbed.exact()).isFalse();
    world.checkWitness(climbed);
  }

  /**
   * From 40 starts of 16 patterns in 30 worlds. A start is at the signs of the worst rule, or their
   * opposite where one is needed, with probability 1/16: then the auditor finds a rule at least as
   * wrong. All 40 miss them in a world with probability (15/16)^40 = 7.6 %; but the seeds are
   * fixed, and the climb finds the worst from other signs too.
   */
  @Test
  void alternationFindsTheWorst() {
    for (long seed = 0; seed < 30; seed++) {
      World world = World.of(seed, 6, 4, 12);
      CellFinding found = world.worst(new Alternation(new Enumeration(world.rules()), 40));
      assertThat(found.error()).isCloseTo(world.total(), within(1e-14));
    }
  }

  /** It ends where no rule is worse by the signs of the one found. */
  @Test
  void alternationClimbs() {
    int reached = 0;
    for (long seed = 0; seed < 100; seed++) {
      World world = World.of(seed, 8, 6, 40);
      CellFinding found = world.worst(new Alternation(new Enumeration(world.rules()), 1));
      reached += found.error() > world.total() - 1e-12 ? 1 : 0;
      assertThat(found.searches()).isGreaterThan(1);
      int[] worst = ((Kinds.ByKind) found.rule().orElseThrow()).decided();
      for (DecisionRule rule : world.list()) {
        double sum = 0;
        for (int a = 0; a < 6; a++) {
          double cell = world.kinds().cell(((Kinds.ByKind) rule).decided(), a);
          sum += world.kinds().cell(worst, a) < 0 ? -cell : cell;
        }
        assertThat(sum).isLessThanOrEqualTo(found.error() + 1e-9);
      }
    }
    assertThat(reached).isGreaterThan(20); // 1 in 32 starts has the signs of the worst rule
  }

  @Test
  void isAsExactAsItsAuditor() {
    Auditor vague = new Vague();
    Auditor exact = new Enumeration(decisions -> List.of());
    assertThat(new SignPatterns(vague).isExact()).isFalse();
    assertThat(new SingleCells(vague).isExact()).isFalse();
    assertThat(new SignPatterns(exact).isExact()).isTrue();
    assertThat(new SingleCells(exact).isExact()).isTrue();
    assertThat(new Alternation(exact, 1).isExact()).isFalse();
    assertThat(World.of(1, 3, 2, 3).worst(new SignPatterns(vague)).exact()).isFalse();
  }

  private record Vague() implements Auditor {
    @Override
    public Search on(Matrix features, int decisions) {
      return costs -> new Kinds.ByKind(new int[features.rows()]);
    }

    @Override
    public boolean isExact() {
      return false;
    }

    @Override
    public double size(Matrix features, int decisions) {
      return 1;
    }
  }

  @Test
  void noRulesAreNeverWrong() {
    Kinds world = Kinds.random(new Random(1), 3, 2);
    RuleClass empty = decisions -> List.of();
    Auditor none = new Enumeration(empty);
    for (CellAudit audit :
        List.of(
            new ListedRules(empty),
            new SignPatterns(none),
            new SingleCells(none),
            new Alternation(none, 2))) {
      assertThat(audit.on(world.evidence(), random()).worst(world.flat())).isEmpty();
    }
  }

  @Test
  void refusesTooManyPatternsAndNoStarts() {
    Kinds many = Kinds.random(new Random(1), 2, 13);
    CellAudit audit = new SignPatterns(new Vague());
    assertThatThrownBy(() -> audit.on(many.evidence(), random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("13")
        .hasMessageContaining("alternate");
    assertThatThrownBy(() -> new Alternation(new Vague(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts");
  }
}
