package org.sibyl.experiment.reproduction;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which columns of a figure's data are drawn, and how. A column {@code <height>-sd} is the standard
 * deviation of another and drawn as its error bars.
 *
 * @param kind what is drawn
 * @param x the column along the horizontal axis
 * @param heights the columns that are drawn, each in a chart of its own
 * @param groups rows that agree in these columns belong together
 */
public record Axes(Kind kind, String x, List<String> heights, List<String> groups) {
  /** What is drawn. */
  public enum Kind {
    /** Lines through points. */
    LINES,
    /** Bars side by side. */
    BARS,
    /** Points. */
    POINTS,
    /** A heat map, whose vertical axis is the group. */
    HEAT
  }

  /** Lines through the heights of points. */
  public static Axes lines(String x, String... heights) {
    return new Axes(Kind.LINES, x, List.of(heights), List.of());
  }

  /** Bars of these heights. */
  public static Axes bars(String x, String... heights) {
    return new Axes(Kind.BARS, x, List.of(heights), List.of());
  }

  /** Points at these heights. */
  public static Axes points(String x, String... heights) {
    return new Axes(Kind.POINTS, x, List.of(heights), List.of());
  }

  /** A heat map. */
  public static Axes heat(String x, String y, String color) {
    return new Axes(Kind.HEAT, x, List.of(color), List.of(y));
  }

  /** The same, grouped. */
  public Axes by(String... columns) {
    return new Axes(kind, x, heights, List.of(columns));
  }

  /** All columns that must be there. */
  public List<String> columns() {
    return Stream.of(List.of(x), heights, groups).flatMap(List::stream).toList();
  }
}
