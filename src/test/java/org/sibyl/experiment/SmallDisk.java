package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of a few pages.
 *
 * @param path where it is mounted
 */
public record SmallDisk(Path path) implements AutoCloseable {
  /** Mounts one below the folder; skips the test where that is not possible. */
  public static SmallDisk mount(Path folder, String size) throws Exception {
    Path path = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path);
    Assumptions.assumeTrue(mounted, "no small disk can be mounted here");
    return new SmallDisk(path);
  }

  private static boolean command(Object... words) throws Exception {
    String[] texts = Stream.of(words).map(Object::toString).toArray(String[]::new);
    try {
      return new ProcessBuilder(texts).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws Exception {
    boolean free = command("umount", path);
    if (!free) {
      command("umount", "-l", path); // leave no mount behind
    }
    assertThat(free).as("no file is left open").isTrue();
  }
}
