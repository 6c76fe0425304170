package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced of performative risk control. */
public final class RiskControlReproductions {
  /** All, experiments before what is behind them. */
  public static final List<Reproduction> ALL =
      List.of(
          new ExpectedRisk(),
          new TailRisk(),
          new WidthTable(),
          new FailureFrequency(),
          new RiskPaths(),
          new DemandForecasts());

  private RiskControlReproductions() {}
}
