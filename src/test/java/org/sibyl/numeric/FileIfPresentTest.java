package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIfPresentTest {
  @Test
  void itExistsOnceItIsThere(@TempDir Path folder) throws IOException {
    FileIfPresent file = new FileIfPresent(folder.resolve("people.csv"));
    assertThat(file.exists()).isFalse();
    Files.createFile(file.path());
    assertThat(file.exists()).isTrue();
    assertThat(new FileIfPresent(folder).exists()).isTrue();
    assertThat(file).hasToString(file.path().toString());
  }
}
