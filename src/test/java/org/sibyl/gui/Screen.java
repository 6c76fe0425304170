package org.sibyl.gui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A screen in memory, by Xvfb, and Java processes that draw on it. */
final class Screen implements AutoCloseable {
  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Opens a screen; skips the test where Xvfb is missing or Java came without windows. */
  static Screen open() throws IOException {
    Assumptions.assumeTrue(isInstalled(), "Xvfb is not installed: no screen to test windows on");
    Path awt = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
    Assumptions.assumeTrue(Files.exists(awt), "this Java came without windows: " + awt);
    Process server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String number =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
            .readLine(); // Xvfb takes a free number and says which
    return new Screen(server, ":" + number);
  }

  private static boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
  }

  /** Runs a class's main method in a Java of its own with this screen; gives what it printed. */
  String run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("screen", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=false"));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classPath, main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().put("DISPLAY", display);
    Process process = builder.start();
    if (!process.waitFor(240, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("windows did not close in time:\n" + Files.readString(printed));
    }
    String text = Files.readString(printed);
    Files.delete(printed);
    return text;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
