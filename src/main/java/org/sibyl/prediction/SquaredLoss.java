package org.sibyl.prediction;

/** The squared difference of prediction and outcome. */
public record SquaredLoss() implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    return (prediction - outcome) * (prediction - outcome);
  }
}
