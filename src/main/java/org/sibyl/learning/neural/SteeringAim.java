package org.sibyl.learning.neural;

import java.util.List;
import org.sibyl.prediction.SteeringLoss;

/** What a learned predictor is trained for. */
public enum SteeringAim {
  /** That individuals cooperate. */
  INDIVIDUAL("cooperation", BestBy.COOPERATION, SteeringLoss.Aim.INDIVIDUAL),
  /** That groups succeed. */
  GROUP("success of groups", BestBy.SUCCESS, SteeringLoss.Aim.GROUP),
  /** That forecasts are right, actions taken as given. */
  ACCURACY("accuracy", BestBy.ACCURACY, SteeringLoss.Aim.ACCURACY),
  /** That forecasts are right, where actions move with them. */
  ACCURACY_PERFORMATIVE(
      "accuracy, actions moving", BestBy.ACCURACY, SteeringLoss.Aim.ACCURACY_PERFORMATIVE),
  /** Success of groups and accuracy, by the direction of least norm between both gradients. */
  MULTITASK(
      "success and accuracy", BestBy.PRODUCT, SteeringLoss.Aim.GROUP, SteeringLoss.Aim.ACCURACY);

  private final String words;
  private final BestBy bestBy;
  private final List<SteeringLoss.Aim> losses;

  SteeringAim(String words, BestBy bestBy, SteeringLoss.Aim... losses) {
    this.words = words;
    this.bestBy = bestBy;
    this.losses = List.of(losses);
  }

  /** It in words. */
  String words() {
    return words;
  }

  /** By what its best game is chosen when nothing else is said. */
  public BestBy bestBy() {
    return bestBy;
  }

  /** The losses that are differentiated, one or two. */
  List<SteeringLoss.Aim> losses() {
    return losses;
  }
}
