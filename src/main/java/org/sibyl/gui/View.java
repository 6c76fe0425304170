package org.sibyl.gui;

import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** Something that shows a run as it goes on. */
interface View {
  /** A run is about to start, or to start again, with this world. */
  void begin(LoadedScenario scenario, World first);

  /** A round was played; called on the thread that plays. */
  void show(Round round);
}
