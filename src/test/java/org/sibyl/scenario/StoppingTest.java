package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Workers;
import org.sibyl.simulation.FreshSample;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;
import org.sibyl.simulation.screening.AcceptedOnly;

/** A world that repeats will go on repeating only where rounds draw nothing. */
class StoppingTest {
  @Test
  void retrainingStopsWhenTheWorldRepeats() {
    assertThat(ContractScenario.plain().stopping()).isEqualTo(Stop.STABLE);
    assertThat(ContractScenario.with(Catalog.LEARNING, "none").read().stopping())
        .isEqualTo(Stop.HORIZON);
  }

  /** Who was sampled had done as forecast, so nothing changed; in the next round it does. */
  @Test
  void aSampleThatTeachesNothingIsNoEnd() {
    Scenario scenario = sampled().read();
    World world = scenario.world(0);
    int still = 0;
    int movedAfterStill = 0;
    boolean stood = false;
    for (int k = 0; k < 200; k++) {
      Round round = scenario.dynamics(0, Workers.serial()).play(world);
      boolean stands = round.after().sameState(world);
      still += stands ? 1 : 0;
      movedAfterStill += stood && !stands ? 1 : 0;
      stood = stands;
      world = round.after();
    }
    assertThat(still).isPositive();
    assertThat(movedAfterStill).isPositive();
    assertThat(scenario.stopping()).isEqualTo(Stop.HORIZON);
  }

  @Test
  void drawnPayoffsAreSampledToTheHorizon() {
    String drawn =
        "{type: collective-risk, risk-of-loss: 0.4, contribution-cost: 0.2,"
            + " group-threshold: 0.5, disaster: drawn}";
    assertThat(
            ContractScenario.with(Catalog.TRUST, "fixed").and("outcome", drawn).read().stopping())
        .isEqualTo(Stop.HORIZON);
  }

  /** A part that draws nothing itself is noisy where one within it is. */
  @Test
  void noiseWithinAnotherPartCounts() {
    assertThat(Draws.within(new AcceptedOnly(new WholePopulation()))).isEmpty();
    assertThat(Draws.within(new AcceptedOnly(new FreshSample(2)))).containsExactly(Draw.SURVEY);
    assertThat(trusting("{type: strategic-features, sensitivity: 0.5}").stopping())
        .isEqualTo(Stop.STABLE);
    assertThat(
            trusting(
                    "{type: noisy-response, temperature: 1,"
                        + " of: {type: strategic-features, sensitivity: 0.5}}")
                .stopping())
        .isEqualTo(Stop.HORIZON);
  }

  private static Scenario trusting(String response) {
    return SampleScenario.read(
        SampleScenario.TASK, Path.of(""), "behavior={type: trusting, of: " + response + "}");
  }

  @Test
  void whoAsksToStopInSpiteOfNoiseIsWarned() {
    Scenario asked = sampled().and("stop", "stable").read();
    assertThat(asked.stopping()).isEqualTo(Stop.STABLE);
    assertThat(asked.warnings()).anyMatch(warning -> warning.startsWith("stop"));
    assertThat(ContractScenario.plain().warnings()).isEmpty();
  }

  private static ContractScenario sampled() {
    return ContractScenario.with(Catalog.SURVEY, "fresh-sample").and("trust", "{type: fixed}");
  }
}
