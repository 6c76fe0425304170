package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginesTest {
  @Test
  void anUnknownEngineIsToldTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.open("slurm", 1, Optional.empty()))
        .withMessage("--engine 'slurm': must be one of local, spark.");
  }

  @Test
  void sparkNeedsAMaster() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.open("spark", 1, Optional.empty()))
        .withMessageContaining("no cluster is named. Add --master");
  }

  @Test
  void aMasterWithoutAPortIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.open("spark", 1, Optional.of("spark://host")))
        .withMessage(
            "--master spark://host: must be spark://host:port, for instance spark://host:7077.");
  }

  @Test
  void aMasterThatIsNoAddressIsAFailureInOneLine() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> Engines.open("spark", 1, Optional.of("cluster")))
        .withMessageStartingWith("--master cluster: ")
        .withMessageNotContaining("\n");
  }
}
