package org.sibyl.experiment.reproduction.learned;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced of learned predictors in collective risk dilemmas. */
public final class LearnedReproductions {
  /** All, the one that takes seconds first. */
  public static final List<Reproduction> ALL =
      List.of(
          new Trajectories(Trajectories.GAMES),
          new TradeOff(),
          Architectures.figure8(),
          Frames.figure11(),
          Architectures.figure14(),
          new Ablations(),
          new MovingLabels());

  private LearnedReproductions() {}

  /**
   * Short forms, for which a build has time: the first games from stated weights, and the frames of
   * Figure 11 after as few games. The latter's success is not that of a training.
   */
  public static List<Reproduction> after(int games) {
    return List.of(new Trajectories(games), new Frames(games));
  }
}
