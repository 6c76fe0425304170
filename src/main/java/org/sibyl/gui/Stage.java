package org.sibyl.gui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sibyl.network.Network;
import org.sibyl.network.NetworkLayout;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * What the network display shows: who stands where, the last round, and what fills the discs.
 * Layouts are computed aside; until one is ready everyone stands in a grid.
 */
final class Stage implements View {
  private final Runnable changed;
  private NetworkLayout layout = NetworkLayout.FORCE_DIRECTED;
  private List<Variable> fills = List.of();
  private Variable action = Variable.action();
  private Variable fill = action;
  private int lastRound;
  private @Nullable Network network;
  private @Nullable Scene scene;
  private @Nullable Round round;
  private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  /** A stage that calls back when it changes by itself: a layout is ready. */
  Stage(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public synchronized void begin(LoadedScenario scenario, World first) {
    round = null;
    lastRound = scenario.scenario().rounds();
    fills = Variable.of(first);
    action = Variable.action();
    String wanted = fill.name();
    fill = fills.stream().filter(v -> v.name().equals(wanted)).findFirst().orElse(fills.get(0));
    if (network == null || !network.equals(first.network())) {
      network = first.network();
      arrange(DrawnNetwork.of(first.network()));
    }
  }

  @Override
  public void show(Round played) {
    fills().forEach(variable -> variable.see(played));
    action().see(played);
    synchronized (this) {
      round = played;
    }
  }

  /** Draws everyone in another arrangement. */
  synchronized void arrange(NetworkLayout other) {
    layout = other;
    arrange(scene().drawn());
  }

  private void arrange(DrawnNetwork drawn) {
    Scene grid = new Scene(drawn, NetworkLayout.GRID.place(drawn.network()));
    scene = grid;
    NetworkLayout wanted = layout;
    settled =
        CompletableFuture.supplyAsync(() -> new Scene(drawn, wanted.place(drawn.network())))
            .thenAccept(ready -> replace(grid, ready));
  }

  private void replace(Scene grid, Scene ready) {
    synchronized (this) {
      if (scene != grid) {
        return; // another was asked for meanwhile
      }
      scene = ready;
    }
    changed.run();
  }

  /** Fills the discs with another variable. */
  synchronized void fillWith(Variable other) {
    fill = other;
  }

  /** What can fill the discs. */
  synchronized List<Variable> fills() {
    return fills;
  }

  private synchronized Variable action() {
    return action;
  }

  /** What histograms show: all that can fill the discs but features, and actions. */
  synchronized List<Variable> distributions() {
    return Stream.concat(
            fills.stream().filter(variable -> !variable.isFeature()), Stream.of(action))
        .toList();
  }

  synchronized Variable fill() {
    return fill;
  }

  synchronized Scene scene() {
    if (scene == null) {
      throw new IllegalStateException("gui: nothing is on stage yet");
    }
    return scene;
  }

  /** The last round; null before the first. */
  synchronized @Nullable Round round() {
    return round;
  }

  /** "round 12 of 120". */
  synchronized String counter() {
    return "round " + (round == null ? 0 : round.number()) + " of " + lastRound;
  }

  /** Done when the arrangement is. */
  synchronized CompletableFuture<Void> settled() {
    return settled;
  }
}
