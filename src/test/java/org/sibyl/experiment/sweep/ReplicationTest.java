package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** How many replicates a cell gets. */
class ReplicationTest {
  private static double[] alternating(int count, double mean, double distance) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = mean + (k % 2 == 0 ? distance : -distance);
    }
    return values;
  }

  @Test
  void anIntervalByHand() {
    Estimate estimate = new Student().estimate(DoubleStream.of(1, 2, Double.NaN, 3, 4));
    assertThat(estimate.count()).isEqualTo(4);
    assertThat(estimate.mean()).isEqualTo(2.5);
    assertThat(estimate.deviation()).isCloseTo(1.2909944487, within(1e-9));
    // t(.975; 3) = 3.182446 times 1.290994 / 2
    assertThat(estimate.high() - estimate.mean()).isCloseTo(2.0542603, within(1e-6));
    assertThat(new Student().estimate(DoubleStream.of(5)).high()).isNaN();
    assertThat(new Student().estimate(DoubleStream.empty()).mean()).isNaN();
  }

  @Test
  void aFixedNumberIsNeverExceeded() {
    assertThat(Replication.fixed(3).after(3, new double[][] {{0, 9, 1}})).isEqualTo(3);
  }

  @Test
  void wideIntervalsAskForHalfAsManyAgainAndNarrowOnesForNone() {
    Replication replication = new Replication(4, 10, 0.1);
    assertThat(replication.after(4, new double[][] {alternating(4, 1, 0.5)})).isEqualTo(6);
    assertThat(replication.after(6, new double[][] {alternating(6, 1, 0.5)})).isEqualTo(9);
    assertThat(replication.after(9, new double[][] {alternating(9, 1, 0.5)})).isEqualTo(10);
    assertThat(replication.after(10, new double[][] {alternating(10, 1, 0.5)})).isEqualTo(10);
    assertThat(replication.after(4, new double[][] {alternating(4, 1, 0.01)})).isEqualTo(4);
    // relative: the same distances around a greater mean are narrow
    assertThat(replication.after(4, new double[][] {alternating(4, -100, 0.5)})).isEqualTo(4);
  }

  @Test
  void everyMetricMustBeNarrow() {
    Replication replication = new Replication(2, 10, 0.1);
    double[] narrow = alternating(4, 1, 0.001);
    assertThat(replication.after(4, new double[][] {narrow, narrow})).isEqualTo(4);
    assertThat(replication.after(4, new double[][] {narrow, alternating(4, 1, 1)})).isEqualTo(6);
  }

  @Test
  void failedTrialsCountButDoNotSpeak() {
    Replication replication = new Replication(2, 100, 0.1);
    double[] failed = {1, Double.NaN, 1.001, Double.NaN, 0.999, 1, 1, 1};
    assertThat(replication.after(8, new double[][] {failed})).isEqualTo(8);
    double[] none = {Double.NaN, Double.NaN};
    assertThat(replication.after(2, new double[][] {none})).isEqualTo(3);
  }

  /** What comes later does not matter: an interrupted sweep decides as it did before. */
  @Test
  void onlyTheFirstReplicatesDecide() {
    Replication replication = new Replication(4, 10, 0.1);
    double[] wideLater = alternating(4, 1, 0.01);
    double[] more = Arrays.copyOf(wideLater, 9);
    more[8] = 1000;
    assertThat(replication.after(4, new double[][] {more})).isEqualTo(4);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Replication(1, 5, 0.1))
        .hasMessage("minimum: 1 must be at least 2.");
    assertThatThrownBy(() -> new Replication(5, 4, 0.1))
        .hasMessage("maximum: 4 must be at least 5.");
    assertThatThrownBy(() -> new Replication(5, 9, 0))
        .hasMessage("half-width: 0 must lie in (0, inf].");
  }
}
