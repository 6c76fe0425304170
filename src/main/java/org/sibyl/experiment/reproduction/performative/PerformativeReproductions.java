package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced on problems with closed forms. */
public final class PerformativeReproductions {
  /** All, problems before methods. */
  public static final List<Reproduction> ALL =
      List.of(
          new NonlinearPrices(),
          new MixtureOfDemands(),
          new Pricing(),
          new Regression(),
          new StatefulCredit(),
          new GeometricDecay(),
          new TwoStages(),
          new DerivativeFreeSearch(),
          new MisspecifiedPlugIn(),
          new RiskBounds(),
          new Regrets(),
          new Markets());

  private PerformativeReproductions() {}
}
