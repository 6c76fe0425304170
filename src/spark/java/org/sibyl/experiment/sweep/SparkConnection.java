package org.sibyl.experiment.sweep;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.LoggerFactory;

/** How a cluster is reached: settled, quiet, and with a limit to waiting. */
final class SparkConnection {
  private static final String STANDALONE = "spark://";
  private static final String REMEDY =
      " Check the address and that the master runs, or choose --engine local.";

  private SparkConnection() {}

  /**
   * Connects to a cluster.
   *
   * @param master its address as Spark writes it
   * @param limit how long to wait for a standalone master; other kinds of cluster may let an
   *     application queue as long as they like
   */
  static JavaSparkContext open(String master, Duration limit) {
    quieten();
    if (!master.startsWith(STANDALONE)) {
      return within(master, Optional.empty());
    }
    long end = System.nanoTime() + limit.toNanos();
    findListener(master, limit);
    return within(master, Optional.of(Duration.ofNanos(end - System.nanoTime())));
  }

  /**
   * Asks whether any of the masters listens at all: Spark itself would ask for a minute, even when
   * it is refused at once.
   */
  private static void findListener(String master, Duration limit) {
    List<InetSocketAddress> addresses = addresses(master);
    String reason = "";
    for (InetSocketAddress address : addresses) {
      try (Socket socket = new Socket()) {
        socket.connect(address, (int) (limit.toMillis() / addresses.size()));
        return;
      } catch (IOException e) {
        reason = address.isUnresolved() ? "unknown host" : String.valueOf(e.getMessage());
      }
    }
    throw new EngineException(
        "--master " + master + ": cannot be reached (" + reason + ")." + REMEDY);
  }

  private static List<InetSocketAddress> addresses(String master) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
      try {
        URI uri = new URI(STANDALONE + address);
        if (uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > 65535) {
          throw new URISyntaxException(address, "no host or port");
        }
        addresses.add(new InetSocketAddress(uri.getHost(), uri.getPort()));
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(
            "--master " + master + ": must be spark://host:port, for instance spark://host:7077.",
            e);
      }
    }
    return addresses;
  }

  private static JavaSparkContext within(String master, Optional<Duration> limit) {
    FutureTask<JavaSparkContext> connecting =
        new FutureTask<>(() -> new JavaSparkContext(configuration(master)));
    Thread thread = new Thread(connecting, "spark-connection");
    thread.setDaemon(true);
    thread.start();
    try {
      return limit.isPresent()
          ? connecting.get(limit.get().toMillis(), TimeUnit.MILLISECONDS)
          : connecting.get();
    } catch (TimeoutException e) {
      connecting.cancel(true);
      throw new EngineException(
          "--master " + master + ": listens but does not answer as a Spark master." + REMEDY, e);
    } catch (ExecutionException e) {
      throw new EngineException("--master " + master + ": " + SparkEngine.inOneLine(e) + REMEDY, e);
    } catch (InterruptedException e) {
      connecting.cancel(true);
      Thread.currentThread().interrupt();
      throw new EngineException("--master " + master + ": interrupted while connecting.", e);
    }
  }

  /** What the user set, by spark-submit or as system properties, stands; the rest is ours. */
  private static SparkConf configuration(String master) {
    SparkConf configuration = new SparkConf();
    configuration.setMaster(master);
    configuration.setIfMissing("spark.app.name", "sibyl");
    configuration.setIfMissing("spark.ui.enabled", "false");
    configuration.setIfMissing("spark.ui.showConsoleProgress", "false");
    configuration.setIfMissing("spark.log.level", "ERROR");
    configuration.setIfMissing(
        "spark.executor.extraJavaOptions",
        "-Dfile.encoding=UTF-8 -Duser.language=en -Djava.awt.headless=true");
    Set<String> jars = new LinkedHashSet<>();
    Stream.of(configuration.get("spark.jars", "").split(","))
        .filter(jar -> !jar.isEmpty())
        .forEach(jars::add);
    Set<String> shipped = new LinkedHashSet<>();
    jars.forEach(jar -> shipped.add(jar.substring(jar.lastIndexOf('/') + 1)));
    for (Path jar : program()) {
      if (shipped.add(jar.getFileName().toString())) {
        jars.add(jar.toUri().toString());
      }
    }
    configuration.set("spark.jars", String.join(",", jars));
    return configuration;
  }

  /**
   * The jar of the program and the libraries its manifest names, which executors need. Nothing when
   * it runs from a folder of classes: then executors need that folder on their class path.
   */
  private static List<Path> program() {
    List<Path> jars = new ArrayList<>();
    try {
      Path own =
          Path.of(
              SparkConnection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(own)) {
        return jars;
      }
      jars.add(own);
      try (JarFile jar = new JarFile(own.toFile())) {
        Manifest manifest = jar.getManifest();
        String libraries = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        for (String library : Optional.ofNullable(libraries).orElse("").split(" ")) {
          Path file = own.resolveSibling(library);
          if (Files.isRegularFile(file)) {
            jars.add(file);
          }
        }
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jars;
  }

  /**
   * Says only what the user should know. A cluster may bind SLF4J to another library; then Spark's
   * own setting, {@code spark.log.level}, does the same.
   */
  private static void quieten() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      for (String talkative :
          List.of("org.apache.spark", "org.apache.hadoop", "org.sparkproject", "io.netty")) {
        loggers.getLogger(talkative).setLevel(Level.ERROR);
      }
      // Tells that no worker is free, or that one is lost.
      loggers.getLogger("org.apache.spark.scheduler.TaskSchedulerImpl").setLevel(Level.WARN);
      // What these say, with traces of every attempt, is said in one line by our own messages.
      loggers.getLogger("org.apache.spark.deploy.client").setLevel(Level.OFF);
      loggers.getLogger("org.apache.spark.SparkContext").setLevel(Level.OFF);
      loggers.getLogger("org.apache.spark.scheduler.cluster").setLevel(Level.OFF);
    }
  }
}
