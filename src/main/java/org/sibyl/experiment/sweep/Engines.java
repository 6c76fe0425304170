package org.sibyl.experiment.sweep;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The engines by their names on the command line. */
public final class Engines {
  private Engines() {}

  /**
   * Starts an engine.
   *
   * @param name what {@code --engine} says
   * @param threads how many trials run at once on this machine; a cluster knows its own number
   * @param master what {@code --master} says; for engines that run on a cluster
   * @throws IllegalArgumentException when there is no such engine, with a remedy
   * @throws EngineException when the cluster cannot be reached
   */
  public static Engine open(String name, int threads, Optional<String> master) {
    return switch (name) {
      case "local" -> local(threads, master);
      case "spark" -> provider(name).open(master);
      default ->
          throw new IllegalArgumentException(
              "--engine '" + name + "': must be one of local, spark.");
    };
  }

  private static Engine local(int threads, Optional<String> master) {
    master.ifPresent(
        address -> {
          throw new IllegalArgumentException(
              "--master "
                  + address
                  + ": the engine local has no cluster. Add --engine spark, or leave it out.");
        });
    return new LocalEngine(threads);
  }

  private static Optional<EngineProvider> found(String name) {
    try {
      return ServiceLoader.load(EngineProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals(name))
          .findFirst();
    } catch (ServiceConfigurationError e) {
      return Optional.empty(); // a quick build over a full one keeps the entry but not the class
    }
  }

  private static EngineProvider provider(String name) {
    return found(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--engine "
                        + name
                        + ": this build has no such engine. Build with 'mvn -B -ntp -DskipTests"
                        + " package' and start with Spark's jars as src/docs/spark.md shows, or"
                        + " choose --engine local."));
  }
}
