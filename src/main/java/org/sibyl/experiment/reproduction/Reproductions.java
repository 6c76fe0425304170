package org.sibyl.experiment.reproduction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sibyl.experiment.reproduction.credit.CreditReproductions;
import org.sibyl.experiment.reproduction.learned.LearnedReproductions;
import org.sibyl.experiment.reproduction.omniprediction.OmnipredictionReproductions;
import org.sibyl.experiment.reproduction.performative.PerformativeReproductions;
import org.sibyl.experiment.reproduction.riskcontrol.RiskControlReproductions;

/** Everything that {@code sibyl reproduce} can reproduce. To add one, write it and add a line. */
public final class Reproductions {
  /** All, paper by paper. */
  public static final List<Reproduction> ALL =
      Stream.of(
              List.of(
                  new CompleteRetraining(),
                  ForecastTable.figure1(),
                  ForecastTable.figure2(),
                  new ScaleFreeRetraining(),
                  new InnateBeliefs(false),
                  new InnateBeliefs(true),
                  ChainSteering.figure6(),
                  new Impossibility(),
                  new CooperatorHistogram(),
                  ChainSteering.figure13(),
                  new Propositions(),
                  new AnarchyPrice(),
                  new StochasticMean()),
              CreditReproductions.ALL,
              PerformativeReproductions.ALL,
              RiskControlReproductions.ALL,
              OmnipredictionReproductions.ALL,
              LearnedReproductions.ALL)
          .flatMap(List::stream)
          .toList();

  private Reproductions() {}

  /** The one of this name. */
  public static Optional<Reproduction> named(String name) {
    return ALL.stream().filter(reproduction -> reproduction.name().equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return ALL.stream().map(Reproduction::name).toList();
  }
}
