package org.sibyl.scenario;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Shows a scenario in windows. It is found as a service, so that nothing that runs without a screen
 * knows of windows.
 */
public interface ScenarioViewer {
  /** No window can be opened here: why, and what to do instead. */
  final class NoDisplay extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** With what the system said. */
    public NoDisplay(String why, Throwable cause) {
      super(
          "gui: no window can be opened here ("
              + why
              + ").\nOn a machine without a screen, './sibyl run SCENARIO' plays the same rounds and"
              + " './sibyl report DIR' shows them.",
          cause);
    }
  }

  /**
   * Opens the windows; returns when they are closed.
   *
   * @throws NoDisplay when there is no screen
   */
  void open(LoadedScenario loaded);

  /**
   * Opens the windows, plays some rounds, saves a picture of them and closes them.
   *
   * @param rounds how many, unless the scenario has fewer
   * @param picture a PNG file to write
   * @throws NoDisplay when there is no screen
   */
  void shoot(LoadedScenario loaded, int rounds, Path picture) throws IOException;
}
