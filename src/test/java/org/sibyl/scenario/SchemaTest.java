package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema accepts what the reader accepts, and refuses the errors that a schema can know. */
class SchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schema.scenario());

  @TempDir private Path folder;

  @BeforeEach
  void networkFiles() throws IOException {
    SampleScenario.writeNetworks(folder);
  }

  private static Set<ValidationMessage> errors(String yaml) throws IOException {
    return SCHEMA.validate(new YAMLMapper().readTree(yaml));
  }

  static Stream<Path> shipped() {
    return SampleScenario.shipped().stream();
  }

  static Stream<CatalogPart> parts() {
    return CatalogPart.all();
  }

  static Stream<BadScenario> knownErrors() {
    return BadScenario.all().stream().filter(BadScenario::schemaKnows);
  }

  @Test
  void schemaIsValidItself() throws IOException {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(Schema.scenario())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedScenarioIsValid(Path file) throws IOException {
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedScenarioIsValidWhenResolved(Path file) throws IOException {
    Scenario resolved = ScenarioReader.read(file, List.of()).resolved();
    assertThat(errors(ScenarioWriter.yaml(resolved, Path::getFileName))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyPartIsValidWhenWritten(CatalogPart part) throws IOException {
    Scenario scenario = part.in(folder);
    assertThat(errors(ScenarioWriter.yaml(scenario, Path::getFileName))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "2/3", "2 / 3", "0", "1"})
  void sharesAreDecimalsOrFractions(String share) throws IOException {
    String yaml = SampleScenario.with("threshold: 0.5", "threshold: " + share);
    assertThat(errors(yaml)).isEmpty();
    assertThat(ScenarioReader.parse("sample", yaml, folder, List.of())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1..9", "5", "0.5", "true", "[1, 2]", "[{type: ring}]", "'a,b'"})
  void levelsAreTextNumbersOrLists(String levels) throws IOException {
    String yaml = SampleScenario.TEXT + "sweep: { vary: { any.path: " + levels + " } }\n";
    assertThat(errors(yaml)).isEmpty();
    assertThat(ScenarioReader.parse("sample", yaml, folder, List.of())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("knownErrors")
  void errorIsRefused(BadScenario bad) throws IOException {
    assertThat(errors(bad.text())).isNotEmpty();
  }

  @Test
  void errorsAreManyEnoughToMeanSomething() {
    assertThat(knownErrors()).hasSizeGreaterThan(35);
  }

  @Test
  void boundsOfWholeNumbersAreWrittenAsWholeNumbers() throws IOException {
    JsonNode properties = Schema.scenario().path("properties");
    assertThat(properties.at("/rounds/minimum").toString()).isEqualTo("1");
    assertThat(properties.at("/rounds/maximum").toString()).isEqualTo("1000000000");
    assertThat(properties.at("/seed/minimum").toString()).isEqualTo("-9223372036854775808");
    assertThat(properties.at("/seed/maximum").toString()).isEqualTo("9223372036854775807");
    assertThat(properties.at("/population/properties/size/maximum").toString())
        .isEqualTo("2147483647");
    assertThat(new ObjectMapper().writeValueAsString(Schema.scenario()))
        .doesNotContain("1.0,", "0.0,", "E+");
  }

  @Test
  void textsHaveNoIdlePatterns() {
    JsonNode properties = Schema.scenario().path("properties");
    assertThat(properties.at("/reference").has("pattern")).isFalse();
    assertThat(properties.at("/name/pattern").asText()).isEqualTo("\\S");
  }

  @Test
  void everyKeyIsDescribed() {
    Schema.scenario()
        .path("properties")
        .fields()
        .forEachRemaining(
            key -> assertThat(key.getValue().path("description").asText()).isNotBlank());
  }
}
