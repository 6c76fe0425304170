package org.sibyl.prediction.decision;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A school that may alert: people of two groups in five risk bands, decisions none, light and
 * intensive, y = 1 when they graduate.
 */
public final class EarlyWarning {
  private static final double[] GROUPS = {0.6, 0.4};
  private static final double[] BANDS = {0.30, 0.25, 0.20, 0.15, 0.10};
  private static final List<Double> FORECASTS = List.of(0.95, 0.75, 0.40);

  private EarlyWarning() {}

  /** All kinds of people, group by group. */
  public static Matrix people() {
    double[] rows = new double[20];
    for (int i = 0; i < 10; i++) {
      rows[2 * i] = i / 5;
      rows[2 * i + 1] = i % 5;
    }
    return Matrix.of(10, 2, rows);
  }

  /** How many there are of each kind. */
  public static Column shares() {
    return Column.generate(10, i -> GROUPS[i / 5] * BANDS[i % 5]);
  }

  /** Nature. */
  public static LogitByBand law() {
    return new LogitByBand(
        0,
        1,
        List.of(List.of(.97, .92, .82, .65, .40), List.of(.94, .86, .72, .52, .28)),
        List.of(
            List.of(0.0, 0.0, 0.0, 0.0, 0.0),
            List.of(-.40, .40, .50, .60, .70),
            List.of(-.80, -.30, .40, 1.00, 1.40)),
        List.of(1.0, 1.25));
  }

  /** steer1, steer0, steer1cost, forecast, mix. */
  public static List<DecisionLoss> losses() {
    DecisionLoss forecast = new SquaredForecast(FORECASTS);
    DecisionLoss steer = new Steering(1);
    return List.of(
        steer,
        new Steering(0),
        new PricedSteering(1, 0.9, List.of(0.0, .02, .10), OptionalInt.empty(), 1),
        forecast,
        new Mixed(List.of(0.5, 0.5), List.of(forecast, steer)));
  }

  /** Constants, and all with one cut of the band. */
  public static Stumps rules() {
    return new Stumps(List.of(1), List.of(1.0, 2.0, 3.0, 4.0));
  }
}
