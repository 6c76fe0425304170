package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.experiment.JavaProcess;

/** The command on a cluster of this machine: a master and two workers of one core each. */
class SparkEngineTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int CELLS = 20;
  private static final int REPLICATES = 10;
  private static final int TRIALS = CELLS * REPLICATES;

  /** Of the bytes that the journal will have: a record holds 100 rounds of 6 metrics. */
  private static final long EIGHTH = TRIALS / 8 * 100L * 6 * Double.BYTES;

  private static final String CLASS_PATH = classPath();

  @TempDir Path folder;

  private int patience = 60;

  private final List<ProcessHandle> started = new ArrayList<>();

  @BeforeEach
  void needsSpark() {
    Assumptions.assumeTrue(
        CLASS_PATH.contains("spark-core"), "Spark is not on the class path (-Dlight)");
  }

  /** Executors are children of workers and outlive them for a moment. */
  @AfterEach
  void endAll() throws IOException {
    List<ProcessHandle> all = new ArrayList<>(started);
    started.forEach(process -> process.descendants().forEach(all::add));
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    if (Files.isDirectory(jars())) {
      try (Stream<Path> links = Files.list(jars())) {
        links.map(Path::toFile).forEach(File::delete); // JUnit warns of every link it finds
      }
    }
  }

  private Path jars() {
    return folder.resolve("spark").resolve("jars");
  }

  @Test
  void aClusterThatLosesAWorkerGivesWhatThisMachineGives() throws Exception {
    installSpark();
    int port = freePort();
    String master = "spark://" + LOOPBACK + ":" + port;
    start("master", "org.apache.spark.deploy.master.Master", "--port", "" + port);
    await("the master to be one", () -> printed("master").contains("New state: ALIVE"));
    Process lost = worker("lost", master);
    worker("kept", master);
    Process sweep = sweep("sweep", "--engine", "spark", "--master", master);

    Process here = sweep("here", "--threads", "2");
    assertThat(JavaProcess.end(here)).as(printed("here")).isEqualTo(3);
    await("the first trials", () -> !sweep.isAlive() || journal("sweep") > EIGHTH);
    lost.descendants().forEach(started::add);
    lost.destroyForcibly();
    assertThat(journal("sweep")).as(printed("sweep")).isBetween(EIGHTH, 7 * EIGHTH);

    assertThat(sweep.waitFor(90, TimeUnit.SECONDS)).as(printed("sweep")).isTrue();
    assertThat(sweep.exitValue()).as(printed("sweep")).isEqualTo(3); // one cell fails
    for (String table : List.of("trials.csv", "summary.csv", "differences.csv")) {
      assertThat(folder.resolve("sweep").resolve(table))
          .hasSameBinaryContentAs(folder.resolve("here").resolve(table));
    }
    assertThat(Files.readAllLines(folder.resolve("sweep").resolve("trials.csv")))
        .hasSize(1 + TRIALS)
        .filteredOn(line -> line.contains(",failed,"))
        .hasSize(REPLICATES)
        .allMatch(line -> line.contains("does not fit the network of 34"));
  }

  @Test
  void aMasterThatIsNotThereIsSaidAtOnceInOneLine() throws Exception {
    String master = "spark://" + LOOPBACK + ":" + freePort();
    Process sweep = sweep("sweep", "--engine", "spark", "--master", master);
    assertThat(sweep.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(sweep.exitValue()).isEqualTo(3);
    assertThat(printed("sweep").lines())
        .singleElement()
        .asString()
        .startsWith("--master " + master + ": cannot be reached (Connection refused)")
        .endsWith("choose --engine local.");
    assertThat(folder.resolve("sweep")).doesNotExist();
  }

  @Test
  void somethingElseThatListensIsGivenUpWithinTheLimit() throws Exception {
    patience = 5;
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName(LOOPBACK))) {
      String master = "spark://" + LOOPBACK + ":" + silent.getLocalPort();
      Process sweep = sweep("sweep", "--engine", "spark", "--master", master);
      assertThat(sweep.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(sweep.exitValue()).isEqualTo(3);
      assertThat(printed("sweep").lines())
          .singleElement()
          .asString()
          .startsWith("--master " + master + ": listens but does not answer");
    }
  }

  /**
   * Starts a sweep, named from a folder that executors do not work in: its files have to travel.
   */
  private Process sweep(String out, String... options) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work").resolve("scenarios"));
    for (String name : List.of("karate.yaml", "karate.csv")) {
      Files.copy(
          Path.of("scenarios", "collective-risk", name),
          work.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> sizes = new ArrayList<>(Collections.nCopies(CELLS, "34"));
    sizes.set(CELLS - 1, "5");
    List<String> arguments =
        new ArrayList<>(
            List.of("sweep", "scenarios/karate.yaml", "--set", "stop=horizon", "--rounds", "100"));
    arguments.addAll(List.of("--replicates", "" + REPLICATES, "--design", "list"));
    arguments.addAll(List.of("--vary", "population.trust=lin(0.1,0.9," + CELLS + ")"));
    arguments.addAll(List.of("--vary", "population.size=" + String.join(",", sizes)));
    arguments.addAll(List.of("--quiet", "--out", folder.resolve(out).toString()));
    arguments.addAll(List.of(options));
    return start(out, "org.sibyl.experiment.Main", arguments.toArray(String[]::new));
  }

  private long journal(String name) {
    return folder.resolve(name).resolve(Journal.FILE).toFile().length();
  }

  /** Spark's own layout, of links. */
  private void installSpark() throws IOException {
    Path jars = Files.createDirectories(jars());
    for (String entry : CLASS_PATH.split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (Files.isRegularFile(file)) {
        Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
      }
    }
  }

  private Process worker(String name, String master) throws IOException {
    return start(name, "org.apache.spark.deploy.worker.Worker", "-c", "1", "-m", "512m", master);
  }

  private Process start(String name, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(JavaModuleOptions.defaultModuleOptions().split(" "))
        .filter(option -> !option.contains("jdk.incubator")) // of which Java warns
        .forEach(command::add);
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH));
    command.add("-Dspark.master.rest.enabled=false"); // it would listen on a port of its own
    command.add("-Dspark.executor.memory=512m");
    command.add("-Dspark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1");
    command.add("-Dsibyl.spark.seconds=" + patience);
    // The classes lie in a folder, not in a jar that the engine could send.
    command.add("-Dspark.executor.extraClassPath=" + Path.of("target", "classes").toAbsolutePath());
    command.add(main);
    boolean ofSpark = main.startsWith("org.apache.spark");
    if (ofSpark) {
      command.addAll(List.of("--host", LOOPBACK, "--webui-port", "0"));
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".txt").toFile());
    if (!ofSpark) {
      builder.directory(folder.resolve("work").toFile());
    }
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("SPARK_WORKER_DIR", folder.resolve(name).toString());
    Process process = builder.start();
    started.add(process.toHandle());
    return process;
  }

  private String printed(String name) {
    try {
      return Files.readString(folder.resolve(name + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String classPath() {
    String given =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return String.join(
        File.pathSeparator,
        Stream.of(given.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
