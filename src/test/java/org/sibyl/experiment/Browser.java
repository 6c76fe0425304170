package org.sibyl.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium that opens pages from files, without a network.
 *
 * @param program the executable
 * @param scratch a folder for its profile and what it makes
 */
record Browser(Path program, Path scratch) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /**
   * A page as it was when it had settled.
   *
   * @param dom the document, with its scripts
   * @param console what was logged, errors too
   */
  record Opened(String dom, List<String> console) {
    /** The document without scripts and styles. */
    String body() {
      return dom.replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
    }
  }

  /** Where Chromium is; nothing when it is not installed. */
  static Stream<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable);
  }

  /** Opens a page; what follows {@code #} in its address says what to show. */
  Opened open(Path page, String fragment) {
    return run(page, fragment, 1000, "--dump-dom");
  }

  /** Opens a page after appending a script to a copy of it. */
  Opened open(Path page, String fragment, String script) {
    try {
      Path copy = scratch.resolve("copy.html");
      Files.writeString(copy, Files.readString(page) + "<script>" + script + "</script>");
      return open(copy, fragment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of a page, as the bytes of a PNG. */
  byte[] picture(Path page, String fragment) {
    try {
      Path picture = scratch.resolve("picture.png");
      Files.deleteIfExists(picture);
      run(page, fragment, 1600, "--hide-scrollbars", "--screenshot=" + picture);
      return Files.readAllBytes(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Opened run(Path page, String fragment, int height, String... options) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--window-size=1100," + height,
            "--enable-logging=stderr",
            "--virtual-time-budget=5000"));
    command.addAll(List.of(options));
    command.add(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
    try {
      Path dom = scratch.resolve("dom");
      Path log = scratch.resolve("log");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(dom.toFile())
              .redirectError(log.toFile())
              .start();
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the browser did not end: " + Files.readString(log));
      }
      List<String> console =
          Files.readString(log).lines().filter(line -> line.contains("CONSOLE")).toList();
      return new Opened(Files.readString(dom), console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
