package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;

/** Pictures are drawn without any window, so their tests need no screen. */
class PictureTest {
  @TempDir Path folder;

  /** A laboratory whose pictures can be taken. */
  private static final class Studio {
    final Laboratory laboratory;
    final Stage stage = new Stage(() -> {});
    final Picture picture;

    Studio(String... overrides) {
      LoadedScenario scenario =
          ScenarioReader.parse("sample", SampleScenario.TEXT, Path.of(""), List.of(overrides));
      laboratory = new Laboratory(scenario);
      History history = new History();
      laboratory.add(stage);
      laboratory.add(history);
      picture = new Picture(laboratory, stage, history);
      laboratory.start();
      stage.settled().join();
    }
  }

  private static long colors(BufferedImage image) {
    return pixels(image).distinct().count();
  }

  private static IntStream pixels(BufferedImage image) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(all);
  }

  @Test
  void rounds() {
    Studio studio = new Studio("population.size=40", "learning.initial=0.7");
    BufferedImage before = studio.picture.take();
    studio.laboratory.step();
    BufferedImage first = studio.picture.take();
    studio.laboratory.step();
    BufferedImage second = studio.picture.take();
    assertThat(colors(first)).isGreaterThan(3);
    assertThat(pixels(first).toArray()).isNotEqualTo(pixels(before).toArray());
    assertThat(pixels(second).toArray()).isNotEqualTo(pixels(first).toArray());
    assertThat(pixels(studio.picture.take()).toArray()).isEqualTo(pixels(second).toArray());
  }

  @Test
  void outlinesTellActions() {
    Studio studio = new Studio("learning={type: none}", "outcome.contribution-cost=0.1");
    studio.laboratory.step();
    int expected =
        studio.laboratory.simulation().lastRound().orElseThrow().response().actions().get(0) == 1
            ? Palette.ONE.getRGB()
            : Palette.ZERO.getRGB();
    int left = 800; // the network's part
    BufferedImage network = studio.picture.take().getSubimage(0, 80, left, 700);
    assertThat(pixels(network).toArray()).contains(expected);
  }

  @Test
  void animations() throws Exception {
    Studio studio = new Studio();
    Path movie = folder.resolve("movie");
    try (Recording recording = new Recording(movie, studio.picture)) {
      studio.laboratory.add(recording);
      studio.laboratory.step();
      studio.laboratory.step();
      studio.laboratory.step();
      assertThat(recording.result()).startsWith("3 frames in " + movie);
    }
    assertThat(movie.resolve("frame-00003.png")).exists();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream file =
        ImageIO.createImageInputStream(movie.resolve(Recording.ANIMATION).toFile())) {
      reader.setInput(file);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
    }
    reader.dispose();
  }
}
