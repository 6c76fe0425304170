package org.sibyl.gui;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;
import sim.display.Display2D;

/** The window of the network: MASON's display, which always fills it, and a bar of choices. */
final class NetworkWindow implements View {
  /** Pixels that the display's border takes. */
  private static final int FRAME = 4;

  private final Stage stage = new Stage(this::repaint);
  private final Rectangle2D.Double area = new Rectangle2D.Double(0, 0, 720, 720);
  private final NetworkPortrayal portrayal;
  private final Display2D display;
  private final JFrame frame;
  private final NetworkBar bar;

  NetworkWindow(Laboratory laboratory, NetworkBar.Actions actions) {
    display = new Display2D(area.width, area.height, laboratory);
    portrayal = new NetworkPortrayal(laboratory, stage);
    display.attach(portrayal, "network", area);
    display.attach(new Legend(laboratory, stage), "legend", area);
    display.setBackdrop(Palette.PAPER);
    display.setClipping(false);
    display.display.setVerticalScrollBarPolicy(VERTICAL_SCROLLBAR_AS_NEEDED);
    display.display.setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_AS_NEEDED);
    // MASON's movies and PDF need libraries that are not there; the bar has snapshots and movies.
    display.header.remove(display.movieButton);
    display.header.remove(display.snapshotButton);
    frame = display.createFrame();
    bar = new NetworkBar(stage, this::repaint, actions);
    frame.getContentPane().add(bar, BorderLayout.SOUTH);
    frame.setTitle("network");
    inspectOnClick(laboratory);
    fillWindow();
  }

  private void inspectOnClick(Laboratory laboratory) {
    display.insideDisplay.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 1) {
              display.createInspectors(
                  new Rectangle2D.Double(event.getX(), event.getY(), 1, 1), laboratory);
              repaint();
            }
          }
        });
  }

  private void fillWindow() {
    display.display.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            Dimension room = display.display.getSize();
            area.width = Math.max(200, room.width - FRAME);
            area.height = Math.max(200, room.height - FRAME);
            display.insideDisplay.width = area.width;
            display.insideDisplay.height = area.height;
            display.insideDisplay.revalidate();
            repaint();
          }
        });
  }

  /** Paints the display again, from any thread. */
  void repaint() {
    SwingUtilities.invokeLater(() -> display.insideDisplay.repaint());
  }

  @Override
  public void begin(LoadedScenario scenario, World first) {
    stage.begin(scenario, first);
    display.reset();
    SwingUtilities.invokeLater(
        () -> {
          frame.setTitle("network: " + scenario.scenario().name());
          bar.offer();
        });
    repaint();
  }

  @Override
  public void show(Round round) {
    stage.show(round);
  }

  /** What it shows. */
  Stage stage() {
    return stage;
  }

  /** The area of the display, in pixels at scale 1. */
  Rectangle2D area() {
    return area;
  }

  /** How often the network was drawn. */
  long drawn() {
    return portrayal.drawn();
  }

  /** MASON's display in it. */
  Display2D display() {
    return display;
  }

  /** Its frame. */
  JFrame frame() {
    return frame;
  }

  /** Its bar of choices. */
  NetworkBar bar() {
    return bar;
  }
}
