package org.sibyl.gui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Snapshots and movies of a laboratory, kept in {@code output/pictures}. */
final class Movies implements NetworkBar.Actions {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private final Laboratory laboratory;
  private final Path folder;
  private @Nullable Picture picture;
  private @Nullable Recording recording;

  Movies(Laboratory laboratory) {
    this(laboratory, Path.of("output", "pictures"));
  }

  Movies(Laboratory laboratory, Path folder) {
    this.laboratory = laboratory;
    this.folder = folder;
  }

  /** What is taken pictures of. */
  void picture(Picture given) {
    picture = given;
  }

  /** Saves a picture in this file. */
  void save(Path file) throws IOException {
    BufferedImage image = ready().take();
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
  }

  @Override
  public String snapshot() {
    Path file = folder.resolve(LocalDateTime.now().format(TIME) + ".png");
    try {
      save(file);
      return "saved " + file;
    } catch (IOException e) {
      return file + ": cannot be written (" + e.getMessage() + ").";
    }
  }

  @Override
  public String record() {
    Path movie = folder.resolve("movie-" + LocalDateTime.now().format(TIME));
    try {
      Recording begun = new Recording(movie, ready());
      recording = begun;
      laboratory.add(begun);
      return "recording in " + movie;
    } catch (IOException e) {
      return movie + ": cannot be written (" + e.getMessage() + ").";
    }
  }

  @Override
  public String stop() {
    Recording begun = recording;
    if (begun == null) {
      return "";
    }
    recording = null;
    laboratory.remove(begun);
    try {
      begun.close();
      return begun.result();
    } catch (IOException e) {
      return begun.result() + " The animation cannot be ended (" + e.getMessage() + ").";
    }
  }

  private Picture ready() {
    if (picture == null) {
      throw new IllegalStateException("gui: there is nothing to take a picture of yet");
    }
    return picture;
  }
}
