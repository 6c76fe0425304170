package org.sibyl.behavior.screening;

import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;

/**
 * People learn from each other how to move: somebody responds as another response says, from base
 * features, when it is a pioneer or at least so many of its neighbors had moved last round; else it
 * shows its base (mechanism M5; a threshold model as of Granovetter 1978). Who had moved is
 * remembered by the features it showed, so this takes a carryover that keeps them.
 *
 * @param neighbors how many must have moved, at least 1
 * @param pioneers probability, in [0, 1], of being one who needs no example; drawn once
 * @param of how people respond who know how
 */
@About(
    value = "responds as another response does once enough neighbors have; pioneers begin",
    source = "Granovetter 1978, Threshold models of collective behavior",
    draws = Draw.FEATURES)
public record FollowingPeers(
    @Parameter(
            value = "how many neighbors must have moved last round",
            unit = "individuals",
            range = "[1, inf)",
            byDefault = "1")
        int neighbors,
    @Parameter(value = "share of people who need no example", range = "[0, 1]", byDefault = "0.05")
        double pioneers,
    @Parameter(
            value = "how people respond who know how, from base features",
            byDefault = "{type: within-reach}")
        FeatureResponse of)
    implements FeatureResponse {
  public FollowingPeers {
    Check.atLeast("neighbors", neighbors, 1);
    Check.probability("pioneers", pioneers);
  }

  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.moverFromBase(situation);
    Matrix base = situation.population().baseFeatures();
    return (individual, x) -> {
      if (isPioneer(individual, situation) || moved(individual, situation) >= neighbors) {
        inner.move(individual, x);
      } else {
        base.copyRow(individual, x);
      }
    };
  }

  boolean isPioneer(int individual, Situation situation) {
    return Trait.PIONEER.uniform(individual, situation) < pioneers;
  }

  /** How many neighbors showed something else than their base last round. */
  private static int moved(int individual, Situation situation) {
    Network network = situation.network();
    Matrix shown = situation.population().features();
    Matrix base = situation.population().baseFeatures();
    int count = 0;
    for (int at = 0; at < network.degree(individual); at++) {
      int neighbor = network.neighbor(individual, at);
      for (int k = 0; k < base.columns(); k++) {
        if (shown.get(neighbor, k) != base.get(neighbor, k)) {
          count++;
          break;
        }
      }
    }
    return count;
  }
}
