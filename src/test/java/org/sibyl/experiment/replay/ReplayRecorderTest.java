package org.sibyl.experiment.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.behavior.Response;
import org.sibyl.experiment.Trial;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.simulation.Round;

/** What is kept of rounds in which people change their features. */
class ReplayRecorderTest {
  @TempDir private Path folder;

  /** Rounds of four individuals, who come with the features 2 and show 10 instead. */
  private JsonNode recorded(int rounds) throws IOException {
    Path file = Files.writeString(folder.resolve("sample.yaml"), SampleScenario.TEXT);
    LoadedScenario loaded = ScenarioReader.read(file, List.of("stop=horizon", "rounds=" + rounds));
    ReplayRecorder recorder = new ReplayRecorder(0);
    Trial.play(loaded, 0, Workers.serial(), round -> recorder.observe(moved(round)));
    return recorder.finish().orElseThrow();
  }

  private static Round moved(Round round) {
    return new Round(
        round.before(),
        round.deployment(),
        new Response(round.response().actions(), Matrix.of(4, 1, 10, 10, 10, 10)),
        round.outcomes(),
        round.revised(),
        round.cohort(),
        round.after());
  }

  @Test
  void featuresBeforeAndAfterTheResponseAreToldApart() throws IOException {
    JsonNode all = recorded(1).path("distributions");
    JsonNode feature = all.get(all.size() - 1);
    assertThat(feature.path("name").asText()).isEqualTo("feature last action");
    assertThat(value(feature, 0)).isEqualTo("before 2.0");
    assertThat(value(feature, 1)).isEqualTo("after 10.0");
    assertThat(value(feature, 2)).isEqualTo("base 2.0");
  }

  /** The lower end of the one bin that everyone is in. */
  private static String value(JsonNode distribution, int number) {
    JsonNode curve = distribution.path("curves").get(number);
    byte[] shares = Base64.getDecoder().decode(curve.path("shares").asText());
    for (int bin = 0; 2 * bin < shares.length; bin++) {
      if (shares[2 * bin] == -1 && shares[2 * bin + 1] == -1) {
        double low =
            distribution.path("from").asDouble() + bin * distribution.path("width").asDouble();
        return curve.path("name").asText() + " " + low;
      }
    }
    throw new AssertionError("not everyone is in one bin: " + curve);
  }

  @Test
  void nothingIsKeptOfNoRounds() {
    assertThat(new ReplayRecorder(0).finish()).isEmpty();
  }
}
