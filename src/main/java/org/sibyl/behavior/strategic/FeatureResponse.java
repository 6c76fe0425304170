package org.sibyl.behavior.strategic;

import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Matrix;

/**
 * A response by moving one's features. It says where an individual would go; others modulate it by
 * trust, by inertia, by imitation.
 */
public interface FeatureResponse extends ResponseModel {
  /** Where individuals go in this situation. */
  Mover mover(Situation situation);

  /** Where individuals go when they set out from their base features, wherever they stand. */
  default Mover moverFromBase(Situation situation) {
    Mover mover = mover(situation);
    Matrix base = situation.population().baseFeatures();
    return (individual, features) -> {
      base.copyRow(individual, features);
      mover.move(individual, features);
    };
  }

  @Override
  default void respond(int individual, Situation situation, Response.Builder own) {
    in(situation).respond(individual, own);
  }

  /** Individuals set out from the features they have: what a carryover kept adds up. */
  @Override
  default Responder in(Situation situation) {
    Mover mover = mover(situation);
    Matrix shown = situation.population().features();
    double[] features = new double[shown.columns()];
    return (individual, own) -> {
      shown.copyRow(individual, features);
      mover.move(individual, features);
      for (int k = 0; k < features.length; k++) {
        own.show(k, features[k]);
      }
    };
  }
}
