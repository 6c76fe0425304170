package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced of outcome performativity and performative omniprediction. */
public final class OmnipredictionReproductions {
  /** All, from the worked example to what breaks the guarantees. */
  public static final List<Reproduction> ALL =
      List.of(
          new ProductWorld(),
          new SchoolLosses(),
          FiniteSample.uniform(),
          new Propensities(),
          new SampleTable(),
          new EvaluationCost(),
          new WeightedPeople(),
          new DeployingAll(),
          new Interference(),
          new OracleCalls(),
          new AllLosses());

  private OmnipredictionReproductions() {}
}
