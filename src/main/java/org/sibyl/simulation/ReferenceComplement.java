package org.sibyl.simulation;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/**
 * In each round individuals are drawn with replacement, and all others are observed: what the
 * published code of Li et al. 2025 does, where those who are drawn are the test sample. For
 * comparison with its numbers; the cohort is larger than the sample that its width is for.
 *
 * @param drawn how many times somebody is drawn, not to be observed
 */
@About(
    value = "in each round, all but those who are drawn with replacement",
    source = "published code of Li et al. 2025",
    draws = Draw.SURVEY)
public record ReferenceComplement(
    @Parameter(
            value = "how many times somebody is drawn, not to be observed",
            unit = "draws",
            range = "[1, inf)")
        int drawn)
    implements Survey {
  public ReferenceComplement {
    Check.atLeast("drawn", drawn, 1);
  }

  @Override
  public Cohort observe(
      Deployment deployment, Response response, Outcomes outcomes, Randomness random) {
    int size = outcomes.labels().size();
    boolean[] out = new boolean[size];
    UniformRandomProvider stream = random.at(Draw.SURVEY, deployment.round());
    for (int k = 0; k < drawn; k++) {
      out[stream.nextInt(size)] = true;
    }
    int[] others = IntStream.range(0, size).filter(i -> !out[i]).toArray();
    if (others.length == 0) {
      throw Check.invalid(
          "drawn", Integer.toString(drawn), "leaves none of " + size + " people to observe");
    }
    return Observed.cohort(others, deployment, response, outcomes);
  }
}
