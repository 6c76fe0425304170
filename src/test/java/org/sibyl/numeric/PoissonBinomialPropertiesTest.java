package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

/** What holds for every law, whatever the probabilities. */
class PoissonBinomialPropertiesTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Property(seed = "20260101", tries = 200)
  void sumsToOne(@ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> p) {
    double[] law = PoissonBinomial.of(array(p)).probabilities();
    assertThat(law).hasSize(p.size() + 1);
    double sum = 0;
    double mean = 0;
    for (int k = 0; k < law.length; k++) {
      sum += law[k];
      mean += k * law[k];
    }
    assertThat(sum).isCloseTo(1, CLOSE);
    assertThat(mean).isCloseTo(p.stream().mapToDouble(x -> x).sum(), within(1e-11));
  }

  @Property(seed = "20260102", tries = 200)
  void orderDoesNotMatter(
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> p, @ForAll long shuffle) {
    List<Double> other = new ArrayList<>(p);
    Collections.shuffle(other, new Random(shuffle));
    assertThat(PoissonBinomial.of(array(other)).probabilities())
        .containsExactly(PoissonBinomial.of(array(p)).probabilities(), CLOSE);
  }

  @Property(seed = "20260103", tries = 200)
  void failuresAreSuccessesMirrored(
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> p) {
    double[] law = PoissonBinomial.of(array(p)).probabilities();
    double[] mirrored =
        PoissonBinomial.of(p.stream().mapToDouble(x -> 1 - x).toArray()).probabilities();
    for (int k = 0; k < law.length; k++) {
      assertThat(mirrored[p.size() - k]).isCloseTo(law[k], CLOSE);
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(x -> x).toArray();
  }
}
