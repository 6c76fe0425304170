package org.sibyl.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.sibyl.experiment.replay.IndividualColumns;
import org.sibyl.simulation.Round;

/**
 * Writes {@code individuals.csv}: the columns of every individual's every round, empty where
 * nothing was told.
 */
final class IndividualsRecorder implements AutoCloseable {
  private final OutputFolder folder;
  private final BufferedWriter file;
  private boolean headed;

  IndividualsRecorder(OutputFolder folder) {
    this.folder = folder;
    this.file = folder.open("individuals.csv");
  }

  void observe(int replicate, Round round) {
    Map<String, IntToDoubleFunction> columns = IndividualColumns.of(round);
    try {
      if (!headed) {
        file.write("replicate,round,individual," + String.join(",", columns.keySet()) + "\n");
        headed = true;
      }
      List<IntToDoubleFunction> values = new ArrayList<>(columns.values());
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < round.before().population().size(); i++) {
        line.setLength(0);
        line.append(replicate).append(',').append(round.number()).append(',').append(i);
        for (IntToDoubleFunction value : values) {
          line.append(',').append(Text.number(value.applyAsDouble(i)));
        }
        file.append(line).append('\n');
      }
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }
}
