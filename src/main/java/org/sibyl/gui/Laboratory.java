package org.sibyl.gui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioException;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.RunFailure;
import org.sibyl.simulation.Simulation;
import sim.display.GUIState;
import sim.portrayal.Inspector;

/**
 * A simulation as MASON's console plays it: the same rounds as without a screen, up to the
 * scenario's last. It never changes a scenario; an edit makes a copy and a new simulation.
 */
public final class Laboratory extends GUIState {
  private final List<View> views = new CopyOnWriteArrayList<>();
  private @Nullable Inspector model;
  private LoadedScenario scenario;
  private Consumer<String> alarm = message -> {};

  /** A laboratory for the scenario's first replicate. */
  public Laboratory(LoadedScenario scenario) {
    super(simulation(scenario));
    this.scenario = scenario;
    watch();
  }

  private static Simulation simulation(LoadedScenario scenario) {
    return new Simulation(scenario.scenario().dynamics(0, new Workers(1)), scenario.world(0));
  }

  private void watch() {
    simulation().observe(this::show);
  }

  private void show(Round round) {
    views.forEach(view -> view.show(round));
  }

  /** What is being played. */
  public Simulation simulation() {
    return (Simulation) state;
  }

  /** The scenario as it is now. */
  public LoadedScenario scenario() {
    return scenario;
  }

  /** Adds a view, which is told at once what is there. */
  void add(View view) {
    views.add(view);
    view.begin(scenario, simulation().world());
  }

  /** Removes a view. */
  void remove(View view) {
    views.remove(view);
  }

  /** Who is told when a run fails. */
  void onFailure(Consumer<String> told) {
    alarm = told;
  }

  /** What the console shows as its model tab. */
  void inspectModelWith(Inspector inspector) {
    model = inspector;
  }

  /**
   * Goes over to a copy of the scenario with a value changed; the run must be stopped.
   *
   * @throws ScenarioException when the copy is not valid; then nothing has changed
   */
  void edit(String path, String yaml) {
    LoadedScenario edited = scenario.edited(path, yaml);
    state = simulation(edited);
    scenario = edited;
    watch();
    begin();
  }

  private void begin() {
    views.forEach(view -> view.begin(scenario, simulation().world()));
  }

  @Override
  public void start() {
    super.start();
    begin();
  }

  /** Plays a round; false, and nothing is played, after the scenario's last. */
  @Override
  public boolean step() {
    if (simulation().world().round() > scenario.scenario().rounds()) {
      return false;
    }
    try {
      return super.step();
    } catch (RunFailure failure) {
      alarm.accept(String.valueOf(failure.getMessage()));
      return false;
    }
  }

  @Override
  public @Nullable Inspector getInspector() {
    return model;
  }

  /** MASON's name of the program. */
  public static String getName() {
    return "Sibyl";
  }

  /** MASON's text about the program. */
  public static Object getInfo() {
    return "<html><body style='font-family:sans-serif;padding:8px'><h2>Sibyl</h2><p>An agent-based"
        + " laboratory for performative prediction: models that change the data they"
        + " predict.</p><p>Play, pause, step and stop below; click an individual in the network to"
        + " inspect it; edit any value of the scenario under <b>Model</b>.</p></body></html>";
  }
}
