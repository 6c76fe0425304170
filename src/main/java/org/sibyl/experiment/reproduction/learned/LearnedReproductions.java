package org.sibyl.experiment.reproduction.learned;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced of learned predictors in collective risk dilemmas. */
public final class LearnedReproductions {
  /** All, the one that takes seconds first. */
  public static final List<Reproduction> ALL =
      List.of(
          new Trajectories(),
          new TradeOff(),
          Architectures.figure8(),
          Frames.figure11(),
          Architectures.figure14(),
          new Ablations(),
          new MovingLabels());

  private LearnedReproductions() {}

  /** The frames of Figure 11 after so few games that a build has time for them. */
  public static Reproduction framesAfter(int games) {
    return new Frames(games);
  }
}
