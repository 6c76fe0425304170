package org.sibyl.gui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.sibyl.network.Network;
import org.sibyl.simulation.Round;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.Portrayal;
import sim.portrayal.simple.RectanglePortrayal2D;
import sim.util.Bag;

/** The network as MASON's display draws it: edges, and individuals as discs. */
final class NetworkPortrayal extends FieldPortrayal2D {
  private static final int NOBODY = -1;

  private final Laboratory laboratory;
  private final Stage stage;
  private final EdgeLayer edges = new EdgeLayer();
  private Discs discs = new Discs(1);
  private int selected = NOBODY;
  private long drawn;

  NetworkPortrayal(Laboratory laboratory, Stage stage) {
    this.laboratory = laboratory;
    this.stage = stage;
    setField(stage);
  }

  @Override
  public synchronized void draw(Object field, Graphics2D graphics, DrawInfo2D info) {
    Scene scene = stage.scene();
    Rectangle2D area = info.draw;
    Rectangle shown = info.clip.getBounds();
    edges.draw(graphics, scene, area, shown);
    int diameter = scene.diameter(area);
    if (discs.diameter() != diameter) {
      discs = new Discs(diameter);
    }
    tiesOfSelected(graphics, scene, area);
    people(graphics, scene, area, shown);
    drawn++;
  }

  /** How often it was drawn. */
  synchronized long drawn() {
    return drawn;
  }

  private void people(Graphics2D graphics, Scene scene, Rectangle2D area, Rectangle shown) {
    Rectangle near = new Rectangle(shown);
    near.grow(discs.diameter(), discs.diameter());
    @Nullable Round round = stage.round();
    Variable fill = stage.fill();
    double low = fill.low();
    double high = fill.high();
    for (int at = 0; at < scene.drawn().size(); at++) {
      float x = scene.x(at, area);
      float y = scene.y(at, area);
      if (near.contains(x, y)) {
        int individual = scene.drawn().individual(at);
        double action = round == null ? Double.NaN : round.response().actions().get(individual);
        double value = round == null ? Double.NaN : fill.of(round, individual);
        discs.draw(graphics, x, y, action, Variable.step(value, low, high));
      }
    }
  }

  private void tiesOfSelected(Graphics2D graphics, Scene scene, Rectangle2D area) {
    int at = selected == NOBODY ? NOBODY : scene.drawn().find(selected);
    if (at < 0) {
      return;
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Palette.SELECTED);
    graphics.setStroke(new BasicStroke(1.6f));
    float x = scene.x(at, area);
    float y = scene.y(at, area);
    Network network = scene.drawn().network();
    for (int k = 0; k < network.degree(at); k++) {
      int other = network.neighbor(at, k);
      graphics.draw(new Line2D.Float(x, y, scene.x(other, area), scene.y(other, area)));
    }
    double radius = discs.diameter() / 2.0 + 4;
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void hitObjects(DrawInfo2D range, Bag found) {
    Rectangle2D point = range.clip;
    Scene scene = stage.scene();
    int at = scene.at(point.getCenterX(), point.getCenterY(), range.draw);
    if (at >= 0) {
      int individual = scene.drawn().individual(at);
      found.add(
          new LocationWrapper(laboratory.simulation().individual(individual), individual, this));
    }
  }

  @Override
  public Inspector getInspector(LocationWrapper wrapper, GUIState gui) {
    return new IndividualInspector(laboratory, (Integer) wrapper.getLocation());
  }

  @Override
  public String getName(LocationWrapper wrapper) {
    return "individual " + wrapper.getLocation();
  }

  @Override
  public synchronized boolean setSelected(LocationWrapper wrapper, boolean on) {
    selected = on ? (Integer) wrapper.getLocation() : NOBODY;
    return true;
  }

  /** MASON asks for one; individuals are drawn together instead. */
  @Override
  public Portrayal getDefaultPortrayal() {
    return new RectanglePortrayal2D();
  }
}
