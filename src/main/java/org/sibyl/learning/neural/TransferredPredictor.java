package org.sibyl.learning.neural;

import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Unchanging;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.UsesRandomness;

/**
 * A predictor that was trained in another run, deployed as it is: on other people, another network
 * or another game. An MLP does for the number of individuals it was trained with only, a graph
 * network without a head for any.
 *
 * @param file that the other run has left
 * @param dropout whether units are dropped, as the published code never ceases to
 */
@About("a trained predictor from a file, deployed as it is")
public record TransferredPredictor(
    @Parameter("the file that a run of learned-predictor has left, relative to the scenario")
        SavedNetwork file,
    @Parameter(value = "whether units are dropped, as published", byDefault = "false")
        boolean dropout)
    implements Algorithm, UsesRandomness {

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return new Unchanging(
        new NeuralForecast(
            file.architecture(),
            file.weightsFor(beginning.size()),
            beginning.network(),
            dropout ? OptionalLong.of(random.nextLong()) : OptionalLong.empty()));
  }

  @Override
  public List<Draw> draws() {
    return dropout ? List.of(Draw.LEARNER) : List.of();
  }
}
