package org.sibyl.experiment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java virtual machine of its own: Sibyl, or a class of the tests. */
public final class JavaProcess {
  private JavaProcess() {}

  /** The JDK that runs the tests. */
  public static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A JDK 25: where {@code JDK25_HOME} says, or beside the one in use. */
  static Optional<Path> jdk25() throws IOException {
    List<Path> candidates = new ArrayList<>();
    Optional.ofNullable(System.getenv("JDK25_HOME")).map(Path::of).ifPresent(candidates::add);
    Path home = current().toRealPath();
    try (Stream<Path> beside = Files.list(home.getParent())) {
      beside.sorted().forEach(candidates::add);
    }
    return candidates.stream().filter(JavaProcess::isJdk25).findFirst();
  }

  private static boolean isJdk25(Path home) {
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts Sibyl; what it prints goes to the file. */
  static Process start(Path jdk, Path printed, Object... arguments) throws IOException {
    return start(jdk, printed, Main.class, "512m", arguments);
  }

  /** Starts a class's main method with so much heap; what it prints goes to the file. */
  public static Process start(
      Path jdk, Path printed, Class<?> main, String heap, Object... arguments) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-cp", absolute(classPath)));
    command.add(main.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start();
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /** Waits for a process to end and gives its exit code. */
  public static int end(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end within a minute");
    }
    return process.exitValue();
  }
}
