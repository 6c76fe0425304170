package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Stump;

class EnumerationTest {
  @Test
  void findsTheFirstCheapest() {
    SplittableRandom random = new SplittableRandom(20260661);
    for (int k = 0; k < 300; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 20), 2, 3);
      List<DecisionRule> all = BruteForce.stumps(instance);
      DecisionRule expected = BruteForce.cheapest(all, instance);
      Enumeration auditor = new Enumeration(decisions -> all);
      assertThat(auditor.on(instance.evidence()).cheapest(instance.costs())).isEqualTo(expected);
      assertThat(auditor.on(instance.features(), 3).cheapest(instance.costs())).isEqualTo(expected);
      assertThat(auditor.size(instance.features(), 3)).isEqualTo(all.size());
    }
  }

  @Test
  void rulesThatDoNotFitAreRefused() {
    Instance instance = Instance.of(Matrix.of(1, 1, 0), 2, 0, 0);
    assertThatThrownBy(() -> new Enumeration(k -> List.of()).on(instance.evidence()))
        .hasMessageContaining("there are none");
    DecisionRule elsewhere = new Stump(0, 1, 0, 2); // wrong about nobody here
    assertThatThrownBy(() -> new Enumeration(k -> List.of(elsewhere)).on(instance.evidence()))
        .hasMessageContaining("must be one of the 2 decisions");
    assertThat(new Enumeration(new Constants()).on(instance.evidence()).cheapest(instance.costs()))
        .isEqualTo(new Always(0));
  }
}
