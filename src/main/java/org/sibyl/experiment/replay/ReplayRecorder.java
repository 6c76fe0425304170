package org.sibyl.experiment.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.RoundObserver;

/**
 * Watches a replicate and keeps what a report replays of it. What it holds is bounded, however many
 * individuals and rounds there are: some individuals one by one, all of them as histograms, and of
 * a long run every second round, every fourth, ... and the last.
 */
public final class ReplayRecorder implements RoundObserver {
  static final int MOST_ROUNDS = 300;
  private static final int MOST_FEATURES = 4;

  /** The columns whose distribution is shown, where a scenario has them. */
  private static final List<String> DISTRIBUTED = List.of("prediction", "trust", "payoff");

  private final int replicate;
  private final List<Frame> frames = new ArrayList<>();
  private int step = 1;
  private @Nullable Round last;

  /** Of the replicate with this number. */
  public ReplayRecorder(int replicate) {
    this.replicate = replicate;
  }

  @Override
  public void observe(Round round) {
    last = round;
    if ((round.number() - 1) % step != 0) {
      return;
    }
    if (frames.size() == MOST_ROUNDS) {
      step *= 2;
      frames.removeIf(frame -> (frame.round() - 1) % step != 0);
      observe(round);
    } else {
      frames.add(frame(round));
    }
  }

  /** All that is to be replayed; empty when no round was played. */
  public Optional<ObjectNode> finish() {
    Round end = last;
    if (end == null) {
      return Optional.empty();
    }
    if (frames.get(frames.size() - 1).round() != end.number()) {
      frames.add(frame(end));
    }
    ObjectNode replay = JsonNodeFactory.instance.objectNode();
    replay.put("replicate", replicate);
    replay.put("played", end.number()).put("step", step);
    ArrayNode rounds = replay.putArray("rounds");
    frames.forEach(frame -> rounds.add(frame.round()));
    Shown.of(end.before().network()).writeTo(replay);
    columns(replay.putArray("columns"));
    distributions(replay.putArray("distributions"));
    last = null;
    frames.clear();
    return Optional.of(replay);
  }

  private static Frame frame(Round round) {
    Shown shown = Shown.of(round.before().network());
    Map<String, IntToDoubleFunction> columns = IndividualColumns.of(round);
    Map<String, double[]> values = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          double[] kept = new double[shown.size()];
          for (int place = 0; place < kept.length; place++) {
            kept[place] = column.applyAsDouble(shown.individual(place));
          }
          values.put(name, kept);
        });
    return new Frame(round.number(), values, histograms(round, columns));
  }

  private static Map<String, Map<String, Histogram>> histograms(
      Round round, Map<String, IntToDoubleFunction> columns) {
    int size = round.before().population().size();
    Map<String, Map<String, Histogram>> histograms = new LinkedHashMap<>();
    for (String name : DISTRIBUTED) {
      IntToDoubleFunction column = columns.getOrDefault(name, i -> Double.NaN);
      histograms.put(name, Map.of("this round", Histogram.of(Column.generate(size, column))));
    }
    List<String> names = round.before().population().featureNames();
    Matrix before = round.before().population().features();
    Matrix after = round.response().features();
    for (int k = 0; k < StrictMath.min(before.columns(), MOST_FEATURES); k++) {
      Map<String, Histogram> feature = new LinkedHashMap<>();
      feature.put("before", Histogram.of(before.column(k)));
      feature.put("after", Histogram.of(after.column(k)));
      if (round.number() == 1) {
        feature.put("base", Histogram.of(round.before().population().baseFeatures().column(k)));
      }
      histograms.put("feature " + names.get(k), feature);
    }
    return histograms;
  }

  private void columns(ArrayNode columns) {
    for (String name : frames.get(0).values().keySet()) {
      double[] all =
          frames.stream().flatMapToDouble(frame -> Arrays.stream(valuesOf(frame, name))).toArray();
      Levels levels = Levels.of(all);
      if (levels.values().length > 0) {
        ObjectNode column = columns.addObject();
        column.put("name", name);
        ArrayNode numbers = column.putArray("levels");
        for (double level : levels.values()) {
          numbers.add(level);
        }
        int[] codes = new int[all.length];
        for (int k = 0; k < all.length; k++) {
          codes[k] = levels.code(all[k]);
        }
        column.put("codes", Packed.bytes(codes));
      }
    }
  }

  private static double[] valuesOf(Frame frame, String name) {
    return frame.values().getOrDefault(name, new double[0]);
  }

  private void distributions(ArrayNode distributions) {
    for (String name : frames.get(0).histograms().keySet()) {
      Map<String, List<Histogram>> curves = new LinkedHashMap<>();
      for (Frame frame : frames) {
        frame
            .histograms()
            .getOrDefault(name, Map.of())
            .forEach(
                (curve, histogram) ->
                    curves.computeIfAbsent(curve, key -> new ArrayList<>()).add(histogram));
      }
      Distribution distribution = new Distribution(name, curves);
      if (!distribution.isEmpty()) {
        distribution.appendTo(distributions);
      }
    }
  }
}
