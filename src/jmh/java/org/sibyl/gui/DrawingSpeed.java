package org.sibyl.gui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;

/**
 * Rounds a second with every window open and every round drawn. It needs a screen: {@code xvfb-run
 * -s "-screen 0 1400x1000x24" mvn -B -ntp -Pbenchmark verify -Dharness=org.sibyl.gui.DrawingSpeed
 * -Dbenchmarks=1000,20000}.
 */
final class DrawingSpeed {
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 200;

  private DrawingSpeed() {}

  /** Sizes of populations, separated by commas. */
  public static void main(String[] arguments) {
    for (String size : arguments[0].split(",", -1)) {
      measure(scenario(Integer.parseInt(size)));
    }
    System.exit(0);
  }

  private static LoadedScenario scenario(int size) {
    String text =
        """
        name: drawing speed
        rounds: 100000
        population: { size: %d, innate-belief: 0.7, trust: 0.9 }
        network: { type: watts-strogatz, neighbors: 4, rewiring: 0.1 }
        behavior: { type: pivotal-cooperation }
        trust: { type: bayesian }
        outcome: { type: collective-risk, risk-of-loss: 0.7, contribution-cost: 0.1, group-threshold: 3/5, disaster: drawn }
        learning: { type: repeated-risk-minimization, initial: { type: random-binary, law: uniform } }
        metrics: [cooperation, group-success, accuracy, mean-trust, welfare, action-shift]
        """
            .formatted(size);
    return ScenarioReader.parse("drawing speed", text, Path.of(""), List.of());
  }

  /** Nanoseconds of all processors so far: on a busy machine more telling than the clock. */
  private static long worked() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void measure(LoadedScenario scenario) {
    long opening = System.nanoTime();
    Desk desk = Desk.open(scenario, () -> {});
    double opened = (System.nanoTime() - opening) / 1e9;
    desk.network().stage().settled().join();
    double settled = (System.nanoTime() - opening) / 1e9;
    desk.play(WARM_UP);
    long drawnBefore = desk.network().drawn();
    long start = System.nanoTime();
    long worked = worked();
    desk.play(WARM_UP + ROUNDS);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,9d individuals: opened in %.1f s, arranged after %.1f s; %.1f rounds a second, %.1f"
            + " pictures of the network a second; %.1f ms of processor time a round%n",
        scenario.scenario().size(),
        opened,
        settled,
        ROUNDS / seconds,
        (desk.network().drawn() - drawnBefore) / seconds,
        (worked() - worked) / 1e6 / ROUNDS);
    desk.close();
  }
}
