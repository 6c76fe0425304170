package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The windows themselves, on a screen in memory. */
class WindowsTest {
  private static final Path KARATE =
      Path.of(System.getProperty("basedir", ""), "scenarios/collective-risk/karate.yaml");

  @TempDir Path folder;
  private Screen screen;

  @BeforeEach
  void open() throws Exception {
    screen = Screen.open();
  }

  @AfterEach
  void close() {
    if (screen != null) {
      screen.close();
    }
  }

  /** What the JDK says, in two lines, where nobody has had a window of MASON before. */
  private static final String OF_PREFERENCES =
      ".*(java\\.util\\.prefs\\.|user preferences directory).*";

  @Test
  void somebodyPlaysInspectsEditsAndRecords() throws Exception {
    String printed = screen.run(WindowsSession.class, KARATE, folder);
    assertThat(printed.lines().filter(line -> !line.matches(OF_PREFERENCES)))
        .containsExactly(
            "opens and plays",
            "a chart advances",
            "a click inspects",
            "same rounds",
            "is edited",
            "makes a movie",
            "all done");
    assertThat(ImageIO.read(folder.resolve("round-3.png").toFile()).getWidth()).isGreaterThan(1000);
  }
}
