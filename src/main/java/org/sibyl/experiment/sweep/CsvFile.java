package org.sibyl.experiment.sweep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sibyl.experiment.Text;

/** A CSV file that is written row by row. */
final class CsvFile implements AutoCloseable {
  private final BufferedWriter writer;

  CsvFile(Path file, List<String> columns) throws IOException {
    writer = Files.newBufferedWriter(file);
    row(columns);
  }

  void row(List<String> cells) throws IOException {
    writer.write(Text.csv(List.of(cells)));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
