package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped sweep, and what the page on sweeps tells readers to type. */
class SweepPageTest {
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private Path shipped(Object... options) {
    Path out = folder.resolve("out");
    Object[] words = {
      "sweep", "scenarios/collective-risk/threshold-sweep.yaml", "--out", out, "--quiet"
    };
    Object[] all = java.util.Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    CommandRun run = CommandRun.of(all);
    assertThat(run.code()).as(run.err()).isZero();
    return out;
  }

  @Test
  void queriesOfThePageRun() throws IOException, SQLException {
    Path out = shipped("--replicates", 2);
    List<String> blocks =
        SQL.matcher(Files.readString(Path.of("src/docs/sweeps.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(2);
    assertThat(rows(out, blocks.get(0))).isEqualTo(13); // thresholds
    assertThat(rows(out, blocks.get(1))).isBetween(4, 400); // networks x rounds
  }

  /** Rows of the last statement; files are looked for in the folder. */
  private static int rows(Path folder, String statements) throws SQLException {
    int rows = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String each : statements.strip().split(";", -1)) {
        if (!each.isBlank()
            && statement.execute(each.replaceAll("'(\\w+\\.\\w+)'", "'" + folder + "/$1'"))) {
          try (ResultSet result = statement.getResultSet()) {
            for (rows = 0; result.next(); ) {
              rows++;
            }
          }
        }
      }
    }
    return rows;
  }

  /** 1000 trials of 1000 rounds: a million rows, on a heap of 512 MB. */
  @Test
  @Tag("campaign")
  void aMillionRoundsFitIntoASmallHeap() throws Exception {
    Path out = folder.resolve("out");
    Path printed = folder.resolve("printed");
    Process sweep =
        JavaProcess.start(
            JavaProcess.current(),
            printed,
            "sweep",
            "scenarios/collective-risk/threshold-sweep.yaml",
            "--set",
            "stop=horizon",
            "--rounds",
            1000,
            "--set",
            "sweep.vary={seed: 1..20}",
            "--out",
            out);
    assertThat(sweep.waitFor(5, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
    assertThat(sweep.exitValue()).as(Files.readString(printed)).isZero();
    assertThat(rows(out, "SELECT cell FROM 'rounds.parquet'")).isEqualTo(1_000_000);
  }
}
