package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.SteeringAim;

/**
 * Prints how long the published MLP takes for 200 games of 20 rounds among 20 agents, play,
 * derivative, backward pass and Adam together: {@code mvn -B -ntp -Pbenchmark verify
 * -Dharness=org.sibyl.experiment.reproduction.learned.TrainingSpeed}.
 */
public final class TrainingSpeed {
  private static final int TRAININGS = 3;

  private TrainingSpeed() {}

  /** Measures; takes half a minute. */
  public static void main(String[] arguments) {
    for (int training = 0; training < TRAININGS; training++) {
      List<Long> ends = new ArrayList<>();
      long start = System.nanoTime();
      Course.mlp(SteeringAim.GROUP, 0.5, training)
          .play(Workbench.sound(false), Course.GAMES, game -> ends.add(System.nanoTime()));
      double whole = (ends.get(ends.size() - 1) - start) / 1e9;
      double later = (ends.get(ends.size() - 1) - ends.get(ends.size() / 2 - 1)) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "training %d: %d games in %.2f s; %.1f ms each in the second half%n",
          training + 1,
          ends.size(),
          whole,
          later / (ends.size() / 2.0));
    }
  }
}
