package org.sibyl.gui;

import java.awt.Component;
import java.awt.Container;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.sibyl.scenario.LoadedScenario;
import sim.display.Console;

/** MASON's console without what does not apply here: other simulations and checkpoints. */
final class LaboratoryConsole extends Console {
  private static final long serialVersionUID = 1;
  private static final List<String> REMOVED =
      List.of("New Simulation...", "Open...", "Save", "Save As...");

  /** Milliseconds between rounds at first: slow enough to watch. */
  private static final int SLEEP = 60;

  private final transient Runnable closed;

  LaboratoryConsole(Laboratory laboratory, Runnable closed) {
    super(laboratory);
    this.closed = closed;
    for (int k = 0; k < getJMenuBar().getMenuCount(); k++) {
      trim(getJMenuBar().getMenu(k));
    }
    setPlaySleep(SLEEP);
    countRounds(getContentPane());
    name(laboratory.scenario());
  }

  private static void trim(JMenu menu) {
    for (Component item : menu.getMenuComponents()) {
      if (!(item instanceof JMenuItem entry) || REMOVED.contains(entry.getText())) {
        menu.remove(item);
      }
    }
  }

  /** MASON shows a time, which means nothing here, unless told to show steps, which are rounds. */
  private static void countRounds(Container within) {
    for (Component part : within.getComponents()) {
      if (part instanceof JComboBox<?> box
          && box.getModel() instanceof DefaultComboBoxModel<?> choices
          && choices.getIndexOf("Steps") >= 0) {
        box.setSelectedIndex(choices.getIndexOf("Steps"));
      } else if (part instanceof Container inner) {
        countRounds(inner);
      }
    }
  }

  /** Shows the scenario's name in the title. */
  void name(LoadedScenario scenario) {
    setTitle("Sibyl: " + scenario.scenario().name());
  }

  @Override
  public void doClose() {
    pressStop();
    getSimulation().quit();
    dispose();
    allControllers.remove(this);
    closed.run();
  }
}
