package org.sibyl.gui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.plaf.nimbus.NimbusLookAndFeel;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioViewer;

/** The windows of a laboratory on this machine's screen. */
public final class Windows implements ScenarioViewer {
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  @Override
  public void open(LoadedScenario loaded) {
    prepare();
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
    prepare();
    Desk desk = Desk.open(loaded, () -> {});
    desk.play(rounds);
    desk.save(picture);
    desk.close();
  }

  private static void prepare() {
    requireScreen();
    PREFERENCES.setLevel(Level.OFF); // where they are kept is nobody's concern here
    try {
      UIManager.setLookAndFeel(new NimbusLookAndFeel());
    } catch (UnsupportedLookAndFeelException e) {
      // any other look will do
    }
  }

  /** AWT reports a missing screen, or a Java that was installed without windows, in many ways. */
  private static void requireScreen() {
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
    } catch (HeadlessException | AWTError | LinkageError e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      String why = said.isEmpty() ? "no screen was found" : said;
      throw new NoDisplay(
          e instanceof LinkageError
              ? why + "; this Java came without windows, Debian's openjdk-17-jre has them"
              : why,
          e);
    }
  }
}
