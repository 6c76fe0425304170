package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * A loss times the weight of the person: its mean is that of the loss over other people (Kim and
 * Perdomo 2023, section 3.3). Best decisions are taken by the loss itself, so that people of weight
 * 0 are decided about as well.
 *
 * @param weight of people, with mean 1
 * @param loss that is weighted
 */
@About(
    value = "a loss times the weight of the person",
    source = "Kim and Perdomo 2023, section 3.3")
public record Weighted(
    @Parameter("the weight of people") ImportanceWeight weight,
    @Parameter("the loss that is weighted") DecisionLoss loss)
    implements DecisionLoss {
  public Weighted {
    Places.greatest(weight.max() * loss.max());
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    return weight.of(features) * loss.value(features, decision, outcome);
  }

  @Override
  public double max() {
    return weight.max() * loss.max();
  }

  @Override
  public boolean isInputOblivious() {
    return weight instanceof Everyone && loss.isInputOblivious();
  }

  @Override
  public DecisionLoss base() {
    return loss.base();
  }

  @Override
  public void check(int decisions, int features) {
    weight.check(features);
    loss.check(decisions, features);
  }
}
