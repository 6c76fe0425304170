package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** How the cohorts of a trajectory are drawn from a pool. */
enum Sampling {
  /** New ones in every round, without replacement, as the survey fresh-sample. */
  FRESH {
    @Override
    BitSet cohort(Pool pool, int size, int round, Randomness randomness) {
      return chosen(pool, size, randomness.at(Draw.SURVEY, round));
    }
  },
  /** The same ones in every round, as appendix B.1 words it. */
  FIXED {
    @Override
    BitSet cohort(Pool pool, int size, int round, Randomness randomness) {
      return chosen(pool, size, randomness.at(Draw.SURVEY, 0));
    }
  },
  /** All but those of a draw with replacement, anew in every round, as the published code. */
  COMPLEMENT {
    @Override
    BitSet cohort(Pool pool, int size, int round, Randomness randomness) {
      UniformRandomProvider random = randomness.at(Draw.SURVEY, round);
      int[] drawn = IntStream.generate(() -> random.nextInt(pool.size())).limit(size).toArray();
      return pool.cohort(drawn, true);
    }
  };

  /** The people of a round's cohort. */
  abstract BitSet cohort(Pool pool, int size, int round, Randomness randomness);

  private static BitSet chosen(Pool pool, int size, UniformRandomProvider random) {
    return pool.cohort(new PermutationSampler(random, pool.size(), size).sample(), false);
  }
}
