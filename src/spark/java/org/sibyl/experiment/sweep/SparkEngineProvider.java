package org.sibyl.experiment.sweep;

import java.time.Duration;
import java.util.Optional;

/** Starts the engine {@code spark} where Spark's own classes are there. */
public final class SparkEngineProvider implements EngineProvider {
  /** How long to wait for a master, unless the property {@code sibyl.spark.seconds} says. */
  private static final int SECONDS = 30;

  /** Called by the service loader. */
  public SparkEngineProvider() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Engine open(Optional<String> master) {
    if (!hasSpark()) {
      throw new IllegalArgumentException(
          "--engine spark: Spark's jars are not on the class path; Sibyl does not bring them."
              + " Start with spark-submit as src/docs/spark.md shows, or choose --engine local.");
    }
    // spark-submit leaves its own --master in this property.
    String address =
        master
            .or(() -> Optional.ofNullable(System.getProperty("spark.master")))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--engine spark: no cluster is named. Add --master, for instance --master"
                            + " spark://host:7077."));
    int seconds = Integer.getInteger("sibyl.spark.seconds", SECONDS);
    return new SparkEngine(address, Duration.ofSeconds(seconds));
  }

  private static boolean hasSpark() {
    try {
      Class.forName(
          "org.apache.spark.api.java.JavaSparkContext",
          false,
          SparkEngineProvider.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
