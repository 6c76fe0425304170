package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.ShiftGradient;

/**
 * People are drawn along by their neighbors: to where another response leads from the base they add
 * a weight times the mean of what their neighbors showed last round; who has no neighbors adds
 * nothing. Where features are kept and the model stays, they settle at (I - weight W)^-1 (x0 - A
 * theta): the network makes the response up to 1 / (1 - weight) times as sensitive.
 *
 * @param weight of neighbors, in (-1, 1)
 * @param features the features that are imitated, from 0; left out, all but a last one that is 1
 *     for everyone
 * @param of where people would go without neighbors
 */
@About("adds to another response a weight times the mean of what neighbors showed last round")
public record Imitation(
    @Parameter(value = "weight of the neighbors' mean", range = "(-1, 1)") double weight,
    @Parameter(
            "the features that are imitated, from 0; left out, all but a last one that is 1 for"
                + " everyone")
        Optional<List<Integer>> features,
    @Parameter("where people would go without neighbors, from base features") FeatureResponse of)
    implements FeatureResponse, Shifting {
  private static final Range CONTRACTING = Range.parse("(-1, 1)");

  public Imitation {
    Check.within("weight", weight, CONTRACTING);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.moverFromBase(situation);
    Network network = situation.network();
    Matrix shown = situation.population().features();
    int[] imitated = Movable.of(features, situation.population().baseFeatures());
    return (individual, x) -> {
      inner.move(individual, x);
      int degree = network.degree(individual);
      for (int k : imitated) {
        double sum = 0;
        for (int at = 0; at < degree; at++) {
          sum += shown.get(network.neighbor(individual, at), k);
        }
        x[k] += degree == 0 ? 0 : weight * (sum / degree);
      }
    };
  }

  /** What neighbors showed last round does not depend on the model of this one. */
  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return Shifting.of(of, situation);
  }
}
