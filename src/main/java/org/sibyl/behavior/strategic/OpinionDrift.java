package org.sibyl.behavior.strategic;

import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;

/**
 * Opinions, the first feature, on a network with a platform (Friedkin and Johnsen 1990, with
 * predictions as a further influence): a person goes to (1 - susceptibility) (stubbornness x0 + (1
 * - stubbornness) mean of neighbors) + susceptibility * what the model predicts of it. Who has no
 * neighbors listens to itself instead. It takes a carryover that keeps features.
 *
 * @param susceptibility weight of the prediction, in [0, 1]
 * @param stubbornness weight of the base opinion in what remains, in [0, 1]
 */
@About(
    value = "opinions follow the base opinion, the neighbors and what the platform predicts",
    source = "Friedkin and Johnsen 1990")
public record OpinionDrift(
    @Parameter(value = "weight of the prediction", range = "[0, 1]") double susceptibility,
    @Parameter(value = "weight of the base opinion in what remains", range = "[0, 1]")
        double stubbornness)
    implements FeatureResponse {
  public OpinionDrift {
    Check.probability("susceptibility", susceptibility);
    Check.probability("stubbornness", stubbornness);
  }

  @Override
  public Mover mover(Situation situation) {
    Scores scores = new Scores(situation.parametric());
    Matrix base = situation.population().baseFeatures();
    Matrix shown = situation.population().features();
    Network network = situation.network();
    return (individual, x) -> {
      double innate = base.get(individual, 0);
      double others = network.degree(individual) == 0 ? x[0] : mean(network, individual, shown);
      double own = stubbornness * innate + (1 - stubbornness) * others;
      x[0] = (1 - susceptibility) * own + susceptibility * scores.of(x);
    };
  }

  private static double mean(Network network, int individual, Matrix shown) {
    int degree = network.degree(individual);
    double sum = 0;
    for (int at = 0; at < degree; at++) {
      sum += shown.get(network.neighbor(individual, at), 0);
    }
    return sum / degree;
  }
}
