package org.sibyl.experiment.reproduction;

import org.sibyl.prediction.Loss;

/** A loss times 1.05. */
record LossTooHigh(Loss sound) implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    return 1.05 * sound.value(prediction, outcome);
  }

  @Override
  public double slope(double prediction, double outcome) {
    return 1.05 * sound.slope(prediction, outcome);
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return 1.05 * sound.curvature(prediction, outcome);
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return 1.05 * sound.outcomeSlope(prediction, outcome);
  }

  @Override
  public Expansion expansion(double prediction, double outcome) {
    return new Expansion(
        value(prediction, outcome), slope(prediction, outcome), curvature(prediction, outcome));
  }
}
