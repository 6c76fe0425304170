package org.sibyl.gui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** A movie being made: a folder of numbered pictures, and all of them as one animation. */
final class Recording implements View, AutoCloseable {
  /** The animation's file in the folder. */
  static final String ANIMATION = "movie.gif";

  private final Path folder;
  private final Picture picture;
  private final Animation animation;
  private int frames;
  private boolean closed;
  private String failure = "";

  /** Begins a movie in a folder. */
  Recording(Path folder, Picture picture) throws IOException {
    Files.createDirectories(folder);
    this.folder = folder;
    this.picture = picture;
    this.animation = new Animation(folder.resolve(ANIMATION));
  }

  @Override
  public void begin(LoadedScenario scenario, World first) {
    // a movie goes on when a run starts again
  }

  @Override
  public synchronized void show(Round round) {
    if (closed) {
      return;
    }
    try {
      BufferedImage frame = picture.take();
      frames++;
      String name = String.format(Locale.ROOT, "frame-%05d.png", frames);
      ImageIO.write(frame, "png", folder.resolve(name).toFile());
      animation.add(frame);
    } catch (IOException e) {
      closed = true;
      failure = " The movie ends there: " + e.getMessage() + ".";
    }
  }

  /** What came of it, in words. */
  synchronized String result() {
    return frames + " frames in " + folder + "." + failure;
  }

  /** How many frames there are. */
  synchronized int frames() {
    return frames;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    animation.close();
  }
}
