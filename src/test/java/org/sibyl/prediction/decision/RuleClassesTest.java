package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleClassesTest {
  private static final List<Double> CUTS = List.of(1.0, 2.0, 3.0);

  /** A class, for so many decisions, and its size as counted by hand. */
  record Counted(RuleClass rules, int decisions, int size) {}

  static Stream<Counted> counted() {
    RuleClass bands = EarlyWarning.rules();
    RuleClass both = new Stumps(List.of(0, 1), CUTS);
    RuleClass cells = new Tables(List.of(0, 1), List.of(List.of(0.0, 1.0), List.of(0.0, 1.0, 2.0)));
    return Stream.of(
        new Counted(new Constants(), 3, 3),
        new Counted(bands, 3, 27), // 3 constants, 6 ordered pairs times 4 cuts
        new Counted(bands, 1, 1),
        new Counted(both, 2, 2 + 2 * 2 * 3),
        // of one band: a, b, c with neighbours that differ, 3 * 2 * 2, times 6 pairs of cuts
        new Counted(new StumpPairs(List.of(1), List.of(1.0, 2.0, 3.0, 4.0)), 3, 27 + 6 * 12),
        // two stumps of two features: of 16 tables 4 do not need the first, 4 not the second, 2
        // none
        new Counted(
            new StumpPairs(List.of(0, 1), CUTS), 2, 2 + 12 + 2 * 3 * 2 + 9 * (16 - 4 - 4 + 2)),
        new Counted(cells, 2, 64),
        new Counted(cells, 3, 729),
        new Counted(
            new Listed(List.of(new Always(1), new Stump(0, 1, 0, 1), new Always(1))), 2, 2));
  }

  @ParameterizedTest
  @MethodSource("counted")
  void rulesAreCountedAndEachDecidesDifferently(Counted counted) {
    List<DecisionRule> rules = counted.rules().rules(counted.decisions());
    assertThat(rules).hasSize(counted.size()).doesNotHaveDuplicates();
    assertThat(counted.rules().size(counted.decisions())).isEqualTo(counted.size());
    assertThat(counted.rules().complexityId()).isEqualTo(counted.rules().toString());
    Set<List<Integer>> decided = new HashSet<>();
    for (DecisionRule rule : rules) {
      rule.check(counted.decisions(), 2);
      List<Integer> everywhere = everywhere(rule);
      assertThat(everywhere).allMatch(decision -> decision < counted.decisions());
      assertThat(decided.add(everywhere)).as(rule.toString()).isTrue();
    }
  }

  /** What a rule decides about people on, between and beyond all cuts and values used here. */
  private static List<Integer> everywhere(DecisionRule rule) {
    return IntStream.range(0, 100)
        .map(i -> rule.decide(new double[] {(i / 10) / 2.0, (i % 10) / 2.0}))
        .boxed()
        .toList();
  }

  @Test
  void pairsOfStumpsAreAllRulesOfTwoCuts() {
    Set<List<Integer>> listed = new HashSet<>();
    new StumpPairs(List.of(0, 1), List.of(1.0)).rules(3).forEach(h -> listed.add(everywhere(h)));
    Set<List<Integer>> all = new HashSet<>();
    for (int code = 0; code < 81; code++) {
      int[] table = {code % 3, code / 3 % 3, code / 9 % 3, code / 27};
      all.add(everywhere(rule(table)));
    }
    assertThat(listed).isEqualTo(all).hasSize(81);
  }

  private static DecisionRule rule(int... table) {
    return new DecisionRule() {
      @Override
      public int decide(double[] features) {
        return table[(features[0] >= 1 ? 2 : 0) + (features[1] >= 1 ? 1 : 0)];
      }

      @Override
      public void check(int decisions, int features) {
        // fits
      }
    };
  }

  @Test
  void cutsBelongAbove() {
    DecisionRule stump = new Stump(1, 3, 1, 2);
    assertThat(decided(stump, 0, 2.999)).isEqualTo(1);
    assertThat(decided(stump, 5, 3)).isEqualTo(2);
    DecisionRule two = new TwoCuts(0, 1, 1, 2, 0, 1, 2, 3);
    assertThat(decided(two, 0.9, 1.9)).isEqualTo(0);
    assertThat(decided(two, 1, 1.9)).isEqualTo(1);
    assertThat(decided(two, 0.9, 2)).isEqualTo(2);
    assertThat(decided(two, 1, 2)).isEqualTo(3);
  }

  @Test
  void aWrittenRuleDecidesAboutEveryone() {
    DecisionRule lookup =
        new Lookup(
            List.of(1, 0),
            List.of(List.of(0.0, 2.0), List.of(-1.0, 1.0, 5.0)),
            List.of(0, 1, 2, 3, 4, 5));
    assertThat(decided(lookup, -1, 0)).isEqualTo(0);
    assertThat(decided(lookup, 5, 0)).isEqualTo(2);
    assertThat(decided(lookup, 1, 2)).isEqualTo(4);
    assertThat(decided(lookup, 4.9, 1.9)).isEqualTo(1);
    assertThat(decided(lookup, -7, 99)).isEqualTo(3);
    assertThat(decided(lookup, Double.NaN, 0)).isEqualTo(0);
  }

  private static int decided(DecisionRule rule, double... features) {
    return rule.decide(features);
  }

  @Test
  void classesThatAreTooLargeAreNotListed() {
    List<Double> ten = IntStream.range(0, 10).mapToObj(i -> (double) i).toList();
    Tables tables = new Tables(List.of(0, 1), List.of(ten, ten));
    assertThat(tables.size(3)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> tables.rules(3))
        .hasMessageStartingWith("rules: 9223372036854775807 must be at most 100000 to be listed")
        .hasMessageContaining("Give fewer values");
    StumpPairs pairs = new StumpPairs(List.of(0, 1, 2, 3), ten);
    assertThat(pairs.size(5)).isEqualTo(5 + 20 * 40 + 4 * 45 * 80 + 6 * 100 * (625 - 50 + 5));
    assertThatThrownBy(() -> pairs.rules(5))
        .hasMessageStartingWith("rules: 363205 must be at most 100000 to be listed");
  }

  @Test
  void wrongRulesAreRefused() {
    assertThatThrownBy(() -> new Always(3).check(3, 0))
        .hasMessageStartingWith("decision: 3 must be one of the 3 decisions");
    assertThatThrownBy(() -> new Stump(2, 0, 0, 1).check(2, 2))
        .hasMessageStartingWith("feature: 2 must be one of the 2 features");
    assertThatThrownBy(() -> new Stump(0, 0, 0, 2).check(2, 2))
        .hasMessageStartingWith("from: 2 must be one of the 2 decisions");
    assertThatThrownBy(() -> new TwoCuts(0, 0, 1, 0, 0, 0, 2, 0).check(2, 2))
        .hasMessageStartingWith("only-second: 2 must be one of the 2 decisions");
    assertThatThrownBy(() -> new TwoCuts(0, 0, 2, 0, 0, 0, 0, 0).check(2, 2))
        .hasMessageStartingWith("second: 2 must be one of the 2 features");
    List<List<Double>> values = List.of(List.of(0.0, 1.0));
    assertThatThrownBy(() -> new Lookup(List.of(0), values, List.of(0, 2)).check(2, 2))
        .hasMessageStartingWith("decisions[1]: 2 must be one of the 2 decisions");
    assertThatThrownBy(() -> new Lookup(List.of(4), values, List.of(0, 1)).check(2, 2))
        .hasMessageStartingWith("features[0]: 4 must be one of the 2 features");
    assertThatThrownBy(() -> new Lookup(List.of(0), values, List.of(0)))
        .hasMessageStartingWith("decisions: 1 must be 2, one for each combination");
    assertThatThrownBy(() -> new Stumps(List.of(0, 0), CUTS))
        .hasMessageStartingWith("features[1]: 0 must be given only once");
    assertThatThrownBy(() -> new Stumps(List.of(0), List.of(2.0, 1.0)))
        .hasMessageStartingWith("cuts[1]: 1.0 must ascend");
    assertThatThrownBy(() -> new Stumps(List.of(0), Arrays.asList(1.0, Double.NaN)))
        .hasMessageStartingWith("cuts[1]: NaN must lie in (-inf, inf)");
    assertThatThrownBy(() -> new Tables(List.of(0, 1), values))
        .hasMessageStartingWith("values: has 1 values");
    assertThatThrownBy(() -> new Listed(List.of()))
        .hasMessageStartingWith("rules: 0 must be at least 1");
  }
}
