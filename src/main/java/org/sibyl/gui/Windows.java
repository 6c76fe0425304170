package org.sibyl.gui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioViewer;

/** The windows of a laboratory on this machine's screen. */
public final class Windows implements ScenarioViewer {
  @Override
  public void open(LoadedScenario loaded) {
    requireScreen();
    CountDownLatch closed = new CountDownLatch(1);
    Desk.open(loaded, closed::countDown);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void shoot(LoadedScenario loaded, int rounds, Path picture) throws IOException {
    requireScreen();
    Desk desk = Desk.open(loaded, () -> {});
    desk.play(rounds);
    desk.save(picture);
    desk.close();
  }

  /** AWT reports a missing screen, or a Java that was installed without windows, in many ways. */
  private static void requireScreen() {
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
    } catch (HeadlessException | AWTError | LinkageError e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      throw new NoDisplay(why.isEmpty() ? "no screen was found" : why, e);
    }
  }
}
