package org.sibyl.scenario;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/** A scenario as a table: the records themselves say what each value means. */
final class ScenarioValues {
  private final List<ScenarioValue> rows = new ArrayList<>();

  private ScenarioValues() {}

  /** The values of a resolved scenario whose files are shown relative to the folder. */
  static List<ScenarioValue> of(Scenario resolved, Path folder) {
    String yaml = ScenarioWriter.yaml(resolved, file -> asWritten(file, folder));
    ScenarioValues table = new ScenarioValues();
    table.section("", resolved, YamlReader.read(resolved.name(), yaml));
    return List.copyOf(table.rows);
  }

  /**
   * A file as the scenario would name it: relative to its folder unless it is elsewhere on disk.
   */
  private static Path asWritten(Path file, Path folder) {
    if (file.startsWith(folder)) {
      return folder.relativize(file);
    }
    return file.isAbsolute() ? file : folder.toAbsolutePath().relativize(file.toAbsolutePath());
  }

  private void section(String above, Record part, Node written) {
    Binder.keys(part.getClass())
        .forEach(
            (key, component) -> {
              if (!key.equals("sweep")) {
                row(
                    above.isEmpty() ? key : above + "." + key,
                    part,
                    component,
                    written.member(key));
              }
            });
  }

  private void row(String path, Record part, RecordComponent component, Optional<Node> written) {
    Object value = ScenarioWriter.read(component, part);
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      value = optional.get();
    }
    boolean isSection =
        value instanceof Record && written.filter(Node.Mapping.class::isInstance).isPresent();
    String meaning = meaning(component, isSection ? value : "");
    rows.add(new ScenarioValue(path, written.map(Node::flow).orElse(""), meaning, isSection));
    if (isSection) {
      section(path, (Record) value, written.orElseThrow());
    }
  }

  private static String meaning(RecordComponent component, Object part) {
    About about = part.getClass().getAnnotation(About.class);
    if (about != null) {
      return about.value();
    }
    return Binder.parameter(component).map(ScenarioValues::meaning).orElse("");
  }

  private static String meaning(Parameter parameter) {
    return parameter.value()
        + (parameter.unit().isEmpty() ? "" : " [" + parameter.unit() + "]")
        + (parameter.range().isEmpty() ? "" : ", in " + parameter.range());
  }
}
