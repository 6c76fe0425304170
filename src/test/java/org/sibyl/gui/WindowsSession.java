package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.ScenarioValue;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;
import sim.display.Console;

/** What somebody does with the windows, run in a Java of its own by {@link WindowsTest}. */
final class WindowsSession {
  private final Desk desk;
  private final Path folder;
  private final Robot robot;

  private WindowsSession(LoadedScenario scenario, Path folder) throws Exception {
    this.desk = Desk.open(scenario, () -> {});
    this.folder = folder;
    this.robot = new Robot();
    robot.setAutoDelay(60);
  }

  public static void main(String[] arguments) {
    try {
      session(arguments);
      System.exit(0);
    } catch (Throwable failure) { // whatever it is, windows must not keep the process alive
      failure.printStackTrace(System.out);
      System.exit(1);
    }
  }

  private static void session(String[] arguments) throws Exception {
    LoadedScenario scenario = ScenarioReader.read(Path.of(arguments[0]), List.of());
    WindowsSession session = new WindowsSession(scenario, Path.of(arguments[1]));
    session.opensAndPlays();
    session.aChartAdvances();
    session.aClickInspects();
    session.playsTheRoundsOfARunWithoutScreen(scenario);
    session.isEdited();
    session.makesAMovie();
    session.desk.close();
    System.out.println("all done");
  }

  private void opensAndPlays() throws Exception {
    desk.network().stage().settled().join();
    desk.play(3);
    desk.save(folder.resolve("round-3.png"));
    BufferedImage before = screen();
    desk.play(9);
    desk.save(folder.resolve("round-9.png"));
    BufferedImage after = screen();
    assertThat(colors(before)).hasSizeGreaterThan(3).contains(Palette.ZERO.getRGB());
    assertThat(colors(after)).hasSizeGreaterThan(3);
    assertThat(same(before, after)).as("the display at rounds 3 and 9").isFalse();
    System.out.println("opens and plays");
  }

  private void aChartAdvances() {
    await("charts of round 9", () -> desk.wall().shown() == 9);
    desk.play(12);
    await("charts of round 12", () -> desk.wall().shown() == 12);
    System.out.println("a chart advances");
  }

  private void aClickInspects() {
    Point place = Desk.onEventThread(this::placeOfIndividual5);
    robot.mouseMove(place.x, place.y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    await("an inspector", () -> !desk.console().getAllInspectors().isEmpty());
    IndividualInspector inspector = (IndividualInspector) desk.console().getAllInspectors().get(0);
    assertThat(inspector.getTitle()).isEqualTo("individual 5");
    assertThat(inspector.lines())
        .extracting(Biography.Line::what)
        .contains(
            "prediction", "action", "trust", "payoff", "feature last action before", "neighbors")
        .contains("payoff if it cooperates", "payoff if it defects");
    assertThat(inspector.isShowing()).isTrue();
    System.out.println("a click inspects");
  }

  private Point placeOfIndividual5() {
    Point corner = desk.network().display().insideDisplay.getLocationOnScreen();
    Scene scene = desk.network().stage().scene();
    Rectangle2D area = desk.network().area();
    return new Point(
        corner.x + Math.round(scene.x(5, area)), corner.y + Math.round(scene.y(5, area)));
  }

  private void playsTheRoundsOfARunWithoutScreen(LoadedScenario scenario) {
    Dynamics dynamics = scenario.scenario().dynamics(0, new Workers(1));
    World world = scenario.world(0);
    for (int k = 0; k < 12; k++) {
      world = dynamics.play(world).after();
    }
    assertThat(desk.laboratory().simulation().world().sameState(world)).isTrue();
    System.out.println("same rounds");
  }

  private void isEdited() {
    ScenarioValue threshold = value("outcome.group-threshold");
    edit(threshold, "2");
    assertThat(desk.table().message()).contains("outcome.group-threshold").contains("[0, 1]");
    assertThat(value("outcome.group-threshold")).isEqualTo(threshold);
    assertThat(desk.laboratory().simulation().world().round()).isEqualTo(13);
    edit(threshold, "0.25");
    assertThat(value("outcome.group-threshold").yaml()).isEqualTo("0.25");
    assertThat(desk.laboratory().simulation().world().round()).isLessThan(13);
    edit(value("network"), "{type: ring}");
    assertThat(desk.network().stage().scene().drawn().edges()).isEqualTo(34);
    desk.network().stage().settled().join();
    System.out.println("is edited");
  }

  private void edit(ScenarioValue value, String yaml) {
    Desk.onEventThread(
        () -> {
          desk.table().edit(value, yaml);
          return desk;
        });
  }

  private ScenarioValue value(String path) {
    return desk.table().values().stream()
        .filter(value -> value.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private void makesAMovie() throws Exception {
    Recording movie =
        new Recording(
            folder.resolve("movie"),
            new Picture(desk.laboratory(), desk.network().stage(), desk.history(), new RiskMap()));
    Desk.onEventThread(
        () -> {
          desk.console().pressStop();
          return desk;
        });
    desk.laboratory().add(movie);
    desk.play(4);
    desk.laboratory().remove(movie);
    movie.close();
    assertThat(folder.resolve("movie/frame-00004.png")).exists();
    assertThat(Files.size(folder.resolve("movie").resolve(Recording.ANIMATION))).isPositive();
    assertThat(desk.console().getPlayState()).isEqualTo(Console.PS_PAUSED);
    System.out.println("makes a movie");
  }

  private BufferedImage screen() throws Exception {
    robot.waitForIdle();
    robot.delay(300);
    Rectangle place = desk.network().display().getBounds();
    place.setLocation(desk.network().display().getLocationOnScreen());
    BufferedImage seen = robot.createScreenCapture(place);
    ImageIO.write(seen, "png", folder.resolve("seen.png").toFile());
    return seen;
  }

  private static Set<Integer> colors(BufferedImage image) {
    Set<Integer> colors = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colors.add(new Color(image.getRGB(x, y)).getRGB());
      }
    }
    return colors;
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    for (int x = 0; x < one.getWidth(); x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        if (one.getRGB(x, y) != other.getRGB(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!Desk.onEventThread(there::getAsBoolean)) {
      assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
