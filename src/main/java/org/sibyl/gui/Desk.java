package org.sibyl.gui;

import java.awt.Dimension;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.sibyl.scenario.LoadedScenario;
import sim.display.Console;

/** All windows of a laboratory, side by side: console, network, charts. */
final class Desk {
  private final Laboratory laboratory;
  private final LaboratoryConsole console;
  private final NetworkWindow network;
  private final History history = new History();
  private final RiskMap map = new RiskMap();
  private final ChartWall wall;
  private final JFrame charts = new JFrame("charts");
  private final ScenarioTable table;
  private final Movies movies;

  private Desk(LoadedScenario scenario, Runnable closed) {
    laboratory = new Laboratory(scenario);
    movies = new Movies(laboratory);
    network = new NetworkWindow(laboratory, movies);
    laboratory.add(network);
    laboratory.add(history);
    laboratory.add(map);
    movies.picture(new Picture(laboratory, network.stage(), history, map));
    wall = new ChartWall(history, network.stage(), map);
    laboratory.add(wall);
    table = new ScenarioTable(laboratory, this::edit);
    laboratory.inspectModelWith(table);
    charts.getContentPane().add(wall);
    charts.pack();
    console = quietly(() -> new LaboratoryConsole(laboratory, closed));
    console.registerFrame(network.frame());
    console.registerFrame(charts);
    laboratory.onFailure(this::alarm);
    arrange();
  }

  /** Opens the windows of a scenario. */
  static Desk open(LoadedScenario scenario, Runnable closed) {
    return onEventThread(() -> new Desk(scenario, closed));
  }

  /** MASON's console says on standard error that Java3D is missing, which nobody here needs. */
  private static <T> T quietly(Supplier<T> made) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return made.get();
    } finally {
      System.setErr(before);
    }
  }

  private void arrange() {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    int wide = screen.width;
    int high = screen.height - 60; // for bars of the system
    boolean three = wide >= 1800;
    int left = three ? wide * 2 / 5 : wide / 2;
    int console = three ? 560 : wide - left;
    int low = three ? 0 : high * 3 / 5;
    network.frame().setBounds(0, 0, left, high);
    charts.setBounds(left, 0, three ? wide - left - console : wide - left, three ? high : low);
    this.console.setBounds(wide - console, low, console, high - low);
    network.frame().setVisible(true);
    charts.setVisible(true);
    this.console.setVisible(true);
    // MASON's console shows its page about the program first; the model is what people edit.
    this.console.getTabPane().setSelectedIndex(this.console.getTabPane().getTabCount() - 1);
  }

  private void alarm(String message) {
    SwingUtilities.invokeLater(
        () ->
            JOptionPane.showMessageDialog(
                console, message, "The run was stopped", JOptionPane.ERROR_MESSAGE));
  }

  /** Starts a copy of the scenario with a value changed, playing or paused as the old one was. */
  private String edit(String path, String yaml) {
    try {
      laboratory.scenario().edited(path, yaml);
    } catch (IllegalArgumentException wrong) {
      return String.valueOf(wrong.getMessage());
    }
    int before = console.getPlayState();
    console.pressStop();
    laboratory.edit(path, yaml);
    console.name(laboratory.scenario());
    if (before == Console.PS_PLAYING) {
      console.pressPlay();
    } else if (before == Console.PS_PAUSED) {
      console.pressPause();
    }
    return "";
  }

  /** Plays on as fast as it can up to this round, then pauses. */
  void play(int round) {
    CompletableFuture<String> failed = new CompletableFuture<>();
    laboratory.onFailure(failed::complete);
    onEventThread(
        () -> {
          console.setPlaySleep(0);
          console.setWhenShouldPause(round);
          if (console.getPlayState() == Console.PS_PAUSED) {
            console.pressPause(); // which goes on
          } else {
            console.pressPlay();
          }
          return console;
        });
    while (onEventThread(console::getPlayState) == Console.PS_PLAYING && !failed.isDone()) {
      sleep();
    }
    laboratory.onFailure(this::alarm);
    if (failed.isDone()) {
      throw new IllegalStateException(failed.join());
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException("gui: interrupted", e);
    }
  }

  /** Saves a picture of network and charts. */
  void save(Path file) throws IOException {
    network.stage().settled().join();
    map.settle();
    movies.save(file);
  }

  /** Closes all windows. */
  void close() {
    onEventThread(
        () -> {
          wall.close();
          map.close();
          console.doClose();
          network.frame().dispose();
          charts.dispose();
          return console;
        });
  }

  /** Runs something on Swing's thread and waits for its result. */
  static <T> T onEventThread(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(action.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        };
    try {
      if (SwingUtilities.isEventDispatchThread()) {
        run.run();
      } else {
        SwingUtilities.invokeAndWait(run);
      }
      return result.get();
    } catch (InterruptedException | InvocationTargetException e) {
      throw new IllegalStateException("gui: a window failed", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("gui: a window failed", e.getCause());
    }
  }

  Laboratory laboratory() {
    return laboratory;
  }

  LaboratoryConsole console() {
    return console;
  }

  NetworkWindow network() {
    return network;
  }

  ChartWall wall() {
    return wall;
  }

  ScenarioTable table() {
    return table;
  }

  History history() {
    return history;
  }
}
